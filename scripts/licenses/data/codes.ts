import { vinCheckDigit } from '../../../miniprogram/vehicle-license/checks'
import type { Phrases } from '../phrases'
import type { Random } from '../random'
import type { Kind } from './kinds'
import type { Place } from './places'

const DIGITS = '0123456789'
/** Letters of plates and VINs: no I and no O (GA 36), no Q in VINs (GB 16735). */
const PLATE_LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const VIN_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Digits with up to two letters. */
function places(random: Random, length: number): string {
  const letters = new Set(
    random.sample(
      Array.from({ length }, (_, i) => i),
      random.int(0, 2),
    ),
  )
  return Array.from({ length }, (_, i) => random.text(letters.has(i) ? PLATE_LETTERS : DIGITS, 1)).join('')
}

/** Seven characters, or eight for new energy vehicles. */
export function inventPlate(random: Random, { plate, letter }: Place, kind: Kind['plate'], use: string): string {
  const head = plate + letter
  if (kind === 'trailer') return `${head}${places(random, 4)}挂`
  if (use === '教练') return `${head}${places(random, 4)}学`
  if (use === '警用' && random.chance(0.8)) return `${head}${places(random, 4)}警`
  const energy = random.text('DDDFFFABCEGHJK', 1)
  if (kind === 'car' && random.chance(0.3))
    return `${head}${energy}${random.text(random.chance(0.3) ? PLATE_LETTERS : DIGITS, 1)}${random.text(DIGITS, 4)}`
  if (kind === 'truck' && random.chance(0.25)) return `${head}${random.text(DIGITS, 5)}${energy}`
  return head + places(random, 5)
}

export const isNewEnergy = (plate: string): boolean => plate.length === 8

/** A VIN with the check digit of GB 16735. No maker uses the prefix LX. */
export function inventVin(random: Random, year: number): string {
  const head = `LX${random.text(VIN_LETTERS, 1)}${random.text(VIN_LETTERS + DIGITS, 5)}`
  const letter = 'ABCDEFGHJKLMNPRSTVWXY123456789'.charAt((year - 2010 + 30) % 30)
  const tail = `${letter}${random.text(VIN_LETTERS + DIGITS, 1)}${random.text(DIGITS, 6)}`
  return head + (vinCheckDigit(`${head}0${tail}`) ?? '0') + tail
}

/** Rare formats: with Chinese characters, a point or a plus sign, or the two numbers of a hybrid. */
function inventRareEngine(random: Random, { engineMakers }: Phrases): string {
  const digits = (low: number, high: number) => random.text(DIGITS, random.int(low, high))
  return random.pick([
    () => `${random.pick(engineMakers)}${digits(4, 4)}-${digits(5, 5)}`,
    () => `${random.text(LETTERS, 1)}${digits(1, 2)}.${digits(1, 1)}${random.text(LETTERS, 1)}${digits(6, 6)}`,
    () => `${digits(3, 4)}${random.text(LETTERS, 2)}+${digits(5, 6)}`,
    () => `${random.text(LETTERS, 2)}${digits(7, 7)}/TZ${digits(3, 3)}X${digits(6, 6)}`,
    () => `${digits(7, 8)} TZ${digits(3, 3)}${digits(6, 6)}`,
  ])()
}

/** 6 to 14 characters, mostly digits; rarely with a hyphen, a space or asterisks. */
export function inventEngine(random: Random, phrases: Phrases): string {
  if (random.chance(0.12)) return inventRareEngine(random, phrases)
  const mixed = (length: number) => random.text(`${LETTERS}${DIGITS}${DIGITS}`, length)
  return random.pick([
    () => random.text(DIGITS, random.int(6, 10)),
    () => random.text(LETTERS, random.int(1, 3)) + random.text(DIGITS, random.int(5, 9)),
    () => mixed(random.int(7, 14)),
    () => `${random.text(DIGITS, 1)}${mixed(3)}${random.text(DIGITS, random.int(4, 7))}`,
    () => `TZ${random.int(160, 290)}X${random.text('SYM', 1)}${mixed(random.int(4, 7))}`,
    () => (random.chance(0.5) ? `${mixed(random.int(4, 6))}-${random.text(DIGITS, 6)}` : random.text(DIGITS, 7)),
    () => (random.chance(0.3) ? `${mixed(4)} ${random.text(DIGITS, 6)}` : mixed(9)),
    () => (random.chance(0.3) ? `*${mixed(8)}*` : `${random.text(LETTERS, 2)}${random.text(DIGITS, 7)}`),
  ])()
}

const BRANDS =
  '样例 示例 示范 鸿雁 远航者 蓝鲸 瑞腾 天衡 云栎 启辰星 北岭 白鹭 骁虎 长河 九州行 金麦 飞驹 星途汽车 麓山 沧龙 霁风 沐光 泰岳 三叠泉 奔腾者 RX 乐途 合力通 绿源动力 鲲'.split(
    ' ',
  )

/** A brand, 牌 and a code; some brands are Latin, some models end with a trim. */
export function inventModel(random: Random, { latinBrands, trims }: Phrases): string {
  const letters = (low: number, high: number) => random.text(LETTERS, random.int(low, high))
  const digits = (low: number, high: number) => random.text(DIGITS, random.int(low, high))
  const code = random.pick([
    () => `${letters(2, 3)}${digits(4, 5)}${letters(0, 3)}`,
    () => `${letters(2, 3)}${digits(4, 4)}${letters(1, 2)}${digits(1, 2)}${letters(0, 2)}`,
    () => `${letters(3, 3)}${digits(4, 4)}BEV${random.chance(0.5) ? digits(1, 2) : ''}`,
    () => `${letters(2, 2)}${digits(4, 4)}-${digits(1, 2)}${letters(0, 1)}`,
    () => `${letters(2, 2)}${digits(3, 4)}/${digits(1, 2)}`,
    () => `${letters(2, 2)}${digits(4, 4)}${letters(2, 4)}(${letters(1, 2)}${digits(1, 1)})`,
    () => `${letters(1, 2)}-${digits(3, 4)}`,
  ])()
  if (random.chance(0.05))
    return `${random.pick(latinBrands)} ${random.pick([code, `${random.int(1, 4)}.${random.int(0, 8)}T`])}`
  if (random.chance(0.08)) return `${random.pick(BRANDS)}牌${letters(2, 3)}${digits(4, 4)}${random.pick(trims)}`
  return `${random.pick(BRANDS)}${random.chance(0.93) ? '牌' : ''}${code}`
}
