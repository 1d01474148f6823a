import { comparable, compare, shareRight } from '../../../bench/recognition/compare'

const read = (license: Record<string, string>, confidences = {}) => ({ license, confidences })

describe('comparing the reading with the truth', () => {
  it('ignores spaces and full-width forms', () => {
    expect(comparable(' ４８６０ × 1780\t×1545ｍｍ：')).toBe('4860×1780×1545mm:')
  })

  it('ignores nothing else', () => {
    expect(comparable('4860x1780')).not.toBe(comparable('4860×1780'))
    expect(comparable('O0')).not.toBe(comparable('00'))
  })

  it('classifies fields as right, wrong, absent or invented, in table order', () => {
    const results = compare(
      { plateNum: '京A12345', vin: 'LXYCD59G3L1348726', record: '130100583746' },
      read({ plateNum: '京 A12345', vin: 'LXYCD59G3L134872G', owner: '张三' }, { plateNum: 0.99 }),
    )
    expect(results.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['plateNum', 'right'],
      ['owner', 'invented'],
      ['vin', 'wrong'],
      ['record', 'absent'],
    ])
    expect(results[0]).toEqual({
      field: 'plateNum',
      verdict: 'right',
      truth: '京A12345',
      read: '京 A12345',
      confidence: 0.99,
    })
  })

  it('counts every printed field as absent if nothing was read', () => {
    expect(compare({ plateNum: '京A12345', vin: 'LXYCD59G3L1348726' }).map(({ verdict }) => verdict)).toEqual([
      'absent',
      'absent',
    ])
  })

  it('leaves invented fields out of the accuracy', () => {
    const results = compare({ plateNum: '京A12345', vin: 'A' }, read({ plateNum: '京A12345', owner: '张三' }))
    expect(shareRight(results)).toBe(0.5)
  })
})
