/** Replaces the global `wx`. */
export const useWx = (fake: object): void => {
  Object.assign(globalThis, { wx: fake })
}

/** Longest chain of file operations in a test; each takes a turn of the event loop. */
const TURNS = 5

/** Waits until everything has run that needs only its turn. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve))
}
