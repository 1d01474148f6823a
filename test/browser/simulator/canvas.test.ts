import { programOf } from '../../simulator/build/folder'
import { useFixture } from './fixture'

const program = programOf({
  'app.json': '{"pages":["pages/a/index"]}',
  'pages/a/index.js': `Page({
    onReady() {
      const context = wx.createCanvasContext('paper')
      context.setFillStyle('#ff0000')
      context.fillRect(0, 0, 10, 10)
      context.save()
      context.fillStyle = '#0000ff'
      context.translate(10, 0)
      context.fillRect(0, 0, 10, 10)
      context.restore()
      context.draw(false, () => this.setData({ drawn: 'drawn' }))
    },
  })`,
  'pages/a/index.wxml':
    '<canvas canvas-id="paper" style="width:20px;height:10px"></canvas><view class="drawn">{{drawn}}</view>',
})

const fixture = useFixture(() => [], program)

test('a canvas without a type is drawn by its canvas-id and saved', async () => {
  await fixture.open()
  await fixture.expectText('.drawn', 'drawn')
  const colors = await fixture.page.evaluate(`(() => {
    const canvas = document.querySelector('wx-canvas > canvas')
    const at = (x) => [...canvas.getContext('2d').getImageData(x * devicePixelRatio, 2, 1, 1).data]
    return [at(5), at(15)]
  })()`)
  expect(colors).toEqual([
    [255, 0, 0, 255],
    [0, 0, 255, 255],
  ])
  const saved = await fixture.page.evaluate(
    "wx.canvasToTempFilePath({ canvasId: 'paper', x: 10, width: 10 }).then(({ tempFilePath }) => wx.getImageInfo({ src: tempFilePath }))",
  )
  expect(saved).toMatchObject({ width: 10, height: 10, type: 'png' })
  expect(await fixture.errors().count()).toBe(0)
})
