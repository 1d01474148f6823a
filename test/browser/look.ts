import type { Language } from '../../miniprogram/strings'

/** How a phone is set up for a look at the mini program. */
export interface Look {
  readonly language: Language
  readonly theme: 'light' | 'dark'
  /** px of the upright screen: a size that the simulator knows. */
  readonly width: 320 | 375 | 414 | 768
  readonly landscape: boolean
  /** Text size, %. */
  readonly text: number
}

export const DEFAULT_LOOK: Look = { language: 'zh', theme: 'light', width: 375, landscape: false, text: 100 }

const LANGUAGES: Record<Language, string> = { zh: 'zh_CN', en: 'en' }

/**
 * The address of the simulator's page that shows nothing but such a phone's screen.
 *
 * @param meter whether what the program sends to its views is written down
 */
export function addressOf(origin: string, look: Look, { route = '', meter = false } = {}): string {
  const { language, theme, width, landscape, text } = look
  const query = new URLSearchParams({ bare: '', width: `${width}`, language: LANGUAGES[language], text: `${text}` })
  if (theme === 'dark') query.set('theme', theme)
  if (landscape) query.set('landscape', '')
  if (meter) query.set('meter', '')
  return `${origin}/?${query.toString()}${route === '' ? '' : `#/${route}`}`
}

/** A name for files and tests: `en-dark-320-landscape-200`, without what is usual. */
export function nameOf(look: Look): string {
  const { language, theme, width, landscape, text } = look
  const parts = [
    language === DEFAULT_LOOK.language ? '' : language,
    theme === DEFAULT_LOOK.theme ? '' : theme,
    width === DEFAULT_LOOK.width ? '' : `${width}`,
    landscape ? 'landscape' : '',
    text === DEFAULT_LOOK.text ? '' : `text-${text}`,
  ]
  return parts.filter((part) => part !== '').join('-') || 'usual'
}
