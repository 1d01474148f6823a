import { USUAL_LOOK } from '../../test/browser/look'
import { confirmed, readingOf, recordOf } from '../../test/browser/seeds'
import type { Stage } from '../../test/browser/stage'
import type { Staging } from '../../test/browser/staging'
import { type Figure, median } from '../figures'
import { GOALS } from './goals'

const STARTS = 5
const MANY = 500

/** Runs in each window before anything else: notes when the first page is painted with something on it. */
function watchFirstScreen(): void {
  const look = (): void => {
    const text = document.querySelector<HTMLElement>('.phone-page page')?.innerText ?? ''
    if (text.trim() === '') requestAnimationFrame(look)
    else requestAnimationFrame(() => Object.assign(window, { firstScreenMs: performance.now() }))
  }
  requestAnimationFrame(look)
}

/** ms from the window's opening until the first page is seen. */
async function startMs(stage: Stage): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < STARTS; start++) {
    await stage.visit()
    await stage.see(stage.texts.views.home.scan)
    await stage.settle()
    const frame = await stage.frame()
    times.push(await frame.evaluate(() => (window as unknown as { firstScreenMs: number }).firstScreenMs))
  }
  return median(times)
}

/** How long the first screen takes, with no record on the phone and with very many. */
export async function figuresOfStart(staging: Staging): Promise<readonly Figure[]> {
  const prepare = (stage: Stage) => stage.context.addInitScript(watchFirstScreen)
  const use = async (stage: Stage): Promise<{ empty: number; many: number }> => {
    const empty = await startMs(stage)
    const van = readingOf('van')
    const record = confirmed(recordOf('van', van), van)
    const records = Array.from({ length: MANY }, (_, at) => ({ ...record, id: `seed-${at}`, createdAt: at }))
    await stage.seed(records)
    return { empty, many: await startMs(stage) }
  }
  const { empty, many } = await staging.open(USUAL_LOOK, use, { prepare })
  return [
    {
      name: 'first screen',
      value: empty,
      unit: 'ms',
      goal: `<= ${GOALS.firstScreenMs} ms`,
      reached: empty <= GOALS.firstScreenMs,
    },
    {
      name: `first screen with ${MANY} records, over that with none`,
      value: many / empty,
      unit: 'x',
      goal: `<= ${GOALS.manyRecords} x`,
      reached: many / empty <= GOALS.manyRecords,
    },
  ]
}
