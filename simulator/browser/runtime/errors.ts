import { el } from '../chrome/dom'

type Listener = (message: string) => void
const listeners: Listener[] = []

/** `listener` gets the message of every error that nobody caught. */
export const onError = (listener: Listener): void => {
  listeners.push(listener)
}

const messageOf = (error: unknown): string => {
  if (error instanceof Error) return error.message
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return String(error)
}

/** Shows a message in the phone until it is tapped away, and in the console. */
export function showError(message: string): void {
  let list = document.querySelector('.phone-errors')
  if (!list) {
    list = el('div', { class: 'phone-errors', role: 'alert' })
    document.body.append(list)
  }
  if ([...list.children].some((line) => line.textContent === message)) return
  list.append(
    el('button', {
      class: 'phone-error',
      text: message,
      onClick: (_, line) => {
        line.remove()
      },
    }),
  )
}

/** Reports an error that the program did not catch. */
export function reportError(error: unknown): void {
  console.error(error)
  const message = messageOf(error)
  showError(message)
  for (const listener of listeners) listener(error instanceof Error ? (error.stack ?? message) : message)
}

/** Says, in the phone and in the console, that the simulator does not have what `name` says. */
export function announceMissing(name: string): string {
  const message = `${name} is not available in the simulator`
  showError(message)
  console.error(message)
  return message
}

/** @returns never: says it and throws. */
export function unavailable(name: string): never {
  throw new Error(announceMissing(name))
}
