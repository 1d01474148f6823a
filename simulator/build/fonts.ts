/** Served by the simulator. A phone always has Chinese to fall back on; the computer's own fonts may not. */
const CHINESE = "'Noto Sans SC Variable'"
const GENERIC = /,?\s*(serif|sans-serif|monospace|cursive|fantasy|system-ui)\s*$/
/** Keywords and variables, which hold no list of families. */
const NO_LIST = /^(inherit|initial|unset|revert)$|var\(/

/** The value of a `font-family` declaration, with a Chinese font before the generic one that ends it. */
export function withChinese(value: string): string {
  if (NO_LIST.test(value.trim())) return value
  const generic = GENERIC.exec(value)
  if (!generic) return `${value}, ${CHINESE}`
  const families = value.slice(0, generic.index)
  return families === '' ? `${CHINESE}, ${generic[1]}` : `${families}, ${CHINESE}, ${generic[1]}`
}
