import { DEFAULT_LOOK } from '../../test/browser/look'
import { confirmed, readingOf, recordOf } from '../../test/browser/seeds'
import type { Stage } from '../../test/browser/stage'
import type { Staging } from '../../test/browser/staging'
import { type Figure, median } from '../figures'
import { GOALS } from './goals'

/** Starts of each phone, alternating so that other load affects both alike. */
const STARTS = 9
const MANY = 500

/** Runs in each window before anything else: records when the first page shows text. */
function watchFirstScreen(): void {
  const look = (): void => {
    const text = document.querySelector<HTMLElement>('.phone-page page')?.innerText ?? ''
    if (text.trim() === '') requestAnimationFrame(look)
    else requestAnimationFrame(() => Object.assign(window, { firstScreenMs: performance.now() }))
  }
  requestAnimationFrame(look)
}

/** ms until the first page is visible */
async function startMs(stage: Stage): Promise<number> {
  await stage.visit()
  await stage.see(stage.texts.views.home.scan)
  await stage.settle()
  const frame = await stage.frame()
  return frame.evaluate(() => (window as unknown as { firstScreenMs: number }).firstScreenMs)
}

async function seedMany(stage: Stage): Promise<void> {
  const van = readingOf('van')
  const record = confirmed(recordOf('van', van), van)
  await stage.seed(Array.from({ length: MANY }, (_, at) => ({ ...record, id: `seed-${at}`, createdAt: at })))
}

/** Time to the first screen, with no records and with many. */
export async function figuresOfStart(staging: Staging): Promise<readonly Figure[]> {
  const prepare = (stage: Stage) => stage.context.addInitScript(watchFirstScreen)
  const startBoth = async (none: Stage, many: Stage): Promise<{ empty: number; many: number }> => {
    await seedMany(many)
    // The first start makes the list's index.
    await Promise.all([startMs(none), startMs(many)])
    const times: { empty: number; many: number }[] = []
    for (let start = 0; start < STARTS; start++) times.push({ empty: await startMs(none), many: await startMs(many) })
    return { empty: median(times.map(({ empty }) => empty)), many: median(times.map(({ many }) => many)) }
  }
  const withMany = (none: Stage) => staging.open(DEFAULT_LOOK, (many) => startBoth(none, many), { prepare })
  const { empty, many } = await staging.open(DEFAULT_LOOK, withMany, { prepare })
  return [
    {
      name: 'first screen',
      value: empty,
      unit: 'ms',
      goal: `<= ${GOALS.firstScreenMs} ms`,
      reached: empty <= GOALS.firstScreenMs,
    },
    {
      name: `first screen with ${MANY} records, relative to none`,
      value: many / empty,
      unit: 'x',
      goal: `<= ${GOALS.manyRecords} x`,
      reached: many / empty <= GOALS.manyRecords,
    },
  ]
}
