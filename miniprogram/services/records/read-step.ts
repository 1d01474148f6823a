import type { Quad } from '../../image/quad'
import type { Point } from '../../image/point'
import { isProper } from '../../image/crop/corners'
import { isObject, type Json } from '../../vehicle-license/json'
import { isPictureContent } from '../../vehicle-license/merge'
import { isRecognitionType, type RecognitionType } from '../../vehicle-license/recognition'
import type { Turn } from '../../image/pose'
import type { Edit } from '../pictures/edit'
import type { Intake, FlowStep, NewPicture } from './license-record'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTurn = (value: unknown): value is Turn => value === 0 || value === 90 || value === 180 || value === 270
const isPoint = (value: unknown): value is Point =>
  isObject(value) && typeof value.x === 'number' && typeof value.y === 'number'

/** Shares of the picture. Detected corners may be closer together than dragged ones. */
const MIN_REACH = 0.01

function isQuad(value: unknown): value is Quad {
  if (!Array.isArray(value) || value.length !== 4) return false
  const [a, b, c, d] = value as unknown[]
  return isPoint(a) && isPoint(b) && isPoint(c) && isPoint(d) && isProper([a, b, c, d], MIN_REACH)
}

export function readEdit(value: unknown): Edit | undefined {
  if (!isObject(value)) return undefined
  const { turn, quad } = value
  if ((turn !== undefined && !isTurn(turn)) || (quad !== undefined && !isQuad(quad))) return undefined
  return { ...(turn !== undefined && { turn }), ...(quad !== undefined && { quad }) }
}

export const readType = (value: unknown): RecognitionType => (isRecognitionType(value) ? value : 'photo')

function readNewPicture(value: unknown): NewPicture | undefined {
  if (!isObject(value) || !isText(value.path)) return undefined
  const edit = readEdit(value.edit)
  const { page } = value
  return {
    path: value.path,
    type: readType(value.type),
    ...(edit && { edit }),
    ...(isPictureContent(page) && { page }),
  }
}

function readIntake({ at, by, taken, replaces }: Json): Intake | undefined {
  if ((at !== 'review' && at !== 'prepare') || (by !== 'camera' && by !== 'album') || !Array.isArray(taken))
    return undefined
  const found = taken.flatMap((one) => readNewPicture(one) ?? [])
  if (found.length === 0) return undefined
  return { at, by, taken: found, replaces: Array.isArray(replaces) ? replaces.filter(isText) : [] }
}

export function readStep(value: unknown): FlowStep | undefined {
  if (!isObject(value)) return undefined
  if (value.at === 'other') return { at: 'other' }
  if (value.at !== 'edit') return readIntake(value)
  const edit = readEdit(value.edit)
  if (!edit || !isText(value.path)) return undefined
  return { at: 'edit', path: value.path, type: readType(value.type), edit }
}
