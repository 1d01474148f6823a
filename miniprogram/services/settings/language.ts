import { type Language, STRINGS, type Strings, type Text } from '../../strings/index'
import { namespaced } from '../platform/namespace'

const KEY = namespaced('language')

/** Chinese for any Chinese locale, English for all others. */
const phoneLanguage = (): Language => (wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en')

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** Undefined: the phone's language. */
export function chosenLanguage(): Language | undefined {
  const kept: unknown = wx.getStorageSync(KEY)
  return isLanguage(kept) ? kept : undefined
}

let current: Language | undefined

export const language = (): Language => (current ??= chosenLanguage() ?? phoneLanguage())

/** Undefined: the phone's language. Open pages keep their texts until they are reloaded. */
export function chooseLanguage(chosen: Language | undefined): void {
  current = chosen ?? phoneLanguage()
  try {
    if (chosen) wx.setStorageSync(KEY, chosen)
    else wx.removeStorageSync(KEY)
  } catch {
    // Storage is full: the choice lasts until the app closes.
  }
}

export const strings = (): Strings => STRINGS[language()]

export const say = (text: Text): string => text[language()]

export const joinList = (items: readonly string[]): string => items.join(language() === 'zh' ? '、' : ', ')
