import { formatSection, jsonLines, quantile } from '../../../bench/figures'
import type { FieldResult } from '../../../bench/recognition/compare'
import type { EngineName } from '../../../bench/recognition/engines/index'
import { figuresOfConfidence, tableConfidence } from '../../../bench/recognition/report/confidence'
import { tableAccuracy } from '../../../bench/recognition/report/accuracy'
import { tableForms } from '../../../bench/recognition/report/forms'
import { figuresOfPeers } from '../../../bench/recognition/report/peers'
import { figuresOfSpecimens } from '../../../bench/recognition/report/specimens'
import { figuresOfTurned } from '../../../bench/recognition/report/turned'
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
  picture: { name: 'one', path: '', truth: {}, tags: [] },
  outcome: { kind: 'read', read: { license: {}, confidences: {} } },
  memory: { residentMb: 1, peakMb: 1 },
})

const [right, wrong] = [result(true, 0.97), result(false, 0.6)]

describe('the report of the recognition', () => {
  it('computes quantiles', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile([], 0.5)]).toEqual([51, 96, NaN])
  })

  it('compares our accuracy with the best peer and our time with the fastest', () => {
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

  it('misses the goal if a peer is more accurate', () => {
    const runs = [runOf('ours', 50, [right, wrong]), runOf('paddleocr', 100, [right, right])]
    expect(figuresOfPeers(runs, ['ours', 'paddleocr'])).toMatchObject([
      { value: -50, reached: false },
      { value: 0.5, reached: true },
    ])
  })

  it('misses the goal if more than 0.3 % of the confident fields are wrong', () => {
    const runs = [runOf('ours', 1, [right, right, right, result(false, 0.95), wrong])]
    expect(figuresOfConfidence(runs)).toMatchObject([
      { value: 80, reached: true },
      { value: 25, reached: false },
    ])
  })

  it('misses the goal if less than 70 % of the fields are confident', () => {
    const runs = [runOf('ours', 1, [right, right, wrong])]
    expect(figuresOfConfidence(runs)).toMatchObject([
      { value: expect.closeTo(200 / 3) as number, reached: false },
      { value: 0, reached: true },
    ])
  })

  it('groups fields by form over all levels', () => {
    const runs = ['form-plain', 'form-current', 'form-plain'].map((form) => {
      const run = runOf('ours', 1, [right, result(false, 0.96)])
      return { ...run, picture: { ...run.picture, tags: ['main', form, 'blur'] } }
    })
    expect(tableForms(runs).rows).toEqual([
      ['current', '1', '1/2', '50.00 %', '2', '1'],
      ['plain', '2', '2/4', '50.00 %', '4', '2'],
    ])
  })

  it('expects every field of the specimens, and no confident error', () => {
    const set = { level: 'specimens' } as const
    const runs = [{ ...runOf('ours', 1, [right, right, wrong]), set }]
    expect(figuresOfSpecimens(runs)).toMatchObject([
      { value: 2, goal: '3', reached: false },
      { value: 0, reached: true },
    ])
    const [row] = tableAccuracy(runs, ['ours']).rows
    expect(row).toEqual(expect.arrayContaining(['specimens, ours', '2/3']))
  })

  it('compares a rotated picture with the upright one', () => {
    const set = { split: 'test', level: 'normal' } as const
    const upright = { ...runOf('ours', 1, [right, right]), set }
    const turned = { ...runOf('ours', 1, [right, wrong]), set: { ...set, turn: -15 } as const }
    expect(figuresOfTurned([upright, turned])).toMatchObject([
      { name: 'rotated by -15 degrees: exact match', value: 50, goal: '>= 99.00 % (upright less 1)', reached: false },
    ])
  })

  it('puts each confidence into one bin', () => {
    const runs = [
      runOf(
        'ours',
        1,
        [0, 0.5, 0.95, 0.99, 1].map((confidence) => result(true, confidence)),
      ),
    ]
    expect(tableConfidence(runs).rows.map(([, given]) => given)).toEqual(['1', '1', '0', '0', '0', '1', '2'])
  })

  it('aligns words left and numbers right', () => {
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
