import type { Progress } from '../back-ends/back-end'

/** How far one picture is on its way from shot to reading. */
export type Step = { readonly stage: 'prepare'; /** 0..1 */ readonly share: number } | Progress

/** How far all pictures are: one bar over every step. */
export interface Overall {
  /** What is waited for: the earliest step that any picture is at. */
  readonly stage: Step['stage']
  /** 0..100 of the whole way; nobody knows how much of the reading is done. */
  readonly percent: number
}

const STAGES: readonly Step['stage'][] = ['prepare', 'upload', 'recognize']
/** percent of the way at which each stage ends; the rest is the reading. */
const PREPARED = 30
const UPLOADED = 70

function percentOf(step: Step): number {
  if (step.stage === 'prepare') return step.share * PREPARED
  return step.stage === 'upload' ? PREPARED + ((UPLOADED - PREPARED) * step.percent) / 100 : UPLOADED
}

export const overall = (steps: readonly [Step, ...Step[]]): Overall => ({
  stage: STAGES.find((stage) => steps.some((step) => step.stage === stage)) ?? 'recognize',
  percent: Math.round(steps.map(percentOf).reduce((sum, percent) => sum + percent, 0) / steps.length),
})
