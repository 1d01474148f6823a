import { inspectionsIn } from './data/inspections'
import type { Spot } from './forms/plain'
import type { Printing } from './printing'
import type { Random } from './random'

/** px/mm of a drawn card */
export const SCALE = 12
const SMALLEST_MM = 2.2
const MARGIN_MM = 87
const RUN = /[A-Za-z0-9()-]/
const RUNS = /[A-Za-z0-9()-]+/g
/** Approximate width of the widest letters and digits. */
const LETTER_EM = 0.61

const isWide = (letter: string): boolean => /[⺀-\uffef×mMW+]/.test(letter)

export const emsOf = (text: string, { spacing, narrow }: Printing): number =>
  Array.from(text).reduce((sum, letter) => {
    if (narrow && RUN.test(letter)) return sum + narrow.pitch
    return sum + (isWide(letter) ? 1 : LETTER_EM) + spacing
  }, 0)

/** Splits text into lines of similar length without breaking numbers or Latin words. */
function split(text: string, count: number): string[] {
  const parts = text.match(/[\w.-]+|./gu) ?? []
  const lines: string[] = ['']
  for (const part of parts) {
    const last = lines.at(-1) ?? ''
    if (last.length + part.length > Math.ceil(text.length / count) + 1 && lines.length < count) lines.push(part)
    else lines[lines.length - 1] = last + part
  }
  return lines
}

const zeros = (text: string, stroke: boolean): string => (stroke ? text.replaceAll('0', '<i>0</i>') : text)

/** Distorts letters and digits to be tall, narrow and slanted. */
function narrowed(run: string, { narrow, font, stroke }: Printing): string {
  if (!narrow || font.advance === undefined) return zeros(run, stroke)
  const { pitch, tall, slant } = narrow
  const wide = pitch / (font.advance * tall)
  return `<b style="width:${(run.length * pitch).toFixed(3)}em"><u style="font-size:${tall.toFixed(3)}em;transform:scaleX(${wide.toFixed(3)}) skewX(${(-slant).toFixed(1)}deg)">${zeros(run, stroke)}</u></b>`
}

/** HTML of a value with the printer's letters and digits. */
export const marked = (text: string, printing: Printing): string => text.replace(RUNS, (run) => narrowed(run, printing))

export interface PrintedValue {
  readonly html: string
  /** Em. */
  readonly sizeMm: number
  /** Bounding box in mm. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

/** Prints one value, smaller or in more lines if room is short. */
export function printValue(spot: Spot, text: string, printing: Printing, random: Random): PrintedValue {
  const wish = spot.value.x + printing.shift.x + random.around(printing.jitter)
  const y = spot.value.y + printing.shift.y + random.around(printing.jitter)
  const room = Math.min(spot.right, MARGIN_MM) - wish
  const isLong = ['addr', 'owner', 'remark', 'inspectionRecord'].includes(spot.key)
  const ems = emsOf(text, printing)
  const wanted = spot.key === 'inspectionRecord' || spot.key === 'remark' ? printing.sizeMm * 0.92 : printing.sizeMm
  const entries = spot.key === 'inspectionRecord' ? inspectionsIn(text) : [text]
  const lines =
    entries.length > 1
      ? entries
      : ems * wanted > room && (isLong || (ems * SMALLEST_MM > room && spot.key !== 'vin'))
        ? split(text, spot.key === 'addr' && ems * 2.7 > room * 2 ? 3 : 2)
        : [text]
  const widest = Math.max(...lines.map((line) => emsOf(line, printing)))
  const height = lines.length > 2 ? 2.3 : lines.length > 1 ? 2.9 : 9
  const sizeMm = Math.max(SMALLEST_MM, Math.min(wanted, room / widest, height))
  // Keep off the page's edge and the next label, which would hide print.
  const x = Math.min(wish, Math.min(spot.right, MARGIN_MM) - widest * sizeMm)
  const up = lines.length > 1 ? (lines.length - 1) * sizeMm * 0.5 : 0
  const place = `left:${(x * SCALE).toFixed(1)}px;top:${((y - up) * SCALE).toFixed(1)}px;font-size:${(sizeMm * SCALE).toFixed(1)}px`
  return {
    html: `<div class="value" style="${place}">${lines.map((line) => marked(line, printing)).join('<br>')}</div>`,
    sizeMm,
    box: { x, y: y - up, width: widest * sizeMm, height: lines.length * sizeMm * 1.2 },
  }
}
