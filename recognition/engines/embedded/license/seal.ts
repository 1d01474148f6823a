import { greedyDecode } from '../ocr/ctc'
import { afterDivisions } from '../decode/divisions'
import { contains, middleOf, type Rect } from '../../../../miniprogram/image/rect'
import { median } from '../../../../miniprogram/image/statistics'
import type { FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { alternatives } from '../decode'
import { isRed } from '../ocr/ink'
import type { Line } from '../ocr/line'
import type { PlacedPiece } from './pieces'
import { inReadingOrder, readValue, type Reading } from './read-value'

/** The field without a label: the seal has it. */
export const SEAL_KEY: FieldKey = 'issueAuthority'

/** The seal is square, with short rows. */
const ROW = /^\p{Script=Han}{2,8}$/u
/** How names of registration authorities end; a seal without such an end is dropped. */
const ENDING = /(公安|交通|交警|车辆管理|车管).*[局队所处]$/u
/** A complete name starts with province, city and 公安. */
const COMPLETE =
  /^((北京|天津|上海|重庆)市|(.{2,3}省|(内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)(.+[市州盟区县旗])?)公安[厅局处]/u

/** Whether a piece is the seal's. Only its area counts: in warm light all ink is reddish. */
export const isSealed = ({ line, rect }: PlacedPiece, place: Rect): boolean =>
  isRed(line) && contains(place, middleOf(rect))

/** In character pitches; a wider gap means a missed character. */
const MAX_GAP = 1.6

/** Whether a row lacks a character, under the security strip or in a fold. */
function lacksCharacter({ steps }: Line): boolean {
  const places = greedyDecode(steps).map(({ at }) => at)
  const gaps = places.slice(1).map((at, i) => at - (places[i] ?? 0))
  return Math.max(0, ...gaps) > MAX_GAP * (median(gaps) ?? 1)
}

/** Probability; a less likely character is only inferred from the others. */
const MIN_SEEN = 0.001

/** Log-odds of the best inferred name over the next: 东省 may be 山东省 or 广东省. */
const MIN_LOG_ODDS = 1.5

/** Reads a name from the rows, as free text if several names are about as likely. */
function readName(rows: readonly Line[]): Reading | undefined {
  const reading = readValue('authority', rows)
  if (!reading || reading.decoding.weakest > MIN_SEEN) return reading
  const asRead = readValue('text', rows)
  const [first, second] = alternatives(
    'authority',
    rows.map(({ steps }) => steps),
  ).filter(({ text }) => text !== asRead?.text)
  const isClear = !first || !second || first.logProbability - second.logProbability > MIN_LOG_ODDS
  return isClear ? reading : asRead
}

/** Reads the issuing authority from the rows of the seal, in reading order. */
export function readAuthority(rows: readonly Line[]): Reading | undefined {
  const reading = readName(rows)
  if (!reading || !ENDING.test(reading.text)) return undefined
  const isSeen = reading.decoding.weakest > MIN_SEEN
  const valid = isSeen && reading.decoding.valid !== false && COMPLETE.test(reading.text) && !rows.some(lacksCharacter)
  // A town on no list cannot be validated.
  const unchecked = !afterDivisions(reading.text).startsWith('公安')
  return { ...reading, decoding: { ...reading.decoding, valid }, unchecked }
}

/**
 * Reads the issuing authority from pieces without a label, red ones first.
 *
 * @param place mm; bounding box of the seal
 */
export function readSeal(unclaimed: readonly PlacedPiece[], place: Rect): Reading | undefined {
  const rows = unclaimed.filter(({ text, rect }) => ROW.test(text) && contains(place, middleOf(rect)))
  const red = rows.filter(({ line }) => isRed(line))
  // Under the security strip characters of the seal are not red.
  const ways = red.length > 1 && red.length < rows.length ? [red, rows] : [rows]
  const readings = ways.flatMap((way) => readAuthority(inReadingOrder(way).map(({ line }) => line)) ?? [])
  return readings.find(({ decoding }) => decoding.valid) ?? readings[0]
}
