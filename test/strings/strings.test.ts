import { STRINGS } from '../../miniprogram/strings'

/** Every string of a file by its path; those with a gap in them, filled with 1. */
function flatten(strings: object, path = ''): [path: string, value: string][] {
  return Object.entries(strings).flatMap(([key, value]: [string, unknown]) => {
    const at = `${path}/${key}`
    if (typeof value === 'string') return [[at, value]]
    if (typeof value === 'function') return [[at, String((value as (...gaps: string[]) => unknown)('1', '1', '1'))]]
    return flatten(value as object, at)
  })
}

const zh = flatten(STRINGS.zh)
const en = flatten(STRINGS.en)

test('both files have the same strings', () => {
  expect(en.map(([path]) => path)).toEqual(zh.map(([path]) => path))
})

test.each(zh)('%s is Chinese', (_, value) => {
  expect(value).toMatch(/\p{Script=Han}/u)
})

/** A unit of the license itself is written as it is printed. */
const PRINTED = /5人/

test.each(en)('%s is English', (_, value) => {
  expect(value).toMatch(/[A-Za-z]/)
  expect(value.replace(PRINTED, '')).not.toMatch(/\p{Script=Han}/u)
})
