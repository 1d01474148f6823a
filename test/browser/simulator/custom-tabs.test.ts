import { programOf } from '../../simulator/build/folder'
import { useFixture } from './fixture'

const page = (name: string, index: number) => ({
  [`pages/${name}.js`]: `Page({ onShow() { this.getTabBar().setData({ selected: ${index} }) } })`,
  [`pages/${name}.wxml`]: `<view class="name">${name}</view>`,
})

const program = programOf({
  'app.json': JSON.stringify({
    pages: ['pages/home', 'pages/mine'],
    tabBar: {
      custom: true,
      list: [
        { pagePath: 'pages/home', text: 'Home' },
        { pagePath: 'pages/mine', text: 'Mine' },
      ],
    },
  }),
  ...page('home', 0),
  ...page('mine', 1),
  'custom-tab-bar/index.json': '{"component":true}',
  'custom-tab-bar/index.js': `Component({
    data: { selected: -1 },
    methods: { go() { wx.switchTab({ url: '/pages/mine' }) } },
  })`,
  'custom-tab-bar/index.wxml': '<view style="position:fixed;bottom:0" bindtap="go">go, {{selected}}</view>',
})

const { open, tap, expectText, visible, errors } = useFixture(() => [], program)

test('a program may have a custom tab bar', async () => {
  await open()
  await expectText('.name', 'home')
  await tap('go, 0')
  await expectText('.name', 'mine')
  await visible(':text-is("go, 1")').waitFor()
  expect(await visible('.phone-tabs').count()).toBe(0)
  expect(await errors().count()).toBe(0)
})
