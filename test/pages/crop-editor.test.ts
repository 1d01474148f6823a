import { WHOLE } from '../../miniprogram/image/quad'
import { layOut, loupeAt, sharesOf } from '../../miniprogram/pages/crop/editor/layout'
import { edgeStyles, shadeStyle } from '../../miniprogram/components/quad-outline/outline'

/** px, of a phone that is 375 px wide: a px is 2 rpx */
const stage = { left: 0, top: 100, width: 375, height: 500 }

test('centers the picture, away from the edges of the screen', () => {
  const { picture, width, height } = layOut(stage, { width: 4000, height: 3000 })
  expect({ width, height }).toEqual({ width: 606, height: 454.5 })
  expect(picture).toEqual({ left: 36, top: 100 + (500 - 227.25) / 2, width: 303, height: 227.25 })
})

test('converts screen positions to shares of the picture', () => {
  const layout = layOut(stage, { width: 4000, height: 3000 })
  expect(sharesOf({ x: 36, y: layout.picture.top }, layout)).toEqual({ x: 0, y: 0 })
  expect(sharesOf({ x: 187.5, y: 350 }, layout)).toEqual({ x: 0.5, y: 0.5 })
})

test('the loupe is centered on the corner, away from the finger', () => {
  const loupe = loupeAt({ x: 0.25, y: 0.5 }, { width: 600, height: 400 })
  expect(loupe).toEqual({ side: 'right', width: 1800, height: 1200, left: 130 - 450, top: 130 - 600 })
  expect(loupeAt({ x: 0.9, y: 0.1 }, { width: 600, height: 400 }).side).toBe('left')
})

test('draws four edges and shades everything outside', () => {
  const [top, right] = edgeStyles(WHOLE, { width: 600, height: 400 })
  expect(top).toBe('left: 0rpx; top: 0rpx; width: 600rpx; transform: rotate(0rad)')
  expect(right).toBe(`left: 600rpx; top: 0rpx; width: 400rpx; transform: rotate(${Math.PI / 2}rad)`)
  expect(shadeStyle(WHOLE)).toMatch(
    /^clip-path: polygon\(evenodd, 0 0, .*, 0% 0%, 100% 0%, 100% 100%, 0% 100%, 0% 0%\)$/,
  )
})
