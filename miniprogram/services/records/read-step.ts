import type { Quad } from '../../image/quad'
import type { Point } from '../../image/point'
import { isProper } from '../../image/crop/corners'
import { isObject, type Json } from '../../vehicle-license/json'
import type { PictureContent } from '../../vehicle-license/merge'
import type { Turn } from '../../image/pose'
import type { Edit } from '../pictures/compress/edit'
import type { Intake, FlowStep, NewPicture } from './license-record'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTurn = (value: unknown): value is Turn => value === 0 || value === 90 || value === 180 || value === 270
const isPoint = (value: unknown): value is Point =>
  isObject(value) && typeof value.x === 'number' && typeof value.y === 'number'
const isContent = (value: unknown): value is PictureContent =>
  value === 'main' || value === 'duplicate' || value === 'both'

/** Corners that were found may lie nearer together than those that a person drags. */
const MIN_REACH = 0.01

const isQuad = (value: unknown): value is Quad =>
  Array.isArray(value) && value.length === 4 && value.every(isPoint) && isProper(value as unknown as Quad, MIN_REACH)

/** What was done to a picture; nothing for what is none. */
export function readEdit(value: unknown): Edit | undefined {
  if (!isObject(value)) return undefined
  const { turn, quad } = value
  if ((turn !== undefined && !isTurn(turn)) || (quad !== undefined && !isQuad(quad))) return undefined
  return { ...(turn !== undefined && { turn }), ...(quad !== undefined && { quad }) }
}

function readTaken(value: unknown): NewPicture | undefined {
  if (!isObject(value) || !isText(value.path)) return undefined
  const edit = readEdit(value.edit)
  const { page } = value
  return {
    path: value.path,
    type: value.type === 'scan' ? 'scan' : 'photo',
    ...(edit && { edit }),
    ...(isContent(page) && { page }),
  }
}

function readArriving({ at, by, taken, replaces }: Json): Intake | undefined {
  if ((at !== 'review' && at !== 'prepare') || (by !== 'camera' && by !== 'album') || !Array.isArray(taken))
    return undefined
  const found = taken.flatMap((one) => readTaken(one) ?? [])
  if (found.length === 0) return undefined
  return { at, by, taken: found, replaces: Array.isArray(replaces) ? replaces.filter(isText) : [] }
}

/** Where a person was on the way to the form; nothing for what is none. */
export function readStep(value: unknown): FlowStep | undefined {
  if (!isObject(value)) return undefined
  if (value.at === 'other') return { at: 'other' }
  if (value.at !== 'edit') return readArriving(value)
  const edit = readEdit(value.edit)
  if (!edit || !isText(value.path)) return undefined
  return { at: 'edit', path: value.path, type: value.type === 'scan' ? 'scan' : 'photo', edit }
}
