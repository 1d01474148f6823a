import { DEFAULT_LOOK, type Look } from '../../test/browser/look'

/** Phones to take screenshots of. */
export const LOOKS: Readonly<Record<string, Look>> = {
  default: DEFAULT_LOOK,
  dark: { ...DEFAULT_LOOK, theme: 'dark' },
  english: { ...DEFAULT_LOOK, language: 'en' },
  'width-320': { ...DEFAULT_LOOK, width: 320 },
  'width-768': { ...DEFAULT_LOOK, width: 768 },
  landscape: { ...DEFAULT_LOOK, landscape: true },
  'text-200': { ...DEFAULT_LOOK, text: 200 },
}
