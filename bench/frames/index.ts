import type { Hint } from '../../miniprogram/vision'
import type { Options } from '../options'
import { type Figure, median, quantile, type Section } from '../figures'
import { STRENGTHS } from './cases'
import { judgeAll, type JudgedCase, PROBLEMS, type Verdict } from './judge'
import { timeInChromium, type Times } from './time'

/** Default number of planes. */
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
  const head = ['problem', ...STRENGTHS, 'frames', 'other hints if strong']
  return { title: 'How often the guide names the problem of a frame, by strength', head, rows }
}

function tableDesks(verdicts: readonly Verdict[]): Section {
  const rows = [...new Set(verdicts.map(({ desk }) => desk))].map((desk) => {
    const own = verdicts.filter((verdict) => verdict.desk === desk)
    const [good, strong] = [own.filter(isGood), own.filter(isStrong)]
    const alarms = shareOf(good, ({ actual }) => actual !== undefined)
    const right = shareOf(strong, ({ hint, actual }) => actual === hint)
    return [desk, Number.isNaN(alarms) ? '' : `${alarms.toFixed(0)} %`, `${right.toFixed(0)} %`]
  })
  return { title: 'By desk', head: ['desk', 'false alarms', 'strong problems named'], rows }
}

const isGood = ({ hint }: Verdict): boolean => hint === undefined
const isStrong = ({ hint, strength }: Verdict): boolean => hint !== undefined && strength === 'strong'

function figuresOfGuidance(verdicts: readonly Verdict[]): readonly Figure[] {
  const [good, strong] = [verdicts.filter(isGood), verdicts.filter(isStrong)]
  const alarms = shareOf(good, ({ actual }) => actual !== undefined)
  const right = shareOf(strong, ({ hint, actual }) => actual === hint)
  const shots = shareOf(strong, ({ isShot }) => isShot)
  return [
    { name: 'strong problems named', value: right, unit: '%', goal: '>= 95 %', reached: right >= GOAL_RIGHT },
    { name: 'false alarms on good frames', value: alarms, unit: '%', goal: '< 2 %', reached: alarms < GOAL_ALARMS },
    { name: 'good frames shot automatically within 1.5 s', value: shareOf(good, ({ isShot }) => isShot), unit: '%' },
    { name: 'frames with a strong problem shot automatically', value: shots, unit: '%' },
    { name: 'good frames', value: good.length, unit: 'count' },
  ]
}

function figuresOfTime({ guideMs, plainMs }: Times): readonly Figure[] {
  const ms = median(guideMs)
  return [
    { name: 'guide per 480x640 frame, median', value: ms, unit: 'ms', goal: '< 8 ms', reached: ms < GOAL_MS },
    { name: 'guide per 480x640 frame, p95', value: quantile(guideMs, 0.95), unit: 'ms' },
    { name: 'luminance pass over the same frames, median', value: median(plainMs), unit: 'ms' },
    { name: 'guide relative to the luminance pass', value: ms / median(plainMs), unit: 'x' },
  ]
}

/** Compares the guide's hints with known problems, and measures its time per frame in a browser. */
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
