import type { Locator, Page } from 'playwright-core'
import { useFixture } from './fixture'

const fixture = useFixture()
const { open, visible, tap, expectText, errors } = fixture

let page: Page
beforeEach(async () => {
  page = fixture.page
  await open('vant')
  await expectText('.phone-title', '组件')
})

/** A test that fails if the simulator reports an error. */
const works = (name: string, use: () => Promise<void>): void => {
  test(name, async () => {
    await use()
    expect(await errors().allInnerTexts()).toEqual([])
  })
}

const item = (text: string): Locator => visible('[class*="picker-column__item"]').filter({ hasText: text })
const confirm = (): Promise<void> => visible('[class*="picker__confirm"]').filter({ visible: true }).click()

/** Swipes a node horizontally. */
async function swipe(node: Locator, byPx: number): Promise<void> {
  const { x, y, width, height } = (await node.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const from = { x: x + width / 2, y: y + height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  for (const share of [0.25, 0.5, 0.75, 1]) await page.mouse.move(from.x + byPx * share, from.y)
  await page.mouse.up()
}

works('a date is picked', async () => {
  await tap('选日期')
  await item('2019').click()
  await item('12').first().click()
  await confirm()
  await expectText('.log', /^2019-12-\d+$/)
})

works('an item is picked', async () => {
  await tap('选车型')
  await item('重型货车').click()
  await confirm()
  await expectText('.log', '1 重型货车')
})

works('a search is typed, and sent off by the keyboard', async () => {
  const field = visible('.search input')
  await field.fill('京A')
  await expectText('.words', '京A')
  await field.press('Enter')
  await expectText('.log', 'searched 京A')
})

works('a row is swiped, and its button tapped', async () => {
  const remove = visible('.delete')
  const before = await remove.boundingBox()
  await swipe(visible('.row van-cell'), -100)
  await remove.click()
  await expectText('.log', 'removed')
  expect(before?.x).toBeGreaterThanOrEqual(375)
})

works('a part is unfolded', async () => {
  const inside = visible('.in-duplicate')
  expect(await visible('.in-main').isVisible()).toBe(true)
  await visible('.duplicate').getByText('副页').click()
  await inside.waitFor()
})

works('tabs change', async () => {
  await visible('[class*="tabs"]').getByText('未完成').first().click()
  await expectText('.log', 'tab 未完成')
  await visible('.unfinished').waitFor()
})

works('a skeleton stands for what is loading', async () => {
  await visible('.skeleton [class*="skeleton__row"]').first().waitFor()
  await tap('载入')
  await expectText('.content', '内容')
})

works('a way to share is chosen', async () => {
  await tap('分享')
  await visible('van-share-sheet').getByText('复制链接').click()
  await expectText('.log', '复制链接')
})

works('a toast says so', async () => {
  await tap('提示')
  await visible('[class*="toast"]').filter({ hasText: '完成了' }).first().waitFor()
})

works('notices, tags and empty lists are shown', async () => {
  await expectText('.notice', '照片只在识别时上传')
  await expectText('.tag', '待核对')
  await expectText('.nothing', '没有记录')
})
