import { readLines } from '../../../bench/recognition/engines/extractor'
import { toLine } from '../../../bench/recognition/engines/lines'
import { quadOf } from '../../../recognition/engines/embedded/pixels/geometry'

const box = quadOf({ left: 0, top: 0, right: 100, bottom: 20 })

describe('a line of another OCR', () => {
  it('becomes steps of its characters with its score, nothing between them', () => {
    const { steps } = toLine({ text: 'AB', box, score: 0.9 })
    expect(steps.map(({ candidates }) => candidates[0])).toEqual([
      { text: '', probability: 1 },
      { text: 'A', probability: 0.9 },
      { text: '', probability: 1 },
      { text: 'B', probability: 0.9 },
    ])
  })

  it('spreads its characters over the line, a Chinese one twice as wide as a Latin one', () => {
    const { steps } = toLine({ text: '京A1', box, score: 1 })
    const places = steps.flatMap(({ at, candidates }) => (candidates[0]?.text === '' ? [] : [at]))
    expect(places.map((at) => at.toFixed(3))).toEqual(['0.250', '0.625', '0.875'])
  })

  it('goes through our extraction of fields', () => {
    const write = (text: string, left: number, top: number) => {
      const right = left + Array.from(text).length * 24
      return { text, score: 1, box: quadOf({ left, top, right, bottom: top + 30 }) }
    }
    const { license } = readLines([
      write('号牌号码', 0, 0),
      write('京A12345', 130, 0),
      write('所有人', 0, 60),
      write('张三', 130, 60),
      write('注册日期', 0, 240),
      write('2020-11-23', 130, 240),
      write('发证日期', 420, 240),
      write('2020-11-24', 550, 240),
    ])
    expect(license.plateNum).toBe('京A12345')
  })

  it('is refused with its picture where no label is in it', () => {
    expect(() => readLines([{ text: '收据', box, score: 1 }])).toThrow(
      expect.objectContaining({ code: 'NOT_A_LICENSE' }) as Error,
    )
  })
})
