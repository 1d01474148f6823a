/** The typed characters and the cursor. The next key replaces the character at the cursor. */
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

export function press({ characters, at }: Typing, key: string, maxLength: number): Typing {
  if (at >= maxLength) return { characters, at }
  return { characters: [...characters.slice(0, at), key, ...characters.slice(at + 1)], at: at + 1 }
}

/** Erases the character at the cursor, or the one before it at the end. */
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
