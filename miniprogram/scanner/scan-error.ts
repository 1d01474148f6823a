/** Why a scan ended without a license. */
export type ScanFailure =
  /** The person went back. */
  | 'cancelled'
  /** The scanner cannot be opened: it is not in app.json or cannot be loaded, or ten pages are open. */
  | 'unavailable'
  /** The scanner is open already, for example because a button was tapped twice. */
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
