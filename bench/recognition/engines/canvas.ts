/** The part of a browser canvas that `esearch-ocr` needs: affine drawing. */
export interface RgbaImage {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

const CHANNELS = 4

/** Samples the pixel at (x, y), bilinear or nearest. */
function sample(from: RgbaImage, x: number, y: number, to: Uint8ClampedArray, at: number, smooth: boolean): void {
  const { data, width, height } = from
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return
  const column = Math.min(Math.max(smooth ? x : Math.round(x), 0), width - 1)
  const row = Math.min(Math.max(smooth ? y : Math.round(y), 0), height - 1)
  const left = Math.floor(column)
  const top = Math.floor(row)
  const right = column - left
  const down = row - top
  const i = (top * width + left) * CHANNELS
  const across = left + 1 < width ? CHANNELS : 0
  const below = top + 1 < height ? width * CHANNELS : 0
  for (let channel = 0; channel < CHANNELS; channel++) {
    const j = i + channel
    const upper = (data[j] ?? 0) * (1 - right) + (data[j + across] ?? 0) * right
    const lower = (data[j + below] ?? 0) * (1 - right) + (data[j + below + across] ?? 0) * right
    to[at + channel] = upper * (1 - down) + lower * down
  }
}

class Context {
  imageSmoothingEnabled = true
  imageSmoothingQuality = 'low'
  private map: Affine = [1, 0, 0, 1, 0, 0]

  constructor(private readonly canvas: Canvas) {}

  scale(x: number, y: number): void {
    const [a, b, c, d, e, f] = this.map
    this.map = [a * x, b * x, c * y, d * y, e, f]
  }

  setTransform(...map: Affine): void {
    this.map = map
  }

  resetTransform(): void {
    this.map = [1, 0, 0, 1, 0, 0]
  }

  /** Shares the pixels if they fill the canvas, since the library never modifies them. */
  putImageData(image: RgbaImage): void {
    if (image.width === this.canvas.width && image.height === this.canvas.height) this.canvas.data = image.data
    else this.draw(image, [1, 0, 0, 1, 0, 0])
  }

  drawImage(source: Canvas): void {
    this.draw(source, this.map)
  }

  getImageData(): RgbaImage {
    const { data, width, height } = this.canvas
    return { data, width, height }
  }

  private draw(source: RgbaImage, [a, b, c, d, e, f]: Affine): void {
    const { data, width, height } = this.canvas
    const determinant = a * d - b * c
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const x = column + 0.5 - e
        const y = row + 0.5 - f
        const sourceX = (d * x - c * y) / determinant - 0.5
        const sourceY = (a * y - b * x) / determinant - 0.5
        sample(source, sourceX, sourceY, data, (row * width + column) * CHANNELS, this.imageSmoothingEnabled)
      }
    }
  }
}

class Canvas implements RgbaImage {
  private pixels: Uint8ClampedArray | undefined
  private readonly context = new Context(this)

  constructor(
    readonly width: number,
    readonly height: number,
  ) {}

  get data(): Uint8ClampedArray {
    return (this.pixels ??= new Uint8ClampedArray(this.width * this.height * CHANNELS))
  }

  set data(pixels: Uint8ClampedArray) {
    this.pixels = pixels
  }

  getContext(): Context {
    return this.context
  }
}

export const createCanvas = (width: number, height: number): Canvas => new Canvas(width, height)
