import { FIELDS } from '../../miniprogram/vehicle-license/fields'
import { bilingual } from '../../miniprogram/strings'
import { knownWarnings, WARNINGS } from '../../miniprogram/vehicle-license/warnings'
import type { FileReply } from './recognize-file'

/** Characters that are two columns wide on a terminal. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g

const columns = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/** Aligns the columns. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, i) => (widest[i] = Math.max(widest[i] ?? 0, columns(cell))))
    return widest
  }, [])
  return rows
    .map((row) =>
      row
        .map((cell, i) => pad(cell, widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** One file's result as text: fields with labels, value and confidence, then the warnings. */
export function describe(reply: FileReply): string {
  const head = `${reply.file}  (${reply.ms} ms)`
  if (!reply.ok) return `${head}\n${reply.error.code}  ${reply.error.message}\n`
  const { license, evidence, warnings = [] } = reply.recognition
  const rows = FIELDS.flatMap(({ key, label }) => {
    const confidence = evidence?.[key]?.confidence
    const percent = confidence === undefined ? '' : `${Math.round(confidence * 100)} %`
    return license[key] === undefined ? [] : [[label.zh, label.en, license[key], percent]]
  })
  // A newer server may send unknown warnings.
  const lines = knownWarnings(warnings).map((code) => `${code}  ${bilingual(WARNINGS[code])}\n`)
  return `${head}\n${layOut(rows)}\n${lines.join('')}`
}
