interface Complex {
  readonly re: Float32Array
  readonly im: Float32Array
}

function rootsOfUnity(length: number): Complex {
  const angles = Float32Array.from({ length: length / 2 }, (_, k) => (-2 * Math.PI * k) / length)
  return { re: angles.map(Math.cos), im: angles.map(Math.sin) }
}

/**
 * Radix-2 FFT (Cooley-Tukey), in place. Not fft.js: it computes in double precision on interleaved arrays and has no
 * types, so it would save few lines and change the amplitudes.
 */
function transform({ re, im }: Complex, roots: Complex): void {
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
      const cos = roots.re[(k * n) / size] ?? 1
      const sin = roots.im[(k * n) / size] ?? 0
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
 * Amplitudes of the 2D Fourier transform of a Hann-windowed square of `side` px (a power of two). Row by row:
 * 0 to `side` - 1 cycles down; 0 to `side` / 2 cycles across, as the rest mirrors these.
 */
export function amplitudeSpectrum(values: Float32Array, side: number): Float32Array {
  const hann = Float32Array.from({ length: side }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / side))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const re = values.map((value, i) => (value - mean) * (hann[i % side] ?? 0) * (hann[Math.floor(i / side)] ?? 0))
  const im = new Float32Array(re.length)
  const roots = rootsOfUnity(side)
  for (let start = 0; start < re.length; start += side)
    transform({ re: re.subarray(start, start + side), im: im.subarray(start, start + side) }, roots)
  const across = side / 2 + 1
  const amplitudes = new Float32Array(side * across)
  const column: Complex = { re: new Float32Array(side), im: new Float32Array(side) }
  for (let x = 0; x < across; x++) {
    for (let y = 0; y < side; y++) {
      column.re[y] = re[y * side + x] ?? 0
      column.im[y] = im[y * side + x] ?? 0
    }
    transform(column, roots)
    for (let y = 0; y < side; y++) amplitudes[y * across + x] = Math.hypot(column.re[y] ?? 0, column.im[y] ?? 0)
  }
  // A factor of 2 for the mirrored half, and of 4 for the Hann window.
  return amplitudes.map((value) => (value * 8) / (side * side))
}
