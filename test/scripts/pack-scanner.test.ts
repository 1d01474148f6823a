import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { globSync } from 'tinyglobby'
import ts from 'typescript'
import { checkTemplates } from '../../scripts/check/templates'
import { packScanner } from '../../scripts/pack-scanner/pack'

/** What the part that lies in another program's main package may weigh, in bytes. */
const MAIN_BUDGET_BYTES = 10_000

const out = mkdtempSync(join(tmpdir(), 'packed-'))
const folder = join(out, 'scanner')
let size: Awaited<ReturnType<typeof packScanner>>

beforeAll(async () => {
  size = await packScanner(out)
})
afterAll(() => rmSync(out, { recursive: true }))

const filesOf = (pattern: string): string[] => globSync(pattern, { cwd: folder, absolute: true })
const inFlow = (path: string): boolean => relative(folder, path).startsWith('flow/')

/** Everything that a packed file names in another one. */
function namedIn(file: string): string[] {
  const content = readFileSync(file, 'utf8')
  if (file.endsWith('.json')) {
    const { usingComponents = {} } = JSON.parse(content) as { usingComponents?: Record<string, string> }
    return Object.values(usingComponents).map((target) => `${target}.json`)
  }
  const pattern = file.endsWith('.wxss')
    ? /@import\s+["']([^"']+)/g
    : /(?:require\(|<(?:wxs|import|include)\s[^>]*src=)["']([^"']+)/g
  return Array.from(content.matchAll(pattern), ([, target = '']) => target)
}

test('each file names others by relative paths, which lie in the same package', () => {
  const named = filesOf('**/*.{js,json,wxml,wxs,wxss}').flatMap((file) =>
    namedIn(file).map((target) => ({ file, target })),
  )
  expect(named.length).toBeGreaterThan(300)
  const wrong = named.filter(({ file, target }) => {
    const path = join(dirname(file), target)
    const isThere = filesOf(`${relative(folder, path)}{,.js}`).length > 0
    return !target.startsWith('.') || !isThere || inFlow(path) !== inFlow(file)
  })
  expect(wrong).toEqual([])
})

test('no script or template takes a place in this project for the root', () => {
  const absolute = filesOf('**/*.{js,json,wxml,wxss}').filter((file) =>
    /["'`(]\/(pages|components|images|services)\//.test(readFileSync(file, 'utf8')),
  )
  // Home is no part of the flow, and its pages name none but their neighbors.
  expect(absolute.map((file) => relative(folder, file))).toEqual([])
})

test('little lies in the main package', () => {
  expect(size.main).toBeGreaterThan(1_000)
  expect(size.main).toBeLessThan(MAIN_BUDGET_BYTES)
})

test('WeChat’s own compilers take the templates and styles', async () => {
  expect(await checkTemplates(folder)).toMatchObject({ ok: true })
})

test('npm takes the folder', () => {
  const manifest = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8')) as Record<string, string>
  expect(manifest).toMatchObject({ name: 'vehicle-license-scanner', miniprogram: 'scanner' })
  for (const file of [manifest.main ?? '', manifest.types ?? '']) readFileSync(join(out, file))
})

test('a program in TypeScript sees the types of what it gets', () => {
  const page = join(out, 'page.ts')
  writeFileSync(
    page,
    `import { type PluginResult, scanVehicleLicense } from './scanner/index'
     export const plate = async (): Promise<string | undefined> => (await scanVehicleLicense({ from: 'album' })).plateNum
     export const onSuccess = ({ plate_num, image_path }: PluginResult): string => plate_num.text + image_path
     // @ts-expect-error there is no such field
     export const wrong = async (): Promise<unknown> => (await scanVehicleLicense()).plate`,
  )
  const target = ts.ScriptTarget.ES2020
  const program = ts.createProgram([page], { strict: true, noEmit: true, target, types: [] })
  const found = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)
  expect(found).toEqual([])
})
