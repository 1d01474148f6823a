/** The browser's tag of a built-in element; a plain `<input>` or `<video>` would be the browser's own. */
export const elementTag = (name: string): string => `wx-${name}`
