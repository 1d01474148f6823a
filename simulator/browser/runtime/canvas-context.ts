import { fetchBlob } from './files'
import { stack } from './stack'

type Context = CanvasRenderingContext2D
type Step = (context: Context) => void

/** Methods that are recorded as they are called. */
const METHODS = [
  ...(['save', 'restore', 'beginPath', 'closePath', 'moveTo', 'lineTo', 'rect', 'arc', 'arcTo'] as const),
  ...(['quadraticCurveTo', 'bezierCurveTo', 'fill', 'stroke', 'clip', 'fillRect', 'strokeRect', 'clearRect'] as const),
  ...(['fillText', 'strokeText', 'scale', 'rotate', 'translate', 'transform', 'setTransform'] as const),
]
/** Settings, each with a method of its own: `fillStyle` and `setFillStyle()`. */
const SETTINGS = [
  ...(['fillStyle', 'strokeStyle', 'globalAlpha', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit'] as const),
  ...(['textAlign', 'textBaseline', 'globalCompositeOperation', 'lineDashOffset', 'font'] as const),
]

type Recorded = Record<(typeof METHODS)[number], (...args: unknown[]) => void>

const setterOf = (setting: string): string => `set${(setting[0] ?? '').toUpperCase()}${setting.slice(1)}`

const scratch = (): Context => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('the browser draws no canvas')
  return context
}

/** A picture that cannot be loaded is left out, as by WeChat. */
const load = (path: string): Promise<ImageBitmap | undefined> =>
  fetchBlob(path, stack.top?.route)
    .then((blob) => createImageBitmap(blob))
    .catch((error: unknown) => {
      console.warn(`drawImage: ${String(error)}`)
      return undefined
    })

/** Sizes a canvas for the screen, and lets steps count in px of the page. An empty one takes its size anew. */
function prepare(canvas: HTMLCanvasElement, isKept: boolean): Context {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((px) => Math.round(px * devicePixelRatio))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the canvas is drawn on in another way already')
  if (!isKept || canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  return context
}

/**
 * `wx.createCanvasContext()`: what is drawn is recorded, and drawn at `draw()`.
 *
 * @param canvasOf finds the canvas when it comes to that; undefined where it is not on the page.
 */
export function createContext(canvasOf: () => HTMLCanvasElement | undefined): object {
  let steps: Step[] = []
  const pictures = new Map<string, Promise<ImageBitmap | undefined>>()
  const loaded = new Map<string, ImageBitmap>()
  const record = (step: Step) => steps.push(step)
  const set = (setting: (typeof SETTINGS)[number], value: unknown) =>
    record((context) => Object.assign(context, { [setting]: value === 'normal' ? 'alphabetic' : value }))

  const draw = async (isKept: boolean): Promise<void> => {
    const taken = steps
    steps = []
    for (const [path, loading] of pictures) {
      const picture = await loading
      if (picture) loaded.set(path, picture)
    }
    const canvas = canvasOf()
    if (!canvas) throw new Error('there is no such canvas on the page')
    const context = prepare(canvas, isKept)
    taken.forEach((step) => step(context))
  }

  const methods = Object.fromEntries(
    METHODS.map((name) => [
      name,
      (...args: unknown[]) =>
        record((context) => {
          ;(context as unknown as Recorded)[name](...args)
        }),
    ]),
  )
  const setters = Object.fromEntries(SETTINGS.map((name) => [setterOf(name), (value: unknown) => set(name, value)]))
  const context = {
    ...methods,
    ...setters,
    setFontSize: (px: number) => set('font', `${px}px sans-serif`),
    setLineDash: (pattern: number[], offset = 0) =>
      record((real) => {
        real.setLineDash(pattern)
        real.lineDashOffset = offset
      }),
    setShadow: (shadowOffsetX: number, shadowOffsetY: number, shadowBlur: number, shadowColor: string) =>
      record((real) => Object.assign(real, { shadowOffsetX, shadowOffsetY, shadowBlur, shadowColor })),
    drawImage: (path: string, ...places: [number, number, number, number]) => {
      if (!pictures.has(path)) pictures.set(path, load(path))
      record((real) => {
        const picture = loaded.get(path)
        if (picture) real.drawImage(picture, ...places)
      })
    },
    createLinearGradient: (...ends: [number, number, number, number]) => scratch().createLinearGradient(...ends),
    createCircularGradient: (x: number, y: number, radius: number) =>
      scratch().createRadialGradient(x, y, 0, x, y, radius),
    measureText: (text: string) => ({ width: scratch().measureText(text).width }),
    draw: (isKept = false, callback?: () => void) => {
      void draw(isKept).then(() => callback?.())
    },
  }
  for (const name of SETTINGS) Object.defineProperty(context, name, { set: (value: unknown) => set(name, value) })
  return context
}
