const widthOfCharacter = (character: string): number => ((character.codePointAt(0) ?? 0) > 0xff ? 2 : 1)

/** Width of a text as the client counts it: a Latin letter is 1, a Chinese character 2. */
export const textWidth = (text: string): number =>
  Array.from(text).reduce((width, character) => width + widthOfCharacter(character), 0)

/** What of a text is no wider than `max`. */
export function startOfWidth(text: string, max: number): string {
  let width = 0
  return Array.from(text)
    .filter((character) => (width += widthOfCharacter(character)) <= max)
    .join('')
}
