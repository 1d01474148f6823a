const widthOfCharacter = (character: string): number => ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1)

/** WeChat's measure: a Latin letter counts 1, a Chinese character 2. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + widthOfCharacter(character), 0)

/** Cuts a text off at the given width. */
export function truncateToWidth(text: string, max: number): string {
  let width = 0
  return Array.from(text)
    .filter((character) => (width += widthOfCharacter(character)) <= max)
    .join('')
}
