export interface Size {
  /** px, or another unit where its user says so */
  readonly width: number
  readonly height: number
}

/** The largest of the same shape whose long side is at most so many px; never larger than it is. */
export function within({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The largest size of the same shape in a box; also larger than it was. */
export function fit({ width, height }: Size, box: Size): Size {
  const scale = Math.min(box.width / width, box.height / height)
  return { width: width * scale, height: height * scale }
}
