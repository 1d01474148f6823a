import type { FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { isRed } from '../ocr/ink'
import { middleOf, type Rect } from '../pixels/geometry'
import type { PlacedPiece } from './pieces'
import { inReadingOrder, readValue, type Reading } from './read-value'

/** The field that no label announces: the seal says it. */
export const SEAL_KEY: FieldKey = 'issueAuthority'

/** The seal is square, its text in short rows. */
const ROW = /^\p{Script=Han}{2,8}$/u
/** How the name of an authority that registers vehicles ends: of a seal read in part, nothing is made. */
const ENDING = /(公安|交通|交警|车辆管理|车管).*[局队所处]$/u
/** How it begins: with its province, or a city that is one. */
const BEGINNING =
  /^(.{2,3}省|北京市|天津市|上海市|重庆市|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区|.{2,8}市公安局)/u

/** Provinces, which are followed by 省 or by the town that bears their name. */
const PROVINCES =
  '河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海'
/** A province, and part of a town: a character between them was not seen. */
const CUT = new RegExp(`^(${PROVINCES.replaceAll(' ', '|')})(?![省市])`, 'u')

const within = ({ x, y }: { x: number; y: number }, rect: Rect): boolean =>
  x > rect.left && x < rect.right && y > rect.top && y < rect.bottom

/** Whether a piece is the seal's, whatever it stands over. Where light is warm, all ink is a little red: elsewhere it is print. */
export const isSealed = ({ line, rect }: PlacedPiece, place: Rect): boolean =>
  isRed(line) && within(middleOf(rect), place)

/**
 * Reads the issuing authority from the seal: text on the form that no label claims, in red if anything is.
 *
 * @param place mm; where the seal stands on its page
 */
export function readSeal(unclaimed: readonly PlacedPiece[], place: Rect): Reading | undefined {
  const rows = unclaimed.filter(({ text, rect }) => ROW.test(text) && within(middleOf(rect), place))
  const red = rows.filter(({ line }) => isRed(line))
  const printed = inReadingOrder(red.length > 1 ? red : rows)
  const reading = readValue(
    'authority',
    printed.map(({ line }) => line),
  )
  if (!reading || !ENDING.test(reading.text)) return undefined
  return {
    ...reading,
    decoding: { ...reading.decoding, valid: BEGINNING.test(reading.text) && !CUT.test(reading.text) },
  }
}
