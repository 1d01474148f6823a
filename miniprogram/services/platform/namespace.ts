/** Marks our storage keys and files: inside another mini program, we share both with it. */
const PREFIX = 'vehicle-license-scanner.'

export const namespaced = (name: string): string => PREFIX + name

export const isNamespaced = (name: string): boolean => name.startsWith(PREFIX)
