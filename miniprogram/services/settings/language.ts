import { type Language, STRINGS, type Strings, type Text } from '../../strings/index'
import { namespaced } from '../platform/namespace'

const KEY = namespaced('language')

/** The phone's: Chinese of any kind is read as Chinese, everybody else is spoken to in English. */
const ofPhone = (): Language => (wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en')

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** What the person chose; nothing where the phone's language is followed. */
export function chosenLanguage(): Language | undefined {
  const kept: unknown = wx.getStorageSync(KEY)
  return isLanguage(kept) ? kept : undefined
}

let current: Language | undefined

export const language = (): Language => (current ??= chosenLanguage() ?? ofPhone())

/** Speaks another language from now on, the phone's without one. Pages that are open still speak the former. */
export function chooseLanguage(chosen: Language | undefined): void {
  current = chosen ?? ofPhone()
  try {
    if (chosen) wx.setStorageSync(KEY, chosen)
    else wx.removeStorageSync(KEY)
  } catch {
    // A full storage keeps no choice; it holds for this visit all the same.
  }
}

export const strings = (): Strings => STRINGS[language()]

export const say = (text: Text): string => text[language()]

/** Several things in one phrase. */
export const listed = (things: readonly string[]): string => things.join(language() === 'zh' ? '、' : ', ')
