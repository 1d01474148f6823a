import { messageOf } from '../../error-message'
import { addToBadge } from '../phone-ui/error-badge'

type Listener = (message: string) => void
const listeners: Listener[] = []

export const onError = (listener: Listener): void => {
  listeners.push(listener)
}

/** Shows a message on the error badge and in the console. */
export function showError(message: string): void {
  console.error(message)
  addToBadge(message)
}

/** Reports an uncaught error on the badge, in the console and to the listeners. */
export function reportError(error: unknown): void {
  console.error(error)
  const message = messageOf(error)
  addToBadge(message)
  for (const listener of listeners) listener(error instanceof Error ? (error.stack ?? message) : message)
}

/** Shows that the simulator lacks an API, element or behavior. @returns the message */
export function reportMissing(name: string): string {
  const message = `${name} is not available in the simulator`
  showError(message)
  return message
}

/** @throws Error that the simulator lacks `name` */
export function unavailable(name: string): never {
  throw new Error(reportMissing(name))
}
