import type { Page } from 'playwright-core'
import { programOf } from '../../simulator/build/folder'
import { useFixture } from './fixture'

const page = (name: string) => ({
  [`pages/${name}/index.js`]: `Page({
    data: { log: '' },
    onLoad() { this.note('load') },
    onShow() { this.note('show') },
    onHide() { this.note('hide') },
    onUnload() { globalThis.unloaded = '${name}' },
    onTabItemTap({ index, pagePath, text }) { this.note('tap ' + index + ' ' + pagePath + ' ' + text) },
    note(what) { this.setData({ log: this.data.log + what + ';' }) },
    more() { wx.navigateTo({ url: '/pages/more/index' }) },
  })`,
  [`pages/${name}/index.wxml`]: `<view class="name">${name}</view><view class="log">{{log}}</view><view bindtap="more">more of it</view>`,
})

const program = programOf({
  'app.json': JSON.stringify({
    pages: ['pages/home/index', 'pages/mine/index', 'pages/more/index'],
    tabBar: {
      selectedColor: '#ff0000',
      list: [
        { pagePath: 'pages/home/index', text: 'Home' },
        { pagePath: 'pages/mine/index', text: 'Mine' },
      ],
    },
  }),
  ...page('home'),
  ...page('mine'),
  ...page('more'),
})

const fixture = useFixture(() => [], program)
const { open, visible, tap, expectText, errors } = fixture

let phone: Page
beforeEach(async () => {
  phone = fixture.page
  await open('home')
  await expectText('.name', 'home')
})
const tab = (name: string) => visible('.phone-tab').filter({ hasText: name })
const routes = (): Promise<unknown> => phone.evaluate('getCurrentPages().map(({ route }) => route)')
const failureOf = (call: string): Promise<unknown> => phone.evaluate(`${call}.catch(({ errMsg }) => errMsg)`)

test("a tap on a tab shows its page, and other tabs' pages stay alive", async () => {
  await tab('Mine').click()
  await expectText('.name', 'mine')
  await expectText('.log', 'load;show;tap 1 pages/mine/index Mine;')
  expect(await tab('Mine').evaluate((node) => getComputedStyle(node).color)).toBe('rgb(255, 0, 0)')
  await tab('Home').click()
  await expectText('.log', 'load;show;hide;show;tap 0 pages/home/index Home;')
  expect(await routes()).toEqual(['pages/home/index'])
  expect(await errors().count()).toBe(0)
})

test('switchTab closes pages that are not tabs', async () => {
  await tap('more of it')
  await expectText('.name', 'more')
  expect(await visible('.phone-tabs').count()).toBe(0)
  await phone.evaluate("wx.switchTab({ url: '/pages/mine/index' })")
  await expectText('.name', 'mine')
  expect(await routes()).toEqual(['pages/mine/index'])
  expect(await phone.evaluate('unloaded')).toBe('more')
})

test('only switchTab opens tabs, and nothing else', async () => {
  expect(await failureOf("wx.navigateTo({ url: '/pages/mine/index' })")).toBe(
    'navigateTo:fail can not navigateTo a tabbar page',
  )
  expect(await failureOf("wx.switchTab({ url: '/pages/more/index' })")).toBe(
    'switchTab:fail can not switch to no-tabBar page',
  )
})

test('a tab can have a badge and another text, and the bar can be hidden', async () => {
  await phone.evaluate("wx.setTabBarBadge({ index: 1, text: '3' })")
  await phone.evaluate("wx.setTabBarItem({ index: 0, text: 'House' })")
  await expectText('.phone-tab', 'Mine3')
  await expectText('.phone-tab', 'House')
  const height = (): Promise<number> => phone.evaluate('wx.getWindowInfo().windowHeight')
  const withBar = await height()
  await phone.evaluate('wx.hideTabBar()')
  await visible('.phone-tabs').waitFor({ state: 'hidden' })
  expect(await height()).toBe(withBar + 50)
})
