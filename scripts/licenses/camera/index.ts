import sharp from 'sharp'
import type { Random } from '../random'
import type { Level, Degradations } from '../degradations'
import type { Markup, Renderer } from '../renderer'
import { expose, type Exposure } from './exposure'
import { type Orientation, store, type Turn } from './orientation'

interface Shot {
  /** Scale from the rendered scene to the picture. */
  readonly enlarge: number
  /** Em of the smallest print, px of the picture. Blur is relative to it. */
  readonly emPx: number
  readonly level: Level
  readonly degradations: Degradations
  readonly turn: Turn
}

/** How a scene becomes a file. */
interface Settings extends Exposure {
  /** Standard deviation of the Gaussian blur, px. */
  readonly blur: number
  /** Length in px, direction in radians. */
  readonly motion: { readonly length: number; readonly angle: number } | undefined
  readonly orientation: Orientation
  readonly format: 'jpeg' | 'png' | 'webp'
  readonly quality: number
}

function chooseSettings(random: Random, { level, degradations, emPx }: Shot): Settings {
  const isClean = level === 'clean'
  const isHard = level === 'hard'
  const [blur, motion, noise] = [degradations.get('blur'), degradations.get('motion-blur'), degradations.get('noise')]
  const [dark, over] = [degradations.get('dark'), degradations.get('overexposed')]
  const quality = degradations.has('low-quality')
    ? random.int(isHard ? 40 : 60, isHard ? 55 : 75)
    : isClean
      ? random.int(85, 96)
      : random.int(isHard ? 60 : 75, 95)
  return {
    blur: blur === undefined ? (isClean ? 0 : random.between(0.3, 0.5)) : 0.065 * blur * emPx,
    motion: motion === undefined ? undefined : { length: 0.2 * motion * emPx, angle: random.between(0, Math.PI) },
    noise:
      noise === undefined
        ? isClean
          ? 0
          : random.between(0.5, 2.5)
        : (4 + 14 * noise) * (dark === undefined ? 1 : 0.5),
    gain:
      dark !== undefined
        ? 1 - 0.68 * dark
        : over !== undefined
          ? 1 + 0.35 * over
          : isClean
            ? 1
            : random.between(0.86, 1.04),
    lift: over === undefined ? 0 : 32 * over,
    warmth: isClean || degradations.has('photocopy') || degradations.has('scanner') ? 0 : random.around(0.08),
    gray: degradations.has('grayscale') || degradations.has('photocopy'),
    contrast: degradations.has('photocopy')
      ? random.between(1.2, 1.25 + 0.5 * (degradations.get('photocopy') ?? 0))
      : 1,
    orientation: (random.chance(isClean ? 0.1 : 0.3) ? random.int(1, 8) : 1) as Orientation,
    format: random.pick(['jpeg', 'jpeg', 'jpeg', 'jpeg', 'jpeg', 'jpeg', 'jpeg', 'jpeg', 'png', 'webp'] as const),
    quality,
  }
}

/** A line of ones across a square kernel with an odd side. */
function motionKernel(length: number, angle: number): { width: number; height: number; kernel: number[] } {
  const side = Math.max(3, 2 * Math.ceil(length / 2) + 1)
  const kernel = new Array<number>(side * side).fill(0)
  const middle = (side - 1) / 2
  for (let step = -length / 2; step <= length / 2; step += 0.25) {
    const x = Math.round(middle + step * Math.cos(angle))
    const y = Math.round(middle + step * Math.sin(angle))
    const at = y * side + x
    kernel[at] = (kernel[at] ?? 0) + 1
  }
  return { width: side, height: side, kernel }
}

/** Nobody sends a larger PNG. */
const MAX_PNG_PIXELS = 3_000_000

/** Turns a rendered scene into a file: adds blur, exposure, noise, orientation and compression. */
async function shoot(
  rendered: Buffer,
  scene: { width: number; height: number },
  shot: Shot,
  settings: Settings,
  random: Random,
) {
  const width = Math.round(scene.width * shot.enlarge)
  const height = Math.round(scene.height * shot.enlarge)
  const drawn = sharp(rendered, { limitInputPixels: false }).removeAlpha().toColourspace('srgb')
  // Blurring before enlarging looks the same and is far cheaper.
  const blur = settings.blur / shot.enlarge
  const motion = (settings.motion?.length ?? 0) / shot.enlarge
  if (settings.motion && motion >= 1) drawn.convolve(motionKernel(motion, settings.motion.angle))
  if (blur >= 0.3) drawn.blur(blur)
  const { data } = await (
    shot.enlarge === 1
      ? drawn
      : sharp(await drawn.raw().toBuffer(), { raw: { width: scene.width, height: scene.height, channels: 3 } }).resize(
          width,
          height,
          {
            fit: 'fill',
            kernel: 'cubic',
          },
        )
  )
    .raw()
    .toBuffer({ resolveWithObject: true })
  expose(data, settings, random)
  const stored = await store({ data, width, height }, shot.turn, settings.orientation)
  const picture = sharp(stored.data, {
    raw: { width: stored.width, height: stored.height, channels: 3 },
    limitInputPixels: false,
  })
  if (settings.orientation !== 1) picture.withMetadata({ orientation: settings.orientation })
  const format = settings.format === 'png' && width * height > MAX_PNG_PIXELS ? 'jpeg' : settings.format
  if (format === 'png') picture.png({ compressionLevel: 3 })
  else if (format === 'webp') picture.webp({ quality: settings.quality, effort: 1 })
  else picture.jpeg({ quality: settings.quality, chromaSubsampling: '4:2:0' })
  return { bytes: await picture.toBuffer(), format, map: stored.map }
}

/** Renders and photographs a scene. `map` takes px of the enlarged scene to px of the file; `tags` name what was done. */
export async function photograph(renderer: Renderer, scene: Markup, shot: Shot, random: Random) {
  const settings = chooseSettings(random.fork('settings'), shot)
  const rendered = await renderer.render(scene)
  const { bytes, format, map } = await shoot(rendered, scene, shot, settings, random.fork('shot'))
  const { orientation } = settings
  const tags = [
    ...(orientation === 1 ? [] : [`exif-${orientation}`]),
    ...(format === 'jpeg' ? [] : [format]),
    ...(shot.turn === 0 ? [] : [`turn-${shot.turn}`]),
  ]
  return { bytes, map, tags }
}
