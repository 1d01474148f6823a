import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { ROOT } from '../../scripts/paths'

const documents = globSync(['*.md', 'docs/*.md', '.github/*.md', 'scripts/**/*.md'], {
  cwd: ROOT,
  dot: true,
  ignore: ['**/node_modules/**'],
})
const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8')) as { scripts: Record<string, string> }
const read = (document: string): string => readFileSync(join(ROOT, document), 'utf8')
const found = (text: string, pattern: RegExp): string[] => Array.from(text.matchAll(pattern), ([, match = '']) => match)

/** What `npm run build` and the tests put there: not in a fresh checkout. */
const MADE = /^(dist|cloudfunctions\/\w+\/index\.js|miniprogram\/miniprogram_npm)/

/** Whatever stands in backticks, begins in a folder of the project's and is nothing but a path. */
const pathsOf = (text: string): string[] =>
  found(text, /`([\w.@-]+\/[\w./*@-]*)`/g).filter(
    (path) => !MADE.test(path) && existsSync(join(ROOT, path.split('/')[0] ?? '')),
  )

const isThere = (path: string): boolean =>
  path.includes('*') ? globSync(path, { cwd: ROOT }).length > 0 : existsSync(join(ROOT, path))

/** A heading's anchor, as GitHub makes it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document : join(dirname(document), path)
  if (!existsSync(join(ROOT, file))) return false
  return (
    anchor === undefined ||
    found(read(file), /^#+ (.*)$/gm)
      .map(anchorOf)
      .includes(anchor)
  )
}

test('there are documents, and paths in them', () => {
  expect(documents).toContain('CONTRIBUTING.md')
  expect(pathsOf(read('CONTRIBUTING.md')).length).toBeGreaterThan(20)
})

describe.each(documents)('%s', (document) => {
  const text = read(document)

  test('names paths that exist', () => {
    expect(pathsOf(text).filter((path) => !isThere(path))).toEqual([])
  })

  test('names commands that exist', () => {
    const commands = found(text, /npm run (?:-s |--silent )?([a-z][\w:-]*)/g)
    expect(commands.filter((command) => !(command in scripts))).toEqual([])
  })

  test('links to what exists', () => {
    const targets = found(text, /(?:\]\(|src=")([^)"\s]+)/g).filter((target) => !/^(https?|mailto):/.test(target))
    expect(targets.filter((target) => !leadsSomewhere(document, target))).toEqual([])
  })
})
