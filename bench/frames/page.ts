import { luma256At } from '../../miniprogram/image/luminance'
import { createGuide, type Frame } from '../../miniprogram/vision'
import type { Times } from './time'

const ROUNDS = 40
/** Uncounted rounds, so that the browser compiles the code. */
const WARM_UP = 8

const frames: Frame[] = []

export function add(width: number, height: number, base64: string): void {
  frames.push({ data: Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)), width, height })
}

/** Computes the luminance of each pixel, the minimum that any analysis costs. */
function plainPass({ data }: Frame, luma: Uint8Array): void {
  for (let i = 0, at = 0; i < luma.length; i++, at += 4) {
    luma[i] = luma256At(data, at) >> 8
  }
}

/** Times the guide and the luminance pass over the same frames. */
export function time(): Times {
  const guide = createGuide({ pages: 1 })
  const luma = new Uint8Array(Math.max(...frames.map(({ width, height }) => width * height)))
  const looks: number[] = []
  const passes: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, frame] of frames.entries()) {
      const start = performance.now()
      plainPass(frame, luma.subarray(0, frame.width * frame.height))
      const middle = performance.now()
      guide.analyze(frame, (round * frames.length + i) * 100)
      const end = performance.now()
      if (round < WARM_UP) continue
      passes.push(middle - start)
      looks.push(end - middle)
    }
  }
  return { guideMs: looks, plainMs: passes }
}
