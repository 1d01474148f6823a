import { type FieldKey, type FieldKind, fieldOf } from './fields'

type Tidy = (input: string) => string

/** Zero-width characters, direction marks, soft hyphens. */
const INVISIBLE = /\u00ad|[\u200b-\u200f]|[\u202a-\u202e]|\u2060|\ufeff/g

const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_LETTER = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const half = (character: string): string => String.fromCharCode(character.charCodeAt(0) - 0xfee0)

const halfWidth: Tidy = (text) => text.replace(FULL_WIDTH, half)

/** Letters and digits only: Chinese text keeps its punctuation. */
const halfWidthLetters: Tidy = (text) => text.replace(FULL_WIDTH_LETTER, half)

const LINE_BREAK = /\s*[\r\n\u2028\u2029]\s*/g
const withoutSpace: Tidy = (text) => text.replace(/\s/g, '')
const singleSpaces: Tidy = (text) => text.replace(/\s+/g, ' ').trim()
const withoutLineBreaks: Tidy = (text) => text.replace(LINE_BREAK, '')

/** A line break between Latin words or numbers becomes a space. */
const joinLines: Tidy = (text) =>
  withoutLineBreaks(text.replace(/([A-Za-z\d])\s*[\r\n\u2028\u2029]\s*(?=[A-Za-z\d])/g, '$1 '))

/** Offices space out short names for looks. */
const withoutSpaceInChinese: Tidy = (text) => text.replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1')

const steps =
  (...all: readonly Tidy[]): Tidy =>
  (input) =>
    all.reduce((text, step) => step(text), input)

const upper: Tidy = (text) => text.toUpperCase()
const code = steps(halfWidth, upper, withoutSpace)

const plate = steps(code, (text) => text.replace(/[·•・‧∙⋅.。_-]/g, ''))
/** Vehicles carry their VIN between stars. */
const vin = steps(code, (text) => text.replace(/[·•.*-]/g, ''))
const engineNum = steps(halfWidth, upper, withoutLineBreaks, singleSpaces)
const model = steps(halfWidth, withoutLineBreaks, singleSpaces)
const text = steps(halfWidthLetters, joinLines, singleSpaces, withoutSpaceInChinese)
/** Remarks: each line is an entry. */
const entries = steps(halfWidthLetters, singleSpaces)
const inspection = steps(halfWidth, singleSpaces)

/** Formats what matches as the license prints it; collapses spaces in anything else. */
const reformat =
  (pattern: RegExp, print: (...parts: string[]) => string): Tidy =>
  (input) => {
    const [, ...parts] = pattern.exec(halfWidth(input).trim()) ?? []
    return parts.length > 0 ? print(...parts) : singleSpaces(halfWidth(input))
  }

const date = steps(
  reformat(
    /^(\d{4})\s*[-‐‑‒–—―−/.。·年\s]\s*(\d{1,2})\s*[-‐‑‒–—―−/.。·月\s]\s*(\d{1,2})\s*[日号]?$/,
    (year = '', month = '', day = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  ),
  reformat(/^(\d{4})(\d{2})(\d{2})$/, (year = '', month = '', day = '') => `${year}-${month}-${day}`),
)

const KILOGRAMS_OF_TON = 1000

const mass = steps(
  reformat(/^(\d{1,3}(?:,\d{3})+|\d+)\s*(?:kg|㎏|公斤|千克)?$/i, (number = '') => `${number.replace(/,/g, '')}kg`),
  reformat(/^(\d+(?:\.\d{1,3})?)\s*(?:t|吨)$/i, (tons = '') => `${Math.round(Number(tons) * KILOGRAMS_OF_TON)}kg`),
)

const count = reformat(/^(\d{1,3})\s*(?:\+\s*(\d{1,3}))?\s*[人座位]?$/, (first = '', more) =>
  more ? `${first}+${more}人` : `${first}人`,
)

const SIDE = String.raw`(\d{3,5})\s*(?:mm|㎜|毫米)?`
const TIMES = String.raw`\s*[x×✕✖╳⨯*,，、/·\s]\s*`
const size = reformat(
  new RegExp(`^${SIDE}${TIMES}${SIDE}${TIMES}${SIDE}$`, 'i'),
  (length = '', width = '', height = '') => `${length}×${width}×${height}mm`,
)

const BY_KIND: Readonly<Record<FieldKind, Tidy>> = {
  ...{ plate, vin, engineNum, model, date, mass, count, size, inspection, text },
  addr: text,
  fileNumber: code,
  vehicleType: steps(halfWidth, withoutSpace),
  useCharacter: steps(halfWidth, withoutSpace),
}

/** How licenses print an empty value, with or without a unit. */
const EMPTY = /^[-‐‑‒–—―−－_\s]+(?:kg|人|mm)?$/i

/**
 * Formats a typed or recognized value as the license prints it: capitals, half width, `2018-07-06`, `1995kg`, `5人`,
 * `4582×1795×1458mm`, `--`. Leaves what it does not understand. Idempotent.
 */
export function tidy(key: FieldKey, input: string): string {
  const visible = input.replace(INVISIBLE, '')
  if (visible.trim() === '') return ''
  if (EMPTY.test(visible)) return '--'
  if (key === 'remark') return entries(visible)
  return BY_KIND[fieldOf(key).kind](visible)
}
