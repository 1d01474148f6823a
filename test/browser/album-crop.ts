import type { Quad } from '../../miniprogram/image/quad'
import type { Point } from '../../miniprogram/image/point'
import type { Locator } from 'playwright-core'
import type { Phone } from './phone'

const HANDLES = ['左上角', '右上角', '右下角', '左下角']

export const handle = (phone: Phone, corner: number): Locator => phone.screen.getByLabel(HANDLES[corner] ?? '')

export async function middleOf(locator: Locator): Promise<Point> {
  const { x, y, width, height } = (await locator.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  return { x: x + width / 2, y: y + height / 2 }
}

/** Drags a corner of the crop to a place in px of the window, by the middle of its handle. */
export async function dragCorner(phone: Phone, corner: number, to: Point): Promise<void> {
  const from = await middleOf(handle(phone, corner))
  const { mouse } = phone.page
  await mouse.move(from.x, from.y)
  await mouse.down()
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2)
  await mouse.move(to.x, to.y)
  await mouse.up()
}

type Finger = Point & { readonly id: number }

/** Fingers on the screen, as the browser of a phone has them; `touchEnd` names those that lift. */
export async function touch(phone: Phone): Promise<(type: TouchType, ...fingers: Finger[]) => Promise<unknown>> {
  const session = await phone.context.newCDPSession(phone.page)
  return (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints })
}
type TouchType = 'touchStart' | 'touchMove' | 'touchEnd'

/** From the form: opens one of its pictures. */
export async function openPicture(phone: Phone, index = 0): Promise<void> {
  await phone.screen.locator('license-pictures wx-image').filter({ visible: true }).nth(index).click()
  await phone.see('旋转')
}

/** From a picture: opens the page that it is cropped on, the whole of it. */
export async function openCrop(phone: Phone): Promise<void> {
  await phone.tap('裁剪')
  const reset = phone.screen.getByText('还原', { exact: true })
  await reset.waitFor()
  if ((await reset.getAttribute('aria-disabled')) !== 'true') await reset.click()
}

/** From a picture: crops it to a quad, in shares 0..1 of it, and comes back. */
export async function cropTo(phone: Phone, quad: Quad): Promise<void> {
  await openCrop(phone)
  const leftTop = await middleOf(handle(phone, 0))
  const rightBottom = await middleOf(handle(phone, 2))
  const place = ({ x, y }: Point): Point => ({
    x: leftTop.x + x * (rightBottom.x - leftTop.x),
    y: leftTop.y + y * (rightBottom.y - leftTop.y),
  })
  for (const [corner, point] of quad.entries()) await dragCorner(phone, corner, place(point))
  await phone.tap('完成')
  await phone.see('旋转')
}
