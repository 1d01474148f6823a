import { CONTENT_TYPES, type Engine, type LicenseImage } from './engine'
import { inspect } from './inspect'

/** A picture at a URL. */
export interface RemoteImage {
  readonly url: () => Promise<string>
  /** For engines that cannot download it themselves. */
  readonly download: (signal: AbortSignal) => Promise<Uint8Array>
}

/** A picture as a request brings it. */
export type ImageSource = { readonly bytes: Uint8Array; readonly url?: () => Promise<string> } | RemoteImage

/**
 * Inspects a picture before it costs a call. A remote one passes as it is.
 *
 * @throws RecognitionError of `inspect`; `IMAGE_UNREADABLE` for a type that no engine accepts
 */
export function inspectSource(source: ImageSource, engines: readonly Engine[]): LicenseImage | RemoteImage {
  if (!('bytes' in source)) return source
  const { bytes, url } = source
  const image = inspect(bytes, { accept: engines.flatMap(({ accepts = CONTENT_TYPES }) => accepts) })
  return { ...image, ...(url && { url }) }
}
