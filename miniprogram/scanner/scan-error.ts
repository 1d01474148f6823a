/** Why a scan ended without a license. */
export type ScanFailure =
  /** The person went back. */
  | 'cancelled'
  /** The scanner cannot be opened: it is not in app.json or cannot be loaded, or ten pages are open. */
  | 'unavailable'
  /** It is open already: a button was tapped twice, say. */
  | 'busy'

export class ScanError extends Error {
  override readonly name = 'ScanError'

  constructor(
    readonly reason: ScanFailure,
    message: string,
  ) {
    super(message)
  }
}
