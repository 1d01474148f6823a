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

/** The field that no label announces: the seal says it. */
export const SEAL_KEY: FieldKey = 'issueAuthority'

/** The seal is square, its text in short rows. */
const ROW = /^\p{Script=Han}{2,8}$/u
/** How the name of an authority that registers vehicles ends: of a seal read in part, nothing is made. */
const ENDING = /(公安|交通|交警|车辆管理|车管).*[局队所处]$/u
/** How the whole of it begins: province, town, 公安. Where a row of the seal was not seen, another town is left, or none. */
const WHOLE =
  /^((北京|天津|上海|重庆)市|(.{2,3}省|(内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区)(.+[市州盟区县旗])?)公安[厅局处]/u

/** Whether a piece is the seal's, whatever it stands over. Where light is warm, all ink is a little red: elsewhere it is print. */
export const isSealed = ({ line, rect }: PlacedPiece, place: Rect): boolean =>
  isRed(line) && contains(place, middleOf(rect))

/** In distances between the other characters of its row: where two are farther apart, one was not seen between them. */
const HOLE = 1.6

/** Whether a character of a row was not seen: the strip may run through it, or a fold. */
function hasHole({ steps }: Line): boolean {
  const places = greedyDecode(steps).map(({ at }) => at)
  const gaps = places.slice(1).map((at, i) => at - (places[i] ?? 0))
  return Math.max(0, ...gaps) > HOLE * (median(gaps) ?? 1)
}

/** Less sure than this, a character of it was not seen: it is only known from the others. */
const UNSEEN = 0.001

/** Natural logarithm of how much likelier than any other a name must be that was not read so: 东省 is 山东省 or 广东省. */
const CLEARLY = 1.5

/** What is made of the rows of a seal; as it was read, where it may be made into several names. */
function readName(rows: readonly Line[]): Reading | undefined {
  const reading = readValue('authority', rows)
  if (!reading || reading.decoding.weakest > UNSEEN) return reading
  const asRead = readValue('text', rows)
  const [first, second] = alternatives(
    'authority',
    rows.map(({ steps }) => steps),
  ).filter(({ text }) => text !== asRead?.text)
  const isClear = !first || !second || first.logProbability - second.logProbability > CLEARLY
  return isClear ? reading : asRead
}

/** Reads the issuing authority from the rows of the seal, in reading order. `undefined` if they end as none does. */
export function readAuthority(rows: readonly Line[]): Reading | undefined {
  const reading = readName(rows)
  if (!reading || !ENDING.test(reading.text)) return undefined
  const isSeen = reading.decoding.weakest > UNSEEN
  const valid = isSeen && reading.decoding.valid !== false && WHOLE.test(reading.text) && !rows.some(hasHole)
  // Of a town that is on no list, nothing tells whether it was read right.
  const unchecked = !afterDivisions(reading.text).startsWith('公安')
  return { ...reading, decoding: { ...reading.decoding, valid }, unchecked }
}

/**
 * Reads the issuing authority from the seal: text on the form that no label claims, in red if anything is.
 *
 * @param place mm; where the seal stands on its page
 */
export function readSeal(unclaimed: readonly PlacedPiece[], place: Rect): Reading | undefined {
  const rows = unclaimed.filter(({ text, rect }) => ROW.test(text) && contains(place, middleOf(rect)))
  const red = rows.filter(({ line }) => isRed(line))
  // The strip that runs over the seal takes the red from characters that are the seal's all the same.
  const ways = red.length > 1 && red.length < rows.length ? [red, rows] : [rows]
  const readings = ways.flatMap((way) => readAuthority(inReadingOrder(way).map(({ line }) => line)) ?? [])
  return readings.find(({ decoding }) => decoding.valid) ?? readings[0]
}
