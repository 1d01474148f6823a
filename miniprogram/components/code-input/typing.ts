/** What is typed, character by character, and the place of the next key: it takes the place of what stands there. */
export interface Typing {
  readonly characters: readonly string[]
  /** 0..characters.length */
  readonly at: number
}

export const startTyping = (value: string): Typing => {
  const characters = Array.from(value)
  return { characters, at: characters.length }
}

export const valueOf = ({ characters }: Typing): string => characters.join('')

/** A key beyond the longest there may be does nothing. */
export function press({ characters, at }: Typing, key: string, longest: number): Typing {
  if (at >= longest) return { characters, at }
  return { characters: [...characters.slice(0, at), key, ...characters.slice(at + 1)], at: at + 1 }
}

/** Takes away what stands at the place, or before it where nothing does. */
export function erase({ characters, at }: Typing): Typing {
  const from = at < characters.length ? at : at - 1
  if (from < 0) return { characters, at }
  return {
    characters: characters.filter((_, i) => i !== from),
    at: at < characters.length ? Math.max(0, at - 1) : from,
  }
}

export const moveTo = ({ characters }: Typing, at: number): Typing => ({
  characters,
  at: Math.min(characters.length, Math.max(0, at)),
})
