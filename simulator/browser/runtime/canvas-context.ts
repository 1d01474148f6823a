import { fetchBlob } from './files'
import { stack } from './stack'

type Context = CanvasRenderingContext2D
type Step = (context: Context) => void

/** Recorded as called. */
const METHODS = [
  ...(['save', 'restore', 'beginPath', 'closePath', 'moveTo', 'lineTo', 'rect', 'arc', 'arcTo'] as const),
  ...(['quadraticCurveTo', 'bezierCurveTo', 'fill', 'stroke', 'clip', 'fillRect', 'strokeRect', 'clearRect'] as const),
  ...(['fillText', 'strokeText', 'scale', 'rotate', 'translate', 'transform', 'setTransform'] as const),
]
/** Each is a property and a setter: `fillStyle` and `setFillStyle()`. */
const SETTINGS = [
  ...(['fillStyle', 'strokeStyle', 'globalAlpha', 'lineWidth', 'lineCap', 'lineJoin', 'miterLimit'] as const),
  ...(['textAlign', 'textBaseline', 'globalCompositeOperation', 'lineDashOffset', 'font'] as const),
]

const setterOf = (setting: string): string => `set${(setting[0] ?? '').toUpperCase()}${setting.slice(1)}`

const scratch = (): Context => {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('the browser has no 2D canvas')
  return context
}

/** Skips a picture that cannot be loaded, like WeChat. */
const load = (path: string): Promise<ImageBitmap | undefined> =>
  fetchBlob(path, stack.top?.route)
    .then((blob) => createImageBitmap(blob))
    .catch((error: unknown) => {
      console.warn(`drawImage: ${String(error)}`)
      return undefined
    })

/** Sizes a canvas to the screen's pixels and scales its context to px of the page. Resizing clears it. */
function prepare(canvas: HTMLCanvasElement, isKept: boolean): Context {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((px) => Math.round(px * devicePixelRatio))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the canvas has a context of another type already')
  if (!isKept || canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  return context
}

/** `wx.createCanvasContext()`: records the calls and replays them on the canvas at `draw()`. */
export function createContext(canvasOf: () => HTMLCanvasElement | undefined): object {
  let steps: Step[] = []
  const pictures = new Map<string, Promise<ImageBitmap | undefined>>()
  const loaded = new Map<string, ImageBitmap>()
  const record = (step: Step) => steps.push(step)
  const set = (setting: (typeof SETTINGS)[number], value: unknown) =>
    record((context) => Object.assign(context, { [setting]: value === 'normal' ? 'alphabetic' : value }))

  const draw = async (isKept: boolean): Promise<void> => {
    const pending = steps
    steps = []
    for (const [path, loading] of pictures) {
      const picture = await loading
      if (picture) loaded.set(path, picture)
    }
    const canvas = canvasOf()
    if (!canvas) throw new Error('no such canvas on the page')
    const context = prepare(canvas, isKept)
    pending.forEach((step) => step(context))
  }

  const methods = Object.fromEntries(
    METHODS.map((name) => [
      name,
      (...args: unknown[]) =>
        record((context) => {
          // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the context
          Reflect.apply(context[name], context, args)
        }),
    ]),
  )
  const setters = Object.fromEntries(SETTINGS.map((name) => [setterOf(name), (value: unknown) => set(name, value)]))
  const context = {
    ...methods,
    ...setters,
    setFontSize: (px: number) => set('font', `${px}px sans-serif`),
    setLineDash: (pattern: number[], offset = 0) =>
      record((target) => {
        target.setLineDash(pattern)
        target.lineDashOffset = offset
      }),
    setShadow: (shadowOffsetX: number, shadowOffsetY: number, shadowBlur: number, shadowColor: string) =>
      record((target) => Object.assign(target, { shadowOffsetX, shadowOffsetY, shadowBlur, shadowColor })),
    drawImage: (path: string, ...places: [number, number, number, number]) => {
      if (!pictures.has(path)) pictures.set(path, load(path))
      record((target) => {
        const picture = loaded.get(path)
        if (picture) target.drawImage(picture, ...places)
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
