import { join } from 'node:path'
import { readGraph } from '../../../simulator/build/graph'
import { findProgram, Paths } from '../../../simulator/build/paths'
import { programOf } from './folder'

const graphOf = (files: Record<string, string>) => readGraph(new Paths(programOf(files)))
const component = (path: string, json = '{"component":true}', script = 'Component({})') => ({
  [`${path}.json`]: json,
  [`${path}.js`]: script,
})

test('dependencies come first', () => {
  const { components } = graphOf({
    'pages/a/index.json': '{"usingComponents":{"b":"../../b/index"}}',
    ...component('b/index', '{"component":true,"usingComponents":{"c":"/c"}}'),
    ...component('c'),
  })
  expect(components.map(({ path, page }) => [path, page])).toEqual([
    ['c', false],
    ['b/index', false],
    ['pages/a/index', true],
  ])
  expect(components[1]?.config.usingComponents).toEqual({ c: '/c' })
})

test('components of app.json are available everywhere', () => {
  const { components } = graphOf({
    'app.json': '{"pages":["pages/a/index"],"usingComponents":{"b":"/b"}}',
    ...component('b'),
  })
  expect(components.at(-1)?.config.usingComponents).toEqual({ b: '/b' })
})

test('pages of subpackages are pages', () => {
  const { app } = graphOf({
    'app.json': '{"pages":["pages/a/index"],"subPackages":[{"root":"sub","pages":["p"]}]}',
    'sub/p.js': 'Page({})',
  })
  expect(app.pages).toEqual(['pages/a/index', 'sub/p'])
})

test('a component may be named by its folder', () => {
  const { components } = graphOf({
    'pages/a/index.json': '{"usingComponents":{"b":"../../b"}}',
    ...component('b/index'),
  })
  expect(components.at(-1)?.config.usingComponents).toEqual({ b: '/b/index' })
})

test('a missing component is reported and skipped', () => {
  const { components, warnings } = graphOf({
    'pages/a/index.json': '{"usingComponents":{"b":"plugin://maps/b","c":"/c"}}',
    ...component('c'),
  })
  expect(components.at(-1)?.config.usingComponents).toEqual({ c: '/c' })
  expect(warnings).toEqual(['pages/a/index.json: "plugin://maps/b" for <b> was not found'])
})

test('packages are found in node_modules', () => {
  const { components } = graphOf({ 'pages/a/index.json': '{"usingComponents":{"i":"@vant/weapp/icon/index"}}' })
  const icon = components.find(({ path }) => path === 'miniprogram_npm/@vant/weapp/icon/index')
  expect(icon?.script).toMatch(/@vant\/weapp\/lib\/icon\/index\.js$/)
})

test("DevTools' npm build takes precedence over node_modules", () => {
  const built = component('miniprogram_npm/@vant/weapp/icon/index')
  const files = { 'pages/a/index.json': '{"usingComponents":{"i":"@vant/weapp/icon/index"}}', ...built }
  expect(graphOf(files).components[0]?.script).toMatch(/miniprogram_npm\/@vant\/weapp\/icon\/index\.js$/)
})

test('a component has its own scope unless it shares styles', () => {
  const uses = '{"usingComponents":{"b":"/b","c":"/c","d":"/d"}}'
  const { components } = graphOf({
    'pages/a/index.json': uses,
    ...component('b'),
    ...component('c', '{"component":true,"styleIsolation":"shared"}'),
    ...component('d', undefined, "Component({ options: { styleIsolation: 'shared' } })"),
  })
  expect(components.map(({ path, scope }) => [path, scope !== ''])).toEqual([
    ['b', true],
    ['c', false],
    ['d', false],
    ['pages/a/index', false],
  ])
})

test('an unreadable app.json is named', () => {
  expect(() => graphOf({ 'app.json': '{' })).toThrow(/app\.json: /)
})

test("a project names its program's folder", () => {
  const folder = programOf({ 'project.config.json': '{"miniprogramRoot":"mp/"}', 'mp/app.json': '{"pages":[]}' })
  expect(findProgram(folder)).toBe(folder)
  const project = programOf({ 'inner/project.config.json': '{"miniprogramRoot":"../"}' })
  expect(findProgram(join(project, 'inner'))).toBe(project)
  expect(() => findProgram(join(project, 'pages'))).toThrow(/no app\.json/)
})

test('theme.json is read, and must exist if app.json names it', () => {
  const app = '{"pages":["pages/a/index"],"darkmode":true,"themeLocation":"theme.json"}'
  const theme = { light: { bar: '#fff' }, dark: { bar: '#000' } }
  expect(graphOf({ 'app.json': app, 'theme.json': JSON.stringify(theme) }).theme).toEqual(theme)
  expect(() => graphOf({ 'app.json': app })).toThrow(/themeLocation "theme.json" does not exist/)
})
