/** Served by the simulator, because the computer may have no Chinese fallback font. */
const CHINESE = "'Noto Sans SC Variable'"
const GENERIC = /,?\s*(serif|sans-serif|monospace|cursive|fantasy|system-ui)\s*$/
/** Values that are not a list of families. */
const NO_LIST = /^(inherit|initial|unset|revert)$|var\(/

/** Inserts the Chinese font into a `font-family` value, before the generic family at its end. */
export function withChinese(value: string): string {
  if (NO_LIST.test(value.trim())) return value
  const generic = GENERIC.exec(value)
  if (!generic) return `${value}, ${CHINESE}`
  const families = value.slice(0, generic.index)
  return families === '' ? `${CHINESE}, ${generic[1]}` : `${families}, ${CHINESE}, ${generic[1]}`
}
