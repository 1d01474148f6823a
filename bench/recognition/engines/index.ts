import type { ReadPicture } from './engine'

/** Each is loaded only in its own process. */
export const ENGINES = {
  ours: async () => (await import('./ours')).createOurs(),
  paddleocr: async () => (await import('./paddleocr')).createPaddleocr(),
  'ocr-node': async () => (await import('./ocr-node')).createOcrNode(),
  'esearch-ocr': async () => (await import('./esearch-ocr')).createEsearchOcr(),
  'ppu-paddle-ocr': async () => (await import('./ppu-paddle-ocr')).createPpuPaddleOcr(),
} as const satisfies Readonly<Record<string, () => Promise<ReadPicture>>>

export type EngineName = keyof typeof ENGINES

export const ENGINE_NAMES = Object.keys(ENGINES) as readonly EngineName[]
