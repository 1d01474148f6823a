import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import type { Scene } from '../../../../recognition/engines/embedded/quality/scene'
import { quadOf } from '../../../../miniprogram/image/quad'
import type { Rect } from '../../../../miniprogram/image/rect'
import type { WarningCode } from '../../../../miniprogram/vehicle-license/warnings'
import { decode } from '../../../../recognition/engines/embedded/pixels/picture'
import { warningsOf } from '../../../../recognition/engines/embedded/quality/warnings'
import { allowSvg } from '../../../svg'

allowSvg()

const FOLDER = fileURLToPath(new URL('../../../../simulator/samples/', import.meta.url))

/** px: a page of the bundled samples, and the offset of the second page. */
const CARD: Rect = { left: 60, top: 60, right: 1116, bottom: 780 }
const NEXT_PAGE = 756
type Line = readonly [left: number, top: number, right: number, bottom: number]
/** px: the title and labels, the same on all samples of a page. */
const MAIN: readonly Line[] = [
  [252, 105, 900, 150],
  [94, 191, 226, 236],
  [518, 186, 645, 234],
  [350, 526, 534, 567],
  [354, 605, 513, 649],
  [354, 688, 481, 729],
  [725, 685, 847, 729],
]
const DUPLICATE: readonly Line[] = [
  [533, 101, 656, 144],
  [85, 186, 223, 232],
  [84, 271, 225, 313],
  [698, 185, 848, 228],
  [698, 269, 849, 314],
  [88, 354, 224, 393],
  [697, 351, 847, 394],
  [90, 597, 225, 643],
]

const rectOf = ([left, top, right, bottom]: Line): Rect => ({ left, top, right, bottom })
const lower = (rect: Rect, by: number): Rect => ({ ...rect, top: rect.top + by, bottom: rect.bottom + by })

interface Page {
  readonly lines: readonly Line[]
  readonly at: number
}
const PAGES: Readonly<Record<string, readonly Page[]>> = {
  electric: [{ lines: MAIN, at: 0 }],
  van: [{ lines: DUPLICATE, at: 0 }],
  car: [
    { lines: MAIN, at: 0 },
    { lines: DUPLICATE, at: NEXT_PAGE },
  ],
  truck: [
    { lines: MAIN, at: 0 },
    { lines: DUPLICATE, at: NEXT_PAGE },
  ],
}

interface Change {
  /** Changes the picture. */
  readonly by?: (picture: Sharp) => Sharp
  /** px cut off at the left. */
  readonly cut?: number
  readonly textHeight?: number
}

async function sceneOf(
  sample: string,
  { by = (picture) => picture, cut = 0, textHeight = 24 }: Change,
): Promise<Scene> {
  const png = await by(sharp(`${FOLDER}${sample}.jpg`))
    .png()
    .toBuffer()
  const { width, height } = await sharp(png).metadata()
  const rest = sharp(png).extract({ left: cut, top: 0, width: width - cut, height })
  const { picture } = await decode(await rest.jpeg({ quality: 90 }).toBuffer())
  const pages = PAGES[sample] ?? []
  const moved = (rect: Rect, at: number) => {
    const { left, right, top, bottom } = lower(rect, at)
    return { left: left - cut, right: right - cut, top, bottom }
  }
  return {
    picture,
    cards: pages.map(({ at }) => quadOf(moved(CARD, at))),
    // A detector finds the rest of a line that is cut.
    lines: pages.flatMap(({ lines, at }) =>
      lines
        .map((line) => moved(rectOf(line), at))
        .filter(({ right }) => right > 0)
        .map((rect) => quadOf({ ...rect, left: Math.max(0, rect.left) })),
    ),
    textHeight,
  }
}

const SAMPLES = Object.keys(PAGES)
const ofAll = (expected: readonly WarningCode[]) => SAMPLES.map((sample) => [sample, expected])

async function warnings(change: Change): Promise<(string | readonly WarningCode[])[][]> {
  return Promise.all(SAMPLES.map(async (sample) => [sample, warningsOf(await sceneOf(sample, change))]))
}

const svg = (width: number, height: number, content: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`)

const tile = (side: number, content: string) => [{ input: svg(side, side, content), tile: true }]

/** The reflection of a lamp over the labels in the middle, on paper in room light. */
const lamp = svg(
  1176,
  840,
  `<radialGradient id="lamp"><stop offset="0.6" stop-color="#fff" stop-opacity="0.85"/>
    <stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
  <rect width="1176" height="840" fill="#000" opacity="0.3"/><ellipse cx="640" cy="210" rx="300" ry="120" fill="url(#lamp)"/>`,
)

const HARMLESS: readonly (readonly [string, (picture: Sharp) => Sharp])[] = [
  ['as they are', (picture) => picture],
  ['in a room', (picture) => picture.linear(0.7, 0)],
  ['in warm light', (picture) => picture.linear([0.9, 0.8, 0.65], [0, 0, 0])],
  ['a little out of focus', (picture) => picture.blur(0.8)],
  ['overexposed', (picture) => picture.linear(1.1, 10)],
]

test.each(HARMLESS)('no warnings for the samples %s', async (_, by) => {
  expect(await warnings({ by })).toEqual(ofAll([]))
})

test('no warnings for visible JPEG blocks', async () => {
  const blocky = async (sample: string) => sharp(await sharp(`${FOLDER}${sample}.jpg`).jpeg({ quality: 30 }).toBuffer())
  for (const sample of SAMPLES) {
    const picture = await blocky(sample)
    expect([sample, warningsOf(await sceneOf(sample, { by: () => picture }))]).toEqual([sample, []])
  }
})

/** Motion blur, px along the diagonal. */
const SHAKEN = { width: 9, height: 9, kernel: Array.from({ length: 81 }, (_, i) => (i % 10 === 0 ? 1 : 0)) }

test.each<[WarningCode, string, Change]>([
  ['BLURRED', 'out of focus', { by: (picture) => picture.blur(3) }],
  ['BLURRED', 'the hand shook', { by: (picture) => picture.convolve(SHAKEN) }],
  [
    'GLARE',
    'under a lamp',
    { by: (picture) => picture.composite([{ input: lamp, tile: true, gravity: 'northwest' }]) },
  ],
  ['TOO_DARK', 'at night', { by: (picture) => picture.linear(0.3, 0) }],
  ['TOO_SMALL', 'from afar', { textHeight: 11 }],
  ['BORDER_CUT', 'not all in the picture', { cut: 120 }],
  [
    'SCREEN_RECAPTURE',
    'on a screen',
    {
      by: (picture) =>
        picture.composite(tile(10, '<path d="M0 0H10M0 5H10M0 0V10M5 0V10" stroke="#003" stroke-opacity="0.3"/>')),
    },
  ],
  ['PHOTOCOPY', 'copied', { by: (picture) => picture.grayscale() }],
  [
    'PHOTOCOPY',
    'copied, in warm light',
    { by: (picture) => picture.grayscale().toColourspace('srgb').tint('#e8d8c0') },
  ],
])('%s: %s', async (code, _, change) => {
  expect(await warnings(change)).toEqual(ofAll([code]))
})

test('several warnings come in the order of the list', async () => {
  const found = await warnings({ by: (picture) => picture.blur(3).linear(0.3, 0), textHeight: 11 })
  expect(found).toEqual(ofAll(['TOO_SMALL', 'BLURRED', 'TOO_DARK']))
})

test('print around the license does not count', async () => {
  const scene = await sceneOf('van', {})
  const beside = [0, 40, 80].map((top) => quadOf({ left: 0, top, right: 50, bottom: top + 30 }))
  expect(warningsOf({ ...scene, lines: [...scene.lines, ...beside] })).toEqual([])
})

test('no warnings without a page', async () => {
  const { picture } = await sceneOf('van', { by: (sample) => sample.linear(0.2, 0).grayscale() })
  expect(warningsOf({ picture, lines: [], cards: [], textHeight: 0 })).toEqual([])
})
