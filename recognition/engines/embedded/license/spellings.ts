import type { Field, FieldKey } from '../../../../miniprogram/vehicle-license/fields'
import { LAYOUTS, LIST } from './layouts'

export type Script = 'zh' | 'en'

/** A label as it is looked for. */
export interface Spelling<F extends Field> {
  /** One, or two where both pages print the same label. */
  readonly fields: readonly F[]
  readonly script: Script
  readonly characters: readonly string[]
  /** How many characters may be wrong, missing or too many. */
  readonly maxErrors: number
}

/** What a label is compared by: no matter the case, the width, spaces and points. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.:·'-]/g, '')

/** Chinese characters look alike to a recognizer less often, and tell more, than Latin letters. */
const ERRORS_PER_CHARACTER: Record<Script, number> = { zh: 0.4, en: 0.2 }

function spell<F extends Field>(fields: readonly F[], script: Script, label: string): Spelling<F> {
  const characters = Array.from(comparable(label))
  const maxErrors = Math.floor(characters.length * ERRORS_PER_CHARACTER[script])
  return { fields, script, characters, maxErrors }
}

/** Other words that a form has for a label. */
const otherWordings = <F extends Field>(fields: readonly F[]): Spelling<F>[] =>
  [...LAYOUTS, LIST].flatMap(({ wording = {} }) =>
    fields.flatMap((field) => (wording[field.key as FieldKey] ?? []).map((label) => spell([field], 'zh', label))),
  )

/** Every label of the table in both languages, and of the forms, each once. */
export function spellingsOf<F extends Field>(fields: readonly F[]): Spelling<F>[] {
  const labels = new Set(fields.map(({ label }) => label.zh))
  const ofTable = Array.from(labels).flatMap((zh) => {
    const sharing = fields.filter(({ label }) => label.zh === zh)
    const english = new Set(sharing.map(({ label }) => label.en))
    return [spell(sharing, 'zh', zh), ...Array.from(english, (en) => spell(sharing, 'en', en))]
  })
  return [...ofTable, ...otherWordings(fields)]
}
