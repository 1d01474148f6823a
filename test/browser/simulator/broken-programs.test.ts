import type { Page } from 'playwright-core'
import { programOf } from '../../simulator/build/folder'
import { useFixture } from './fixture'

/** Every page but the first is broken. */
const PAGES = [
  'home',
  'component',
  'script',
  'silent',
  'template',
  'missing',
  'constant',
  'behavior',
  'observer',
  'plain',
  'base',
  'database',
  'mixed',
]

const component = (name: string, script: string, wxml = '<view>inside</view>') => ({
  [`components/${name}.js`]: script,
  [`components/${name}.json`]: '{"component":true}',
  [`components/${name}.wxml`]: wxml,
})
const pageUsing = (name: string, others: string[] = []) => ({
  [`pages/${name}/index.json`]: JSON.stringify({
    usingComponents: Object.fromEntries([name, ...others].map((used) => [used, `/components/${used}`])),
  }),
  [`pages/${name}/index.wxml`]: `<view class="here">here</view>${[name, ...others].map((used) => `<${used} />`).join('')}`,
})

const program = programOf({
  'app.json': JSON.stringify({ pages: PAGES.map((name) => `pages/${name}/index`) }),
  'app.js': "require('./mixin'); App({ onLaunch() { this.ready = 'ready' } })",
  'mixin.js': "const original = Page; Page = (page) => original({ ...page, data: { mixed: 'mixed', ...page.data } })",
  ...Object.fromEntries(PAGES.map((name) => [`pages/${name}/index.js`, 'Page({})'])),
  ...Object.fromEntries(PAGES.map((name) => [`pages/${name}/index.wxml`, '<view class="here">here</view>'])),
  'pages/home/index.js': 'const { ready } = getApp(); Page({ data: { ready } })',
  'pages/home/index.wxml': '<view class="here">{{ready}}</view>',
  ...pageUsing('component', ['sound']),
  ...component('component', "throw new Error('broken component')"),
  ...component('sound', 'Component({})'),
  'pages/script/index.js': 'const = 1',
  'pages/silent/index.js': '',
  'pages/template/index.wxml': '<view class="here">here</view><view>{{ a. }}</view>',
  'pages/missing/index.js': "Page({ onLoad() { require('nowhere/x') } })",
  'pages/constant/index.js':
    "const total = 1\nPage({ data: { before: '' }, onLoad() { this.setData({ before: 'set' }); total = 2 } })",
  'pages/constant/index.wxml': '<view class="here">{{before}}</view>',
  ...pageUsing('behavior'),
  ...component('behavior', "Component({ behaviors: ['wx://unheard-of'] })"),
  ...pageUsing('observer'),
  ...component('observer', "Component({ properties: { a: { type: String, observer: 'absent' } } })"),
  ...pageUsing('base'),
  ...component(
    'base',
    `Component({
      options: { virtualHost: true },
      data: { text: 'before' },
      attached() { this.setData({ text: 'set' }) },
    })`,
    '<view class="inner">{{text}}</view>',
  ),
  'pages/database/index.js': "const db = wx.cloud.database()\nPage({ onLoad() { db.collection('cars') } })",
  'pages/mixed/index.wxml': '<view class="here">{{mixed}}</view>',
  'pages/plain/index.wxml': '<h3 class="here">here</h3>',
})

const fixture = useFixture(() => [], program)
const { open, visible, expectText, errors, seeError } = fixture

let page: Page
let warnings: string[]
beforeEach(() => {
  page = fixture.page
  warnings = []
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text())
  })
})

test('a broken page does not affect a page that does not use it', async () => {
  await open('home')
  await expectText('.here', 'ready')
  expect(await errors().count()).toBe(0)
})

test('a component that cannot be loaded breaks only itself', async () => {
  await open('component')
  await expectText('.here', 'here')
  await expectText('sound', 'inside')
  await expectText('component', 'broken component')
  await seeError('broken component')
})

test.each([
  ['script', /pages\/script\/index\.js:1: /],
  ['silent', 'pages/silent/index: its script registers no page'],
])('a page that cannot be loaded shows why (%s)', async (name, text) => {
  await open(name)
  await expectText('.phone-missing', text)
  await page.evaluate("wx.reLaunch({ url: '/pages/home/index' })")
  await expectText('.here', 'ready')
})

test.each([
  ['template', 'here', 'pages/template/index.wxml:1'],
  ['missing', 'here', 'module "nowhere/x" was not found'],
  ['constant', 'set', 'Assignment to constant variable "total"'],
  ['database', 'here', 'wx.cloud.database().collection is not available'],
  ['behavior', 'here', 'behavior "wx://unheard-of" is not available'],
])('an error is reported when it is reached, and the page is shown (%s)', async (name, text, error) => {
  await open(name)
  await expectText('.here', text)
  await seeError(error)
})

test('an observer without a method causes a warning', async () => {
  await open('observer')
  await expectText('observer', 'inside')
  expect(await errors().count()).toBe(0)
  expect(warnings).toEqual([expect.stringContaining('components/observer: Cannot find method "absent"')])
})

test('an unknown tag shows its content', async () => {
  await open('plain')
  await expectText('.here', 'here')
  expect(await errors().count()).toBe(0)
})

test("a component may have an HTML tag's name and a virtual host", async () => {
  await open('base')
  await visible(':text-is("set")').waitFor()
  expect(await errors().count()).toBe(0)
})

test('a program may wrap Page', async () => {
  await open('mixed')
  await expectText('.here', 'mixed')
})

test('the badge counts errors, and a tap lists them', async () => {
  await open('missing')
  await expectText('.here', 'here')
  const badge = page.getByRole('button', { name: '1 个错误 1 error' })
  await badge.waitFor()
  expect(await errors().isVisible()).toBe(false)
  await badge.click()
  expect(await errors().innerText()).toContain('nowhere/x')
  const { width = 0, height = 0 } = (await badge.boundingBox()) ?? {}
  expect(Math.max(width, height)).toBeLessThan(40)
  expect(await visible('.here').isVisible()).toBe(true)
})
