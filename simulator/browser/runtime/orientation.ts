import type { AppConfig, Orientation, WindowConfig } from '../program'

/** What the page around the phone is told, so that it turns the screen as a phone or a tablet would. */
export interface Turning {
  /** pageOrientation of the visible page; what a phone goes by. */
  orientation: Orientation
  /** resizable of app.json; what a tablet goes by. */
  resizable: boolean
}

export function tellOrientation(
  { resizable = false }: AppConfig,
  { pageOrientation = 'portrait' }: WindowConfig,
): void {
  const turning: Turning = { orientation: pageOrientation, resizable }
  if (parent !== window) parent.postMessage(turning, location.origin)
}

export const deviceOrientation = (): 'portrait' | 'landscape' => (innerWidth > innerHeight ? 'landscape' : 'portrait')
