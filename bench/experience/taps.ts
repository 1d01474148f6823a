import { DEFAULT_LOOK } from '../../test/browser/look'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { doubtful, sure } from '../../test/browser/seeds'
import { SAMPLES } from '../../test/browser/samples'
import type { Stage } from '../../test/browser/stage'
import { Staging } from '../../test/browser/staging'
import type { Figure, Table } from '../figures'
import { type Flow, completeFlow, readAs } from './flows'
import { GOALS } from './goals'

const FLOWS: readonly Flow[] = [
  { name: 'one picture with both pages', pictures: ['car'], goal: GOALS.taps.onePicture },
  { name: 'one page', pictures: ['electric'], goal: GOALS.taps.onePage },
  { name: 'both pages as two pictures', pictures: ['car-main', 'car-duplicate'], goal: GOALS.taps.twoPictures },
]

interface FlowResult {
  readonly taps: number
  readonly seconds: number
}

/** An album with both pages of a license in one picture and in two. */
async function makeAlbum(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'album-'))
  for (const sample of ['car', 'electric'])
    await sharp(`${SAMPLES}/${sample}.jpg`).toFile(join(folder, `${sample}.jpg`))
  const { info } = await sharp(`${SAMPLES}/car.jpg`).toBuffer({ resolveWithObject: true })
  const { width, height } = info
  for (const [page, top] of [
    ['main', 0],
    ['duplicate', height / 2],
  ] as const) {
    const half = sharp(`${SAMPLES}/car.jpg`).extract({ left: 0, top, width, height: height / 2 })
    await writeFile(join(folder, `car-${page}.jpg`), await half.jpeg({ quality: 95 }).toBuffer())
  }
  return folder
}

/** Runs in each window before anything else. */
function countTaps(): void {
  Object.assign(window, { taps: 0 })
  addEventListener('mousedown', () => ((window as unknown as { taps: number }).taps += 1), { capture: true })
}

/** Accepts the privacy guideline in advance. */
async function agree(stage: Stage): Promise<void> {
  const frame = await stage.frame()
  await frame.evaluate(() => {
    localStorage.setItem('privacy:agreed', 'true')
  })
}

/** Changes to what the engine reads: nothing to review, unchanged, or a wrong, an unsure and a missing value. */
const READINGS = { sure, real: undefined, doubtful } as const

async function measure(staging: Staging, flow: Flow, reading: keyof typeof READINGS): Promise<FlowResult> {
  const prepare = async (stage: Stage): Promise<void> => {
    await stage.context.addInitScript(countTaps)
    const change = READINGS[reading]
    if (change) await readAs(stage, change)
  }
  const use = async (stage: Stage): Promise<FlowResult> => {
    await agree(stage)
    await stage.visit()
    const start = Date.now()
    await completeFlow(stage, flow)
    const seconds = (Date.now() - start) / 1_000
    const frame = await stage.frame()
    return { taps: await frame.evaluate(() => (window as unknown as { taps: number }).taps), seconds }
  }
  return staging.open(DEFAULT_LOOK, use, { prepare })
}

/** Completes each flow in a browser; reports taps and seconds. */
export async function* measureFlows(): AsyncIterable<readonly Figure[] | Table> {
  const album = await makeAlbum()
  const staging = await Staging.start(album)
  try {
    // Warm up: the engine loads its models for the first picture.
    if (FLOWS[0]) await measure(staging, FLOWS[0], 'real')
    const rows: string[][] = []
    const figures: Figure[] = []
    for (const flow of FLOWS) {
      const ways: FlowResult[] = []
      for (const reading of ['sure', 'real', 'doubtful'] as const) ways.push(await measure(staging, flow, reading))
      rows.push([flow.name, ...ways.flatMap(({ taps, seconds }) => [`${taps}`, seconds.toFixed(1)])])
      const value = ways[0]?.taps ?? NaN
      figures.push({
        name: `taps from the album, ${flow.name}, nothing to review`,
        value,
        unit: 'count',
        goal: `<= ${flow.goal}`,
        reached: value <= flow.goal,
      })
    }
    const head = ['from the album, after consent', 'taps, sure', 's', 'taps, as read', 's ', 'taps, doubtful', ' s']
    yield { title: 'From the first page to a confirmed license', head, rows }
    yield figures
  } finally {
    await staging.close()
    await rm(album, { recursive: true })
  }
}
