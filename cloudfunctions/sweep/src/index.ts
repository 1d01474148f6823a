/** Run by a timer. */
export const main = (): Promise<{ readonly removed: number }> => Promise.resolve({ removed: 0 })
