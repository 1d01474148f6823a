import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core'
import { FIELDS, type FieldKey, type VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { IS_SERVER } from './back-end'
import { SAMPLES } from './samples'

export { SAMPLES }

/** What the slowest machine may take for a step; nothing is told by it but that a step never came. */
const TIMEOUT_MS = 60_000

/** What the form must show for a sample: every field of the table, empty where WeChat returns none and reads it. */
export function expectedForm(sample: string): Record<string, string> {
  const { license } = JSON.parse(readFileSync(`${SAMPLES}/${sample}.json`, 'utf8')) as { license: VehicleLicense }
  return Object.fromEntries(
    FIELDS.map(({ key, isReturned }) => [key, isReturned || IS_SERVER ? (license[key] ?? '') : '']),
  )
}

/** The phone in the browser, used as a person uses it: by what can be seen. */
export class Phone {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly screen: FrameLocator,
    private readonly uncaught: string[],
  ) {}

  /** @param first what is seen once the program has started */
  static async open(browser: Browser, url: string, permissions: string[] = [], first = '拍摄行驶证'): Promise<Phone> {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 }, permissions })
    context.setDefaultTimeout(TIMEOUT_MS)
    const phone = await Phone.start(context, url, [])
    await phone.see(first)
    return phone
  }

  private static async start(context: BrowserContext, url: string, uncaught: string[]): Promise<Phone> {
    const page = await context.newPage()
    page.on('pageerror', (error) => uncaught.push(error.stack ?? error.message))
    await page.goto(url)
    return new Phone(page, context, page.frameLocator('#phone'), uncaught)
  }

  /** Ends the program at once, as a phone does that needs the memory, and starts it anew with what was kept. */
  async kill(): Promise<Phone> {
    const { context } = this
    const url = this.page.url()
    await this.page.close()
    return Phone.start(context, url, this.uncaught)
  }

  /** What can be seen of a text, in the page that is shown. */
  text(text: string | RegExp): Locator {
    return this.screen.getByText(text).filter({ visible: true }).first()
  }

  async see(text: string | RegExp): Promise<void> {
    await this.text(text).waitFor()
  }

  /** A button says no more than its text: another text may have it within. */
  async tap(text: string | RegExp): Promise<void> {
    await this.screen.getByText(text, { exact: true }).filter({ visible: true }).first().click()
  }

  /** The arrow in the bar above a page. */
  async back(): Promise<void> {
    await this.screen.locator('.phone-page:not([hidden]) .phone-back').click()
  }

  /** At home: a license that nothing is left to do about, among those of its month. */
  async seeConfirmed(plate: string): Promise<void> {
    await this.see(/^\d{4} 年 \d{1,2} 月$/)
    await this.see(plate)
    expect(await this.text(/^未完成/).count()).toBe(0)
  }

  /** From home: the album, with the privacy question of a first time answered. */
  async openAlbum(): Promise<void> {
    await this.tap('从相册选择')
    await this.tap('同意')
  }

  /** Chooses a bundled sample in the phone's album. */
  async chooseSample(name: string): Promise<void> {
    await this.screen.locator(`img[src*="/${name}.jpg"]`).filter({ visible: true }).click()
  }

  /** In the album: a bundled sample, read into the form. */
  async read(name: string): Promise<void> {
    await this.chooseSample(name)
    await this.waitForRecognition()
  }

  /** Chooses a file of the computer's in the phone's album. */
  async chooseFile(...files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(/^从电脑选择/)])
    await chooser.setFiles(files)
  }

  /** The same for files of any size that lie on a disk: those that are handed over are small. */
  async chooseFilesAt(...paths: string[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), this.tap(/^从电脑选择/)])
    await chooser.setFiles(paths)
  }

  private pages(): Locator {
    return this.screen.locator('page-fields').filter({ visible: true })
  }

  /** The pages of the form with all their fields to be seen. */
  private async unfold(): Promise<void> {
    await this.pages().first().waitFor()
    for (const page of await this.pages().all()) {
      const heading = page.locator('[aria-expanded]')
      if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click()
    }
  }

  private rows(): Locator {
    return this.pages().locator('[role="button"]:not([aria-expanded])')
  }

  /** The form by field. Its rows stand in the order of the table, which is what their labels are held against. */
  async readForm(): Promise<Record<string, string>> {
    await this.unfold()
    const rows = (await this.rows().allInnerTexts()).map((text) => text.split('\n').filter(Boolean))
    expect(rows.map(([label]) => label)).toEqual(FIELDS.map(({ label }) => label.zh))
    const valueOf = (row: string[] = []): string => (row[1] === undefined || row[1] === '未填写' ? '' : row[1])
    return Object.fromEntries(FIELDS.map(({ key }, index) => [key, valueOf(rows[index])]))
  }

  async waitForRecognition(): Promise<void> {
    // It may be over before it is seen.
    await this.text('正在识别').or(this.pages().first()).first().waitFor()
    // The picture may have to be sent again.
    await this.screen.locator('recognition-progress').waitFor({ state: 'detached' })
  }

  private editor(): Locator {
    return this.screen.locator('field-editor [role="dialog"]').filter({ visible: true })
  }

  private async openEditor(key: FieldKey): Promise<Locator> {
    await this.unfold()
    await this.rows()
      .nth(FIELDS.findIndex((field) => field.key === key))
      .click()
    const editor = this.editor()
    await editor.waitFor()
    return editor
  }

  /** Takes back what was typed over a field. */
  async revert(key: FieldKey): Promise<void> {
    await this.openEditor(key)
    await this.tap('还原为识别结果')
    await this.editor().waitFor({ state: 'hidden' })
  }

  /** Opens the editor of a field, on the phone's own keyboard. */
  private async edit(key: FieldKey): Promise<Locator> {
    const editor = await this.openEditor(key)
    const plain = editor.getByText('用手机键盘', { exact: true })
    if (await plain.isVisible()) await plain.click()
    return editor.locator('textarea')
  }

  private async closeEditor(): Promise<void> {
    await this.tap('完成')
    await this.editor().waitFor({ state: 'hidden' })
  }

  async fill(key: FieldKey, value: string): Promise<void> {
    await (await this.edit(key)).fill(value)
    await this.closeEditor()
  }

  /** Turns the wheels of a date to items that are in view: a year, a month, a day. */
  async turn(key: FieldKey, date: readonly string[]): Promise<void> {
    const editor = await this.openEditor(key)
    for (const [at, item] of date.entries()) {
      const wheel = editor.locator('wx-picker-view-column').nth(at)
      await wheel.getByText(item, { exact: true }).click()
      await wheel.locator('[class*="chosen"]', { hasText: item }).waitFor()
    }
    await this.closeEditor()
  }

  /** Key by key, with the pauses of a person, behind what stands there. */
  async type(key: FieldKey, value: string): Promise<void> {
    const input = await this.edit(key)
    await input.press('End')
    await input.pressSequentially(value, { delay: 150 })
    await this.closeEditor()
  }

  /** Leaves the phone. Nothing may have gone wrong unseen meanwhile. */
  async close(): Promise<void> {
    await this.context.close()
    expect(this.uncaught).toEqual([])
  }
}
