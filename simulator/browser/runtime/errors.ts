import { messageOf } from '../../error-message'
import { addToBadge } from '../phone-ui/error-badge'

type Listener = (message: string) => void
const listeners: Listener[] = []

/** `listener` gets the message of every error that nobody caught. */
export const onError = (listener: Listener): void => {
  listeners.push(listener)
}

/** Notes a message on the badge of errors, and in the console. */
export function showError(message: string): void {
  console.error(message)
  addToBadge(message)
}

/** Reports an error that the program did not catch. */
export function reportError(error: unknown): void {
  console.error(error)
  const message = messageOf(error)
  addToBadge(message)
  for (const listener of listeners) listener(error instanceof Error ? (error.stack ?? message) : message)
}

/** Says, in the phone and in the console, that the simulator does not have what `name` says. */
export function reportMissing(name: string): string {
  const message = `${name} is not available in the simulator`
  showError(message)
  return message
}

/** @returns never: says it and throws. */
export function unavailable(name: string): never {
  throw new Error(reportMissing(name))
}
