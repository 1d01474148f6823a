import type { AppConfig, Orientation, WindowConfig } from '../program'

/** Sent to the device frame, which decides whether the screen turns. */
interface OrientationMessage {
  /** `pageOrientation` of the visible page, decisive on a phone. */
  orientation: Orientation
  /** `resizable` of app.json, decisive on a tablet. */
  resizable: boolean
}

export function sendOrientation(
  { resizable = false }: AppConfig,
  { pageOrientation = 'portrait' }: WindowConfig,
): void {
  const message: OrientationMessage = { orientation: pageOrientation, resizable }
  if (parent !== window) parent.postMessage(message, location.origin)
}

export const deviceOrientation = (): 'portrait' | 'landscape' => (innerWidth > innerHeight ? 'landscape' : 'portrait')
