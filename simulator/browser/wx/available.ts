const available = new Set<string>()

export const addAvailable = (names: string[]): void => {
  names.forEach((name) => available.add(name))
}

/** Whether the simulator has what a `wx.canIUse` schema names first: an API or an element. */
export const isAvailable = (schema: string): boolean => available.has(schema.split('.')[0] ?? '')
