import type { SendProgress } from '../back-ends/back-end'

/** Progress of one picture from shot to recognition. */
type PictureProgress = { readonly stage: 'prepare'; /** 0..1 */ readonly share: number } | SendProgress

/** Progress of all pictures: one bar for all stages. */
export interface TotalProgress {
  /** The earliest stage of any picture. */
  readonly stage: PictureProgress['stage']
  /** 0..100; stands still during the recognition, whose progress is unknown */
  readonly percent: number
}

const STAGES: readonly PictureProgress['stage'][] = ['prepare', 'upload', 'recognize']
/** Percent at the end of each stage; the recognition is the rest. */
const PREPARED = 30
const UPLOADED = 70

function percentOf(picture: PictureProgress): number {
  if (picture.stage === 'prepare') return picture.share * PREPARED
  return picture.stage === 'upload' ? PREPARED + ((UPLOADED - PREPARED) * picture.percent) / 100 : UPLOADED
}

export const totalProgress = (pictures: readonly [PictureProgress, ...PictureProgress[]]): TotalProgress => ({
  stage: STAGES.find((stage) => pictures.some((picture) => picture.stage === stage)) ?? 'recognize',
  percent: Math.round(pictures.map(percentOf).reduce((sum, percent) => sum + percent, 0) / pictures.length),
})

export const preparationPercent = (share: number): number => totalProgress([{ stage: 'prepare', share }]).percent
