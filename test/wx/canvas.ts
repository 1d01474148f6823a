type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const times = ([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix => [
  a * a2 + c * b2,
  b * a2 + d * b2,
  a * c2 + c * d2,
  b * c2 + d * d2,
  a * e2 + c * f2 + e,
  b * e2 + d * f2 + f,
]

/** A canvas that remembers where it was drawn: px of the picture as loaded to its own px. */
export class FakeContext {
  matrix: Matrix = [1, 0, 0, 1, 0, 0]
  drawn: Matrix | undefined
  fillStyle = ''
  imageSmoothingQuality = ''
  puts = 0

  fillRect(): void {
    // White.
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }
  transform(...matrix: Matrix): void {
    this.matrix = times(this.matrix, matrix)
  }
  drawImage(_: unknown, x: number, y: number): void {
    this.drawn = times(this.matrix, [1, 0, 0, 1, x, y])
  }
  getImageData(_x: number, _y: number, width: number, height: number) {
    return this.createImageData(width, height)
  }
  createImageData(width: number, height: number) {
    return { width, height, data: new Uint8ClampedArray(width * height * 4) }
  }
  putImageData(): void {
    this.puts += 1
  }
}
