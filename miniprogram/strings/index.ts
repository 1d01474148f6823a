import { en } from './en'
import { type Strings, zh } from './zh'

export type { Strings }

export const STRINGS = { zh, en } as const satisfies Record<string, Strings>

export type Language = keyof typeof STRINGS

/** A text in every language: made where the rule is known, said in one language where it is shown. */
export type Text = Readonly<Record<Language, string>>

/** The same string of both files. */
export const text = (pick: (strings: Strings) => string): Text => ({ zh: pick(zh), en: pick(en) })

/** Both languages in one line, for those who may read either: a server's error, a command's output. */
export const bilingual = ({ zh, en }: Text): string => `${zh} ${en}`
