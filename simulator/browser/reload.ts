import { showError } from './runtime/errors'

/** Reloads the window when the server has built the program again, and shows why where it could not. */
export function reloadOnChange(): void {
  const events = new EventSource('/events')
  events.addEventListener('built', () => location.reload())
  events.addEventListener('failed', ({ data }) => showError(JSON.parse(String(data)) as string))
}
