import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { LAYOUTS, LIST } from './layouts'

export type Script = 'zh' | 'en'

/** A label to search for. */
export interface Spelling {
  /** Two where both pages print the label. */
  readonly fields: readonly Field[]
  readonly script: Script
  readonly characters: readonly string[]
  /** Largest edit distance. */
  readonly maxErrors: number
}

/** Normalizes case, width, spaces and punctuation for comparison. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:·'-]/g, '')

/** Chinese characters carry more information than Latin letters. */
const ERRORS_PER_CHARACTER: Record<Script, number> = { zh: 0.4, en: 0.2 }

function spell(fields: readonly Field[], script: Script, label: string): Spelling {
  const characters = Array.from(comparable(label))
  const maxErrors = Math.floor(characters.length * ERRORS_PER_CHARACTER[script])
  return { fields, script, characters, maxErrors }
}

/** Alternative labels of the forms. */
const otherWordings = (fields: readonly Field[]): Spelling[] =>
  [...LAYOUTS, LIST].flatMap(({ wording = {} }) =>
    fields.flatMap((field) => (wording[field.key] ?? []).map((label) => spell([field], 'zh', label))),
  )

/** All labels of the fields in both languages, and of the forms, without duplicates. */
export function spellingsOf(fields: readonly Field[]): Spelling[] {
  const labels = new Set(fields.map(({ label }) => label.zh))
  const ofTable = Array.from(labels).flatMap((zh) => {
    const sharing = fields.filter(({ label }) => label.zh === zh)
    const english = new Set(sharing.map(({ label }) => label.en))
    return [spell(sharing, 'zh', zh), ...Array.from(english, (en) => spell(sharing, 'en', en))]
  })
  return [...ofTable, ...otherWordings(fields)]
}
