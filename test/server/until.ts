import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until something has come about. How long that takes is the test's own time limit's matter. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}
