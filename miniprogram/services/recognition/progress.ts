import type { SendProgress } from '../back-ends/back-end'

/** How far one picture is on its way from shot to reading. */
export type PictureProgress = { readonly stage: 'prepare'; /** 0..1 */ readonly share: number } | SendProgress

/** How far all pictures are: one bar over every step. */
export interface TotalProgress {
  /** What is waited for: the earliest step that any picture is at. */
  readonly stage: PictureProgress['stage']
  /** 0..100 of the whole way; nobody knows how much of the reading is done. */
  readonly percent: number
}

const STAGES: readonly PictureProgress['stage'][] = ['prepare', 'upload', 'recognize']
/** percent of the way at which each stage ends; the rest is the reading. */
const PREPARED = 30
const UPLOADED = 70

function percentOf(step: PictureProgress): number {
  if (step.stage === 'prepare') return step.share * PREPARED
  return step.stage === 'upload' ? PREPARED + ((UPLOADED - PREPARED) * step.percent) / 100 : UPLOADED
}

export const totalProgress = (steps: readonly [PictureProgress, ...PictureProgress[]]): TotalProgress => ({
  stage: STAGES.find((stage) => steps.some((step) => step.stage === stage)) ?? 'recognize',
  percent: Math.round(steps.map(percentOf).reduce((sum, percent) => sum + percent, 0) / steps.length),
})
