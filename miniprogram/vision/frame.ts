/** A picture of the camera's as `onCameraFrame` brings it. */
export interface Frame {
  /** RGBA, row by row from the top. Rows may be padded: each takes as many bytes as there are, by the height. */
  readonly data: Uint8Array | Uint8ClampedArray
  /** px */
  readonly width: number
  /** px */
  readonly height: number
}
