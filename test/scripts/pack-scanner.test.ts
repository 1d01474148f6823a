import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { globSync } from 'tinyglobby'
import ts from 'typescript'
import { checkTemplates } from '../../scripts/check/templates'
import { packScanner } from '../../scripts/pack-scanner/pack'

/** Limit of the part in the host's main package. */
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

/** References of a packed file to others. */
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

test('files refer to each other by relative paths within the same package', () => {
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

test('no script or template uses a root path of this project', () => {
  const absolute = filesOf('**/*.{js,json,wxml,wxss}').filter((file) =>
    /["'`(]\/(pages|components|images|services)\//.test(readFileSync(file, 'utf8')),
  )
  expect(absolute.map((file) => relative(folder, file))).toEqual([])
})

test('the part in the main package is small', () => {
  expect(size.main).toBeGreaterThan(1_000)
  expect(size.main).toBeLessThan(MAIN_BUDGET_BYTES)
})

test('WeChat’s compilers accept the templates and styles', async () => {
  expect(await checkTemplates(folder)).toMatchObject({ ok: true })
})

test('the folder is an npm package', () => {
  const manifest = JSON.parse(readFileSync(join(out, 'package.json'), 'utf8')) as Record<string, string>
  expect(manifest).toMatchObject({ name: 'vehicle-license-scanner', miniprogram: 'scanner' })
  for (const file of [manifest.main ?? '', manifest.types ?? '']) readFileSync(join(out, file))
})

test('a TypeScript program sees the types', () => {
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
