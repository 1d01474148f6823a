import type { Hint } from '../../miniprogram/vision'
import type { Options } from '../options'
import { type Figure, median, quantile, type Section } from '../figures'
import { STRENGTHS } from './cases'
import { judgeAll, type JudgedCase, PROBLEMS, type Verdict } from './judge'
import { timeInChromium, type Times } from './time'

/** Planes: 7 desks twice, with all that is shown of each. */
const PLANES = 14
const TIMED_FRAMES = 40
const TIMED = { width: 480, height: 640 }
const GOAL_MS = 8
const GOAL_RIGHT = 95
const GOAL_ALARMS = 2

const percent = (part: number, all: number): number => (all === 0 ? NaN : (100 * part) / all)
const shareOf = (verdicts: readonly Verdict[], isSo: (verdict: Verdict) => boolean): number =>
  percent(verdicts.filter(isSo).length, verdicts.length)

function tableProblems(verdicts: readonly Verdict[]): Section {
  const of = (hint: Hint, strength: string) =>
    verdicts.filter((verdict) => verdict.hint === hint && verdict.strength === strength)
  const rows = PROBLEMS.map((hint) => [
    hint,
    ...STRENGTHS.map((strength) => {
      const own = of(hint, strength)
      return own.length === 0 ? '' : `${shareOf(own, ({ actual }) => actual === hint).toFixed(0)} %`
    }),
    String(of(hint, 'strong').length),
    [...new Set(of(hint, 'strong').flatMap(({ actual }) => (actual === hint ? [] : [actual ?? 'none'])))].join(' '),
  ])
  const head = ['trouble', ...STRENGTHS, 'frames', 'told instead where strong']
  return { title: 'How often the trouble of a frame is told, by how strong it is', head, rows }
}

function tableDesks(verdicts: readonly Verdict[]): Section {
  const rows = [...new Set(verdicts.map(({ desk }) => desk))].map((desk) => {
    const own = verdicts.filter((verdict) => verdict.desk === desk)
    const [good, strong] = [own.filter(isGood), own.filter(isStrong)]
    const alarms = shareOf(good, ({ actual }) => actual !== undefined)
    const right = shareOf(strong, ({ hint, actual }) => actual === hint)
    return [desk, Number.isNaN(alarms) ? '' : `${alarms.toFixed(0)} %`, `${right.toFixed(0)} %`]
  })
  return { title: 'By what the license lies on', head: ['desk', 'false alarms', 'strong trouble told'], rows }
}

const isGood = ({ hint }: Verdict): boolean => hint === undefined
const isStrong = ({ hint, strength }: Verdict): boolean => hint !== undefined && strength === 'strong'

function figuresOfGuidance(verdicts: readonly Verdict[]): readonly Figure[] {
  const [good, strong] = [verdicts.filter(isGood), verdicts.filter(isStrong)]
  const alarms = shareOf(good, ({ actual }) => actual !== undefined)
  const right = shareOf(strong, ({ hint, actual }) => actual === hint)
  const shots = shareOf(strong, ({ isShot }) => isShot)
  return [
    { name: 'strong trouble that is told', value: right, unit: '%', goal: '95 or more', reached: right >= GOAL_RIGHT },
    { name: 'false alarms on good frames', value: alarms, unit: '%', goal: 'under 2', reached: alarms < GOAL_ALARMS },
    { name: 'good frames taken by themselves within 1.5 s', value: shareOf(good, ({ isShot }) => isShot), unit: '%' },
    { name: 'frames with strong trouble taken by themselves', value: shots, unit: '%' },
    { name: 'good frames', value: good.length, unit: 'count' },
  ]
}

function figuresOfTime({ guideMs, plainMs }: Times): readonly Figure[] {
  const ms = median(guideMs)
  return [
    { name: 'one look at 480x640, median', value: ms, unit: 'ms', goal: 'under 8', reached: ms < GOAL_MS },
    { name: 'one look at 480x640, 95 of 100', value: quantile(guideMs, 0.95), unit: 'ms' },
    { name: 'plain luminance pass over the same frames, median', value: median(plainMs), unit: 'ms' },
    { name: 'one look beside a plain pass', value: ms / median(plainMs), unit: 'x' },
  ]
}

/** What the guide tells of frames that are known to be good or not, and how long it looks at one in a browser. */
export async function* measure({ split, count = PLANES }: Options): AsyncIterable<Section> {
  const verdicts: Verdict[] = []
  const timed: JudgedCase['frames'][number][] = []
  for await (const { verdict, frames } of judgeAll(split, count)) {
    verdicts.push(verdict)
    const [frame] = frames
    const isTimed = frame?.width === TIMED.width && frame.height === TIMED.height
    if (isTimed && timed.length < TIMED_FRAMES && verdicts.length % 3 === 0) timed.push(frame)
  }
  yield tableProblems(verdicts)
  yield tableDesks(verdicts)
  yield figuresOfGuidance(verdicts)
  yield figuresOfTime(await timeInChromium(timed))
}
