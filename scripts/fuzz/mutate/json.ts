import type { Random } from '../../licenses/random'

/** Odd values: JSON, and what a cloud call may return besides. */
const ODD: readonly unknown[] = [
  null,
  undefined,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '0',
  '12',
  '1e5',
  '-1',
  '0x10',
  'NaN',
  'Infinity',
  '1,2',
  '\ud800',
  '\u0000',
  '__proto__',
  [],
  [[]],
  [1],
  ['12'],
  [null],
  {},
  { x: null, y: '' },
  { w: [], h: true },
]
/** `random.pick` does not allow `undefined`. */
const oddOne = (random: Random): unknown => ODD[random.int(0, ODD.length - 1)]

const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then', 'toJSON', '', '0', '_', '__x']
const DEPTHS = [2, 30, 200, 5_000, 50_000]

/** Allows `__proto__` as an ordinary key, like JSON.parse. */
function objectOf(entries: readonly (readonly [string, unknown])[]): object {
  const result = {}
  for (const [key, value] of entries)
    Object.defineProperty(result, key, { value, writable: true, enumerable: true, configurable: true })
  return result
}

function nested(depth: number, random: Random): unknown {
  const [asArray, key] = [random.chance(0.3), random.pick(['pos', 'a', 'error', '__proto__'])]
  let value: unknown = oddOne(random)
  for (let i = 0; i < depth; i++) value = asArray ? [value] : objectOf([[key, value]])
  return value
}

function oddValue(random: Random): unknown {
  const kind = random.int(0, 9)
  if (kind === 0) return nested(random.pick(DEPTHS), random)
  if (kind === 1) return 'x'.repeat(random.pick([100, 1_000_000]))
  if (kind === 2) return Array.from({ length: random.pick([4, 100_000]) }, () => 1)
  if (kind === 3) return objectOf([[random.pick(KEYS), oddOne(random)]])
  return oddOne(random)
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function changeEntries(value: object, random: Random): object {
  const entries = Object.entries(value as Readonly<Record<string, unknown>>)
  const at = random.int(0, Math.max(0, entries.length - 1))
  const [key, member] = entries[at] ?? ['', undefined]
  const kind = random.int(0, 4)
  if (kind === 0) return objectOf(entries.filter((_, i) => i !== at))
  if (kind === 1) return objectOf([...entries, [random.pick(KEYS), oddValue(random)]])
  if (kind === 2) return objectOf(entries.map(([name, some]) => [snakeCase(name), some]))
  const name = kind === 3 ? random.pick([...KEYS, snakeCase(key), key.toUpperCase()]) : key
  return objectOf(entries.map((entry, i) => (i === at ? [name, kind === 3 ? member : oddValue(random)] : entry)))
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Changes, adds or removes something in a value. */
export function mutateJson(value: unknown, random: Random): unknown {
  if (!isObject(value) || random.chance(0.05)) return oddValue(random)
  if (Array.isArray(value)) {
    const at = random.int(0, Math.max(0, value.length - 1))
    return value.map((item: unknown, i) => (i === at ? mutateJson(item, random) : item))
  }
  const entries = Object.entries(value)
  if (entries.length === 0 || random.chance(0.5)) return changeEntries(value, random)
  const [chosen] = random.pick(entries)
  return objectOf(entries.map(([key, member]) => [key, key === chosen ? mutateJson(member, random) : member]))
}
