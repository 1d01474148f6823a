import sharp from 'sharp'
import { specimens } from '../../../bench/recognition/specimens'
import { tilt } from '../../../bench/recognition/tilt'

it('has 47 fields of five specimens', async () => {
  const pictures = await specimens()
  expect(pictures).toHaveLength(5)
  expect(pictures.flatMap(({ truth }) => Object.keys(truth))).toHaveLength(47)
})

describe('a tilted picture', () => {
  const drawn = () =>
    sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } }).composite([
      { input: { create: { width: 100, height: 100, channels: 3, background: '#000' } }, left: 0, top: 0 },
    ])

  it('keeps the whole upright picture, on gray', async () => {
    const bytes = await drawn().jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { data, info } = await sharp(await tilt(bytes, 15))
      .raw()
      .toBuffer({ resolveWithObject: true })
    // The stored picture's upper left corner is at the right of the upright one.
    const [width, height] = [100, 200].map((side, i) => {
      const other = i === 0 ? 200 : 100
      return side * Math.cos(Math.PI / 12) + other * Math.sin(Math.PI / 12)
    })
    expect(info.width).toBeCloseTo(width ?? 0, -1)
    expect(info.height).toBeCloseTo(height ?? 0, -1)
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels]
    expect(at(2, 2)).toBeCloseTo(128, -1)
    expect(at(Math.round(info.width / 2), Math.round(info.height * 0.25))).toBeLessThan(20)
    expect(at(Math.round(info.width / 2), Math.round(info.height * 0.75))).toBeGreaterThan(235)
  })

  it('turns clockwise by 15 degrees, counterclockwise by -15', async () => {
    // The right half is white: turning clockwise moves it down.
    const lowest = async (degrees: 15 | -15) => {
      const { data, info } = await sharp(await tilt(await drawn().png().toBuffer(), degrees))
        .raw()
        .toBuffer({ resolveWithObject: true })
      let last = 0
      for (let i = 0; i < data.length; i += info.channels)
        if ((data[i] ?? 0) > 240) last = Math.floor(i / info.channels / info.width)
      return last / info.height
    }
    expect(await lowest(15)).toBeGreaterThan(0.9)
    expect(await lowest(-15)).toBeLessThan(0.9)
  })
})
