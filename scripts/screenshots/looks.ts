import { type Look, USUAL_LOOK } from '../../test/browser/look'

/** Phones to take screenshots of. */
export const LOOKS: Readonly<Record<string, Look>> = {
  default: USUAL_LOOK,
  dark: { ...USUAL_LOOK, theme: 'dark' },
  english: { ...USUAL_LOOK, language: 'en' },
  'width-320': { ...USUAL_LOOK, width: 320 },
  'width-768': { ...USUAL_LOOK, width: 768 },
  landscape: { ...USUAL_LOOK, landscape: true },
  'text-200': { ...USUAL_LOOK, text: 200 },
}
