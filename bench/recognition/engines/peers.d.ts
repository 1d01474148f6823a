/** The parts we use of the other engines, which the first benchmark installs; some have no usable types. */

type Corners = readonly (readonly [x: number, y: number])[]

declare module 'esearch-ocr' {
  interface Image {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  interface Model {
    readonly input: ArrayBuffer
  }
  interface Line {
    readonly text: string
    /** 0..1 */
    readonly mean: number
    readonly box: Corners
  }
  export function setOCREnv(environment: {
    readonly canvas: (width: number, height: number) => unknown
    readonly imageData: (data: Uint8ClampedArray, width: number, height: number) => Image
  }): void
  export function init(options: {
    readonly ort: unknown
    readonly ortOption: object
    readonly det: Model
    readonly rec: Model & { readonly decodeDic: string }
  }): Promise<{ readonly ocr: (image: Image) => Promise<{ readonly src: readonly Line[] }> }>
}

declare module '@gutenye/ocr-node' {
  interface Line {
    readonly text: string
    /** 0..1 */
    readonly mean: number
    readonly box?: Corners
  }
  const Ocr: {
    create(options: { readonly onnxOptions: object }): Promise<{ detect(picture: Buffer): Promise<readonly Line[]> }>
  }
  export default Ocr
}

declare module 'paddleocr' {
  interface Model {
    readonly modelBuffer: ArrayBuffer
  }
  interface Result {
    readonly text: string
    /** 0..1 */
    readonly confidence: number
    readonly box: {
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly points?: Quad
    }
  }
  interface Point {
    readonly x: number
    readonly y: number
  }
  type Quad = readonly [Point, Point, Point, Point]
  export class PaddleOcrService {
    static createInstance(options: {
      readonly ort: unknown
      readonly modelPreset: string
      readonly detection: Model & { readonly maxSideLength: number }
      readonly recognition: Model & { readonly charactersDictionary: readonly string[] }
      readonly textlineOrientation: Model & {
        readonly threshold: number
        readonly imageHeight: number
        readonly imageWidth: number
        readonly resizeMode: 'pad'
        readonly mean: readonly number[]
        readonly stdDeviation: readonly number[]
      }
    }): Promise<PaddleOcrService>
    recognize(picture: {
      readonly data: Uint8Array
      readonly width: number
      readonly height: number
    }): Promise<Result[]>
  }
}

declare module 'ppu-paddle-ocr' {
  interface Result {
    readonly text: string
    /** 0..1 */
    readonly confidence: number
    readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  }
  export class PaddleOcrService {
    constructor(options: {
      readonly model: {
        readonly detection: ArrayBuffer
        readonly recognition: ArrayBuffer
        readonly charactersDictionary: ArrayBuffer
      }
      readonly session: object
    })
    initialize(): Promise<void>
    recognize(
      picture: ArrayBuffer,
      options: { readonly flatten: true; readonly noCache: true },
    ): Promise<{ readonly results: readonly Result[] }>
  }
}
