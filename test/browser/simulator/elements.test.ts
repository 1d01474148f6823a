import type { Page } from 'playwright-core'
import { useFixture } from './fixture'

const fixture = useFixture()
const { open, visible, tap, expectText } = fixture

let page: Page
beforeEach(async () => {
  page = fixture.page
  await open('elements')
  await expectText('.phone-title', '元素')
})

interface Finger {
  id: number
  x: number
  y: number
}

async function pinch(steps: Finger[][]): Promise<void> {
  const session = await fixture.context.newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Finger[]): Promise<unknown> =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints })
  const [first = [], ...rest] = steps
  await send('touchStart', first)
  for (const fingers of rest) await send('touchMove', fingers)
  await send('touchEnd', [])
}

describe('movable-view', () => {
  test('follows a finger and stays in its area', async () => {
    const { x = 0, y = 0 } = (await visible('.movable').boundingBox()) ?? {}
    await page.mouse.move(x + 25, y + 25)
    await page.mouse.down()
    await page.mouse.move(x + 65, y + 45)
    await expectText('.moved', '40 20 touch')
    await page.mouse.move(x + 400, y + 400)
    await page.mouse.up()
    await expectText('.moved', '150 50 touch')
    const after = await visible('.movable').boundingBox()
    expect(after).toMatchObject({ x: x + 150, y: y + 50 })
  })

  test('scales with a pinch, up to its limit', async () => {
    const { x = 0, y = 0 } = (await visible('.movable').boundingBox()) ?? {}
    const fingers = (apart: number): Finger[] => [
      { id: 0, x: x + 25 - apart / 2, y: y + 25 },
      { id: 1, x: x + 25 + apart / 2, y: y + 25 },
    ]
    await pinch([fingers(20), fingers(30), fingers(40)])
    await expectText('.scaled', '2.00')
    await pinch([fingers(10), fingers(200)])
    await expectText('.scaled', '4.00')
  })

  test('moves to where the program puts it', async () => {
    await tap('移动')
    await expectText('.scaled', '2.00')
    await expectText('.moved', /^40 25 ?$/)
  })
})

test('picker-view scrolls to its value and reports a change', async () => {
  await expectText('.picked', '1,0')
  const wheel = visible('.wx-picker-view-wheel').first()
  expect(await wheel.evaluate((node) => node.scrollTop)).toBe(34)
  await visible('wx-picker-view-column').first().getByText('沪').click()
  await expectText('.picked', '2,0')
})

test('picker-view scrolls to its value once it is visible', async () => {
  await tap('名')
  const wheel = visible('.late .wx-picker-view-wheel')
  await wheel.waitFor()
  await expect(
    wheel.evaluate((node) => new Promise((done) => setTimeout(() => done(node.scrollTop), 200))),
  ).resolves.toBe(34)
})

test('screen readers get names, roles and states', async () => {
  await page.getByRole('switch', { name: '关', checked: false }).click()
  await page.getByRole('switch', { name: '开', checked: true }).waitFor()
  await page.getByRole('textbox', { name: '号牌号码' }).waitFor()
  expect(await visible('.quiet').getAttribute('aria-hidden')).toBe('true')
})

describe('textarea', () => {
  test('confirms instead of breaking the line with a confirm-type other than return', async () => {
    const field = visible('.one textarea')
    await field.fill('京A')
    await field.press('Enter')
    await expectText('.log', 'confirm 京A')
    expect(await field.inputValue()).toBe('京A')
  })

  test('breaks lines by default, and grows', async () => {
    const field = visible('.many textarea')
    const before = await field.boundingBox()
    await field.fill('一')
    await field.press('Enter')
    await field.pressSequentially('二')
    expect(await field.inputValue()).toBe('一\n二')
    expect((await field.boundingBox())?.height).toBeGreaterThan(1.5 * (before?.height ?? 0))
  })
})

test('scroll-view scrolls into view and reports its end', async () => {
  await visible('.named').click()
  await expectText('.log', 'end')
  const box = await visible('.scroll').boundingBox()
  const deep = await visible('.deep').boundingBox()
  expect((deep?.y ?? 0) + (deep?.height ?? 0)).toBeCloseTo((box?.y ?? 0) + (box?.height ?? 0), 0)
})

test("a root-portal's content lies over the page", async () => {
  const box = await visible('.portal').boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(812)
})

test('pageScrollTo scrolls an element into view, which an observer reports', async () => {
  await tap('观察')
  await expectText('.log', 'seen true')
})
