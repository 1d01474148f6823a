import { formatSection, jsonLines, quantile } from '../../../bench/figures'
import type { FieldResult } from '../../../bench/recognition/compare'
import type { EngineName } from '../../../bench/recognition/engines/index'
import { figuresOfConfidence, tableConfidence } from '../../../bench/recognition/report/confidence'
import { figuresOfPeers } from '../../../bench/recognition/report/peers'
import { readOptions } from '../../../bench/recognition/options'
import type { Run } from '../../../bench/recognition/run'

const result = (isRight: boolean, confidence: number): FieldResult => ({
  field: 'owner',
  verdict: isRight ? 'right' : 'wrong',
  truth: '张三',
  read: isRight ? '张三' : '张二',
  confidence,
})

const runOf = (engine: EngineName, ms: number, results: readonly FieldResult[]): Run => ({
  engine,
  ms,
  results,
  set: { split: 'test', level: 'hard' },
  picture: { name: 'one', path: '', truth: {}, troubles: [] },
  outcome: { kind: 'read', read: { license: {}, confidences: {} } },
  memory: { residentMb: 1, peakMb: 1 },
})

const [right, wrong] = [result(true, 0.97), result(false, 0.6)]

describe('the report of the recognition', () => {
  it('takes the median and the 95th of a hundred', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile([], 0.5)]).toEqual([51, 96, NaN])
  })

  it('holds our time against the fastest peer that is not more accurate', () => {
    const runs = [
      runOf('ours', 50, [right, right]),
      runOf('paddleocr', 200, [right, right]),
      runOf('ocr-node', 80, [wrong, wrong]),
    ]
    const [accuracy, time] = figuresOfPeers(runs, ['ours', 'paddleocr', 'ocr-node'])
    expect(accuracy).toMatchObject({ value: 0, reached: true })
    expect(accuracy?.name).toContain('paddleocr')
    expect(time).toMatchObject({ value: 50 / 80, reached: false })
    expect(time?.name).toContain('ocr-node')
  })

  it('does not hold our time against a peer that is more accurate, and says that it is', () => {
    const runs = [runOf('ours', 50, [right, wrong]), runOf('paddleocr', 60, [right, right])]
    const figures = figuresOfPeers(runs, ['ours', 'paddleocr'])
    expect(figures).toHaveLength(1)
    expect(figures[0]).toMatchObject({ value: -50, reached: false })
  })

  it('counts as sure what was given with 0.95 or more, and fails when over 1 % of that is wrong', () => {
    const runs = [runOf('ours', 1, [right, right, right, result(false, 0.95), wrong])]
    expect(figuresOfConfidence(runs)).toMatchObject([{ value: 80 }, { value: 25, reached: false }])
  })

  it('puts each confidence into one bin, 1 into the last', () => {
    const runs = [
      runOf(
        'ours',
        1,
        [0, 0.5, 0.95, 0.99, 1].map((confidence) => result(true, confidence)),
      ),
    ]
    expect(tableConfidence(runs).rows.map(([, given]) => given)).toEqual(['1', '1', '0', '0', '0', '1', '2'])
  })

  it('prints a table with words at the left and numbers at the right', () => {
    const table = {
      title: 'T',
      head: ['字', 'n'],
      rows: [
        ['a', '1'],
        ['bcd', '10'],
      ],
    }
    expect(formatSection(table)).toBe('  T\n  字     n\n  a      1\n  bcd   10\n')
    expect(jsonLines('b', table)[1]).toBe('{"bench":"b","table":"T","字":"bcd","n":"10"}')
  })
})

describe('the options of the recognition', () => {
  it('measure everything on the test split unless told otherwise', () => {
    expect(readOptions({})).toMatchObject({ split: 'test', count: 60, levels: { length: 5 }, engines: { length: 5 } })
    expect(readOptions({ split: 'dev', levels: 'hard,clean', engines: 'ours', count: '5' })).toEqual({
      split: 'dev',
      count: 5,
      levels: ['hard', 'clean'],
      engines: ['ours'],
    })
  })

  it.each([{ split: 'all' }, { levels: 'hard,easy' }, { engines: 'theirs' }, { count: '0' }, { count: 'x' }])(
    'refuse %j and say what is allowed',
    (given) => {
      expect(() => readOptions(given)).toThrow(/^--\w+ must be/)
    },
  )
})
