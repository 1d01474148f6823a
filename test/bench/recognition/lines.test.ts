import type { Rect } from '../../../miniprogram/image/rect'
import { quadOf } from '../../../miniprogram/image/quad'
import { readLines } from '../../../bench/recognition/engines/extractor'
import { toLine } from '../../../bench/recognition/engines/lines'

const mapRect = ({ left, top, right, bottom }: Rect): Rect => ({
  left: left * 12,
  top: top * 12,
  right: right * 12,
  bottom: bottom * 12,
})

const box = quadOf({ left: 0, top: 0, right: 100, bottom: 20 })

describe('a line of another OCR', () => {
  it('becomes one step per character with its score, separated by blanks', () => {
    const { steps } = toLine({ text: 'AB', box, score: 0.9 })
    expect(steps.map(({ candidates }) => candidates[0])).toEqual([
      { text: '', probability: 1 },
      { text: 'A', probability: 0.9 },
      { text: '', probability: 1 },
      { text: 'B', probability: 0.9 },
    ])
  })

  it('spreads its characters over the line, Chinese ones twice as wide as Latin ones', () => {
    const { steps } = toLine({ text: '京A1', box, score: 1 })
    const places = steps.flatMap(({ at, candidates }) => (candidates[0]?.text === '' ? [] : [at]))
    expect(places.map((at) => at.toFixed(3))).toEqual(['0.250', '0.625', '0.875'])
  })

  it('goes through our extraction of fields', () => {
    // mm of the form, 12 px each
    const write = (text: string, x: number, y: number) => {
      const right = x + Array.from(text).length * 2.2
      return { text, score: 1, box: quadOf(mapRect({ left: x, top: y - 1.2, right, bottom: y + 1.2 })) }
    }
    const { license } = readLines([
      write('号牌号码', 4, 13.1),
      write('粤B5K7T9', 17, 13.1),
      write('车辆类型', 43, 13.1),
      write('小型轿车', 56, 13.1),
      write('所有人', 4, 19.6),
      write('王小样', 17, 19.6),
      write('住址', 4, 26.1),
      write('注册日期', 28, 52.6),
      write('2018-07-06', 41, 52.6),
      write('发证日期', 64, 52.6),
    ])
    expect(license).toMatchObject({ plateNum: '粤B5K7T9', vehicleType: '小型轿车', owner: '王小样' })
  })

  it('is refused if it contains no label', () => {
    expect(() => readLines([{ text: '收据', box, score: 1 }])).toThrow(
      expect.objectContaining({ code: 'NOT_A_LICENSE' }) as Error,
    )
  })
})
