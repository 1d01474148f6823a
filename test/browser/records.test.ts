import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import type { LicenseRecord } from '../../miniprogram/services/records/license-record'
import { namespaced } from '../../miniprogram/services/platform/namespace'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Phone } from './phone'
import { useWorld } from './world'

const world = useWorld()

/** Of 2026-11-20 12:00 UTC. */
const AT = 1_795_176_000_000
const DAY_MS = 86_400_000

const CAR: VehicleLicense = {
  plateNum: '粤B5K7T9',
  owner: '王小样',
  vin: 'LSVAA4182E2184847',
  addr: '广东省深圳市福田区样例路1号',
  registerDate: '2018-07-06',
}
const VAN: VehicleLicense = { plateNum: '京AD12345', owner: '深圳市样例物流有限公司', addr: '北京市海淀区' }

const confirmed = (id: string, license: VehicleLicense, at = AT): LicenseRecord => ({
  id,
  createdAt: at,
  pictures: [],
  typed: {},
  accepted: {},
  confirmed: { at, license, read: license, engine: 'wechat' },
})

/** Where the simulator keeps a record. */
const keyOf = (id: string): string => `mp:${namespaced(`license:${id}`)}`

/** A phone whose storage has these records, or whatever else is in their place. */
async function phoneWith(kept: Readonly<Record<string, unknown>>, key = keyOf): Promise<Phone> {
  const phone = await world.openPhone()
  await phone.page.evaluate(
    (all) => {
      for (const [key, data] of all) localStorage.setItem(key, JSON.stringify({ data }))
    },
    Object.entries(kept).map(([id, data]) => [key(id), data] as const),
  )
  await restart(phone)
  return phone
}

/** The key of a record before keys began with the program's name. */
const formerKeyOf = (id: string): string => `mp:license:${id}`

async function restart(phone: Phone): Promise<void> {
  await phone.page.reload()
  await phone.see('拍摄行驶证')
}

const rows = (phone: Phone): Locator => phone.screen.locator('record-list van-swipe-cell').filter({ visible: true })

/** Left over the row with a text, as a thumb does it. */
async function swipe(phone: Phone, text: string): Promise<void> {
  const row = rows(phone).filter({ hasText: text })
  await row.scrollIntoViewIfNeeded()
  const box = await row.boundingBox()
  if (!box) throw new Error(`no row with ${text} is seen`)
  const [x, y] = [box.x + box.width - 40, box.y + box.height / 2]
  await phone.page.mouse.move(x, y)
  await phone.page.mouse.down()
  await phone.page.mouse.move(x - 150, y + 2, { steps: 8 })
  await phone.page.mouse.up()
  await row.getByText('删除').click()
}

/** px; rejects where the picture cannot be shown. */
async function decodedWidth(node: unknown): Promise<number> {
  const image = node as HTMLImageElement
  await image.decode()
  return image.naturalWidth
}

test('an empty phone says what this is, shows a good and a bad photo, and has nothing to search', async () => {
  const phone = await world.openPhone()
  await phone.see('自动读出主页和副页的内容')
  await phone.see('清楚：平放、完整、占满画面')
  const images = phone.screen.locator('photo-tips img').filter({ visible: true })
  expect(await images.count()).toBe(2)
  for (const image of await images.all()) await expect(image.evaluate(decodedWidth)).resolves.toBe(320)
  expect(await phone.screen.locator('input').count()).toBe(0)
})

test('bad records among good ones: the others stand, and each bad one can be kept or deleted', async () => {
  const phone = await phoneWith({
    car: confirmed('car', CAR),
    five: 5,
    half: { typed: { owner: '张样例' } },
    text: 'abc',
  })
  await phone.see('粤B5K7T9')
  await phone.see('未完成（3）')
  expect(await phone.screen.getByText('记录已损坏').filter({ visible: true }).count()).toBe(3)

  await phone.tap('张样例')
  await phone.tap('保留还能读出的内容')
  await phone.see('还缺号牌号码、车辆识别代号')
  await rows(phone).filter({ hasText: '记录已损坏' }).first().click()
  expect(await phone.text('保留还能读出的内容').count()).toBe(0)
  await phone.tap('删除这条记录')
  await phone.see('已删除 1 条')
  await restart(phone)
  expect(await rows(phone).allInnerTexts()).toEqual([
    expect.stringContaining('张样例'),
    expect.stringContaining('记录已损坏'),
    expect.stringContaining('粤B5K7T9'),
  ])
})

test('unfinished ones come first with what is left to do, confirmed ones by month with what they are known by', async () => {
  const unfinished = { id: 'new', createdAt: AT, pictures: [], typed: { owner: '张样例' }, accepted: {} }
  const old = confirmed('van', VAN, AT - 40 * DAY_MS)
  const phone = await phoneWith({ car: confirmed('car', CAR), van: old, new: unfinished })
  const list = (await phone.screen.locator('record-list').filter({ visible: true }).allInnerTexts()).join('\n')
  const seen = ['未完成（1）', '还缺号牌号码、车辆识别代号', '2026 年 11 月', '粤B5K7T9', '2026 年 10 月', '京AD12345']
  const places = seen.map((text) => list.indexOf(text))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
  await phone.see('王小样 · 识别代号 …184847 · 2018 年注册')
})

test('search finds by plate, owner, VIN and address, however they are written', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR), van: confirmed('van', VAN) })
  const query = phone.screen.getByLabel('搜索号牌、所有人、识别代号')
  for (const [text, found] of [
    ['粤 b·5k7', '粤B5K7T9'],
    ['物流', '京AD12345'],
    ['１８４８４７', '粤B5K7T9'],
    ['海淀', '京AD12345'],
  ] as const) {
    await query.fill(text)
    await phone.see('找到 1 条')
    expect(await rows(phone).allInnerTexts()).toEqual([expect.stringContaining(found)])
  }
  await query.fill('没有这个')
  await phone.see('没有找到')
  await query.fill('')
  await phone.see('京AD12345')
})

test('a row that is swiped away can be taken back; else it is gone, also when the app is killed meanwhile', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR), van: confirmed('van', VAN) })
  await swipe(phone, '粤B5K7T9')
  await phone.see('已删除 1 条')
  expect(await rows(phone).count()).toBe(1)
  await phone.tap('撤销')
  await phone.see('粤B5K7T9')
  expect(await phone.text('已删除 1 条').count()).toBe(0)

  await swipe(phone, '粤B5K7T9')
  await phone.see('已删除 1 条')
  await restart(phone)
  await phone.see('京AD12345')
  expect(await rows(phone).count()).toBe(1)
  expect(await phone.page.evaluate((key) => localStorage.getItem(key), keyOf('car'))).toBeNull()
})

test('a record that was kept under its former name is there', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR) }, formerKeyOf)
  await phone.seeConfirmed('粤B5K7T9')
})

test('a form by hand that is left empty leaves nothing behind', async () => {
  const phone = await world.openPhone()
  await phone.tap('手动填写')
  await phone.see('号牌号码')
  await phone.back()
  await phone.see('自动读出主页和副页的内容')
  expect(await rows(phone).count()).toBe(0)
})

test('what was found is exported as a table that opens with its Chinese intact', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR), van: confirmed('van', VAN) })
  await phone.screen.getByLabel('搜索号牌、所有人、识别代号').fill('粤B')
  await phone.tap('导出')
  await phone.see('共 1 条')
  await phone.tap('CSV 表格')
  const [download] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.screen.getByText('文件传输助手 File Transfer').click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^行驶证 \d{4}-\d\d-\d\d\.csv$/)
  const bytes = readFileSync(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [titles, ...lines] = bytes.toString('utf8').slice(1).trimEnd().split('\r\n')
  expect(titles).toMatch(/^号牌号码,车辆类型,所有人,/)
  expect(lines).toEqual([expect.stringMatching(/^粤B5K7T9,,王小样,广东省深圳市福田区样例路1号,/)])
})

/** Counts the records that are read from the storage, in `recordsRead`. */
function countReads(): void {
  const counter = globalThis as { recordsRead?: number }
  counter.recordsRead = 0
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to the storage it was called on
  const read = Storage.prototype.getItem
  Storage.prototype.getItem = function (key) {
    if (key.startsWith('mp:vehicle-license-scanner.license:')) counter.recordsRead = (counter.recordsRead ?? 0) + 1
    return read.call(this, key)
  }
}

test('500 records: no more is read, and no more is shown, than fills the screen', async () => {
  const all = Array.from({ length: 500 }, (_, i) => {
    const id = `r${i}`
    return [id, confirmed(id, { ...CAR, plateNum: `粤B${10_000 + i}`, owner: `王小样${i}` }, AT - i * DAY_MS)] as const
  })
  const phone = await phoneWith(Object.fromEntries(all))
  await phone.see('粤B10000')
  await phone.context.addInitScript(countReads)
  await restart(phone)
  await phone.see('粤B10000')
  const first = await rows(phone).count()
  expect(first).toBeLessThanOrEqual(20)
  const reads = await Promise.all(phone.page.frames().map((frame) => frame.evaluate('recordsRead')))
  expect(Math.max(...reads.map(Number))).toBe(0)

  await rows(phone).first().hover()
  for (let step = 0; step < 10; step++) await phone.page.mouse.wheel(0, 200)
  await rows(phone).nth(first).waitFor()

  await phone.screen.getByLabel('搜索号牌、所有人、识别代号').fill('王小样499')
  await phone.see('粤B10499')
  await phone.tap('粤B10499')
  await phone.see('已确认')
})

test('another language is spoken from the next page on, and after the next start', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR) })
  await phone.tap('设置')
  await phone.tap('语言')
  await phone.tap('英文')
  await phone.see('Scan a license')
  await phone.see('November 2026')
  await phone.page.reload()
  await phone.see('Registered 2018')
  await phone.tap('Settings')
  await phone.see('Where your photos and data go')
  await phone.tap('Language')
  await phone.tap('Same as the phone')
  await phone.see('拍摄行驶证')
})

test('all data can be deleted, after a question', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR), five: 5 })
  await phone.tap('设置')
  await phone.tap('删除我的全部数据')
  await phone.see('这部手机里的 2 条记录、照片和设置都会删除，无法恢复。')
  await phone.tap('全部删除')
  await phone.see('自动读出主页和副页的内容')
  expect(await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mp:')))).toEqual([])
})

test('room is made by deleting what is chosen', async () => {
  const phone = await phoneWith({ car: confirmed('car', CAR), van: confirmed('van', VAN) })
  await phone.tap('设置')
  await phone.tap('存储空间')
  await phone.tap('京AD12345')
  await phone.tap('删除所选的 1 条')
  await phone.tap('确定')
  await phone.text('京AD12345').waitFor({ state: 'detached' })
  await phone.see('粤B5K7T9')
})

test('a record whose photo is gone says so, and can be filled in', async () => {
  const picture = { path: 'wxfile://usr/license-gone.jpg', type: 'photo', recognition: { license: CAR, cards: {} } }
  const lost = { id: 'lost', createdAt: AT, pictures: [picture], typed: {}, accepted: {} }
  const phone = await phoneWith({ lost, car: confirmed('car', CAR) })
  await phone.see('照片已不在手机里')
  expect(await phone.screen.getByText('照片已不在手机里').filter({ visible: true }).count()).toBe(1)
  await rows(phone).first().click()
  await phone.see('项已读')
})

/** Leaves room for less than a value in the browser's storage, whatever it holds. */
function fillStorage(): void {
  for (const size of [100_000, 1000, 10])
    for (let i = 0; ; i++) {
      try {
        localStorage.setItem(`filler-${size}-${i}`, 'x'.repeat(size))
      } catch {
        break
      }
    }
}

test('a full phone: said so, with a way to make room, and what was typed is kept by it', async () => {
  const phone = await phoneWith({ fat: confirmed('fat', { ...CAR, remark: '长'.repeat(200_000) }) })
  await phone.page.evaluate(fillStorage)
  await phone.tap('手动填写')
  await phone.fill('owner', '张样例')
  await phone.see('手机存储空间不足')
  await phone.back()
  await phone.see('刚才的修改还没有保存')
  await phone.see('张样例')
  await phone.tap('去清理')
  await phone.tap('粤B5K7T9')
  await phone.tap('删除所选的 1 条')
  await phone.tap('确定')
  await phone.text('粤B5K7T9').waitFor({ state: 'detached' })
  await phone.back()
  await phone.see('张样例')
  expect(await phone.text('刚才的修改还没有保存').count()).toBe(0)
  await restart(phone)
  await phone.see('张样例')
})
