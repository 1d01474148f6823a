interface Turns {
  readonly cos: Float32Array
  readonly sin: Float32Array
}

/** The roots of unity, which a transform of this length turns by. */
function turnsOf(length: number): Turns {
  const angles = Float32Array.from({ length: length / 2 }, (_, k) => (-2 * Math.PI * k) / length)
  return { cos: angles.map(Math.cos), sin: angles.map(Math.sin) }
}

/** The fast Fourier transform (Cooley and Tukey's) in place; the length is a power of two. */
function transform(re: Float32Array, im: Float32Array, turns: Turns): void {
  const n = re.length
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i >= j) continue
    ;[re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0]
    ;[im[i], im[j]] = [im[j] ?? 0, im[i] ?? 0]
  }
  for (let size = 2; size <= n; size *= 2) {
    const half = size / 2
    for (let k = 0; k < half; k++) {
      const cos = turns.cos[(k * n) / size] ?? 1
      const sin = turns.sin[(k * n) / size] ?? 0
      for (let a = k; a < n; a += size) {
        const b = a + half
        const x = (re[b] ?? 0) * cos - (im[b] ?? 0) * sin
        const y = (re[b] ?? 0) * sin + (im[b] ?? 0) * cos
        re[b] = (re[a] ?? 0) - x
        im[b] = (im[a] ?? 0) - y
        re[a] = (re[a] ?? 0) + x
        im[a] = (im[a] ?? 0) + y
      }
    }
  }
}

/**
 * How much of each wave is in a square of `side` px (a power of two), its edges faded out: amplitudes, row by row, for
 * 0 to `side` - 1 waves down and, as the rest mirrors these, 0 to `side` / 2 across.
 */
export function amplitudeSpectrum(values: Float32Array, side: number): Float32Array {
  const fade = Float32Array.from({ length: side }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / side))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const re = values.map((value, i) => (value - mean) * (fade[i % side] ?? 0) * (fade[Math.floor(i / side)] ?? 0))
  const im = new Float32Array(re.length)
  const turns = turnsOf(side)
  for (let y = 0; y < side; y++)
    transform(re.subarray(y * side, (y + 1) * side), im.subarray(y * side, (y + 1) * side), turns)
  const across = side / 2 + 1
  const amplitudes = new Float32Array(side * across)
  const [columnRe, columnIm] = [new Float32Array(side), new Float32Array(side)]
  for (let x = 0; x < across; x++) {
    for (let y = 0; y < side; y++) {
      columnRe[y] = re[y * side + x] ?? 0
      columnIm[y] = im[y * side + x] ?? 0
    }
    transform(columnRe, columnIm, turns)
    for (let y = 0; y < side; y++) amplitudes[y * across + x] = Math.hypot(columnRe[y] ?? 0, columnIm[y] ?? 0)
  }
  // Half of a wave's amplitude is in the mirrored half, a quarter is what the fading leaves.
  return amplitudes.map((value) => (value * 8) / (side * side))
}
