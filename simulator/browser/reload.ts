import { showError } from './runtime/errors'

/** Reloads the window after each build, and shows the error of a failed one. */
export function reloadOnChange(): void {
  const events = new EventSource('/events')
  events.addEventListener('built', () => location.reload())
  events.addEventListener('failed', ({ data }) => showError(String(JSON.parse(String(data)))))
}
