const available = new Set<string>()

export const addAvailable = (names: string[]): void => {
  names.forEach((name) => available.add(name))
}

/** `wx.canIUse()`, by the API or element that the schema starts with. */
export const isAvailable = (schema: string): boolean => available.has(schema.split('.')[0] ?? '')
