import { noteOn } from '../../miniprogram/vehicle-license/note'
import type { Reading } from '../../miniprogram/vehicle-license/recognition'
import { bilingual } from '../../miniprogram/strings'
import { RECOGNITION } from '../recognition/pictures'

function note(reading: Omit<Reading, 'recognition'>): string {
  const text = noteOn({ recognition: RECOGNITION, ...reading })
  return text ? bilingual(text) : ''
}

test('there is nothing to say while there are many left', () => {
  expect(note({})).toBe('')
  expect(note({ engine: 'wechat' })).toBe('')
  expect(note({ engine: 'wechat', quota: { used: 5, limit: 100, person: { used: 9, limit: 20 } } })).toBe('')
})

test('the fewer of the person’s and everyone’s are told once they are few', () => {
  expect(note({ quota: { used: 5, limit: 100, person: { used: 10, limit: 20 } } })).toContain('还可以识别 10 次')
  expect(note({ quota: { used: 97, limit: 100, person: { used: 1, limit: 20 } } })).toContain('left today: 3')
  expect(note({ quota: { used: 91, limit: 100 } })).toContain('left today: 9')
})

test('the last one is told as such', () => {
  expect(note({ engine: 'wechat', quota: { used: 100, limit: 100 } })).toContain('今天最后一次')
  expect(note({ engine: 'wechat', quota: { used: 130, limit: 100 } })).toContain('今天最后一次')
})

test('what the embedded engine has read wants a closer look', () => {
  expect(note({ engine: 'embedded' })).toContain('由内置引擎识别，请仔细核对')
  expect(note({ engine: 'embedded', quota: { used: 100, limit: 100 } })).toContain('今天微信识别次数已用完')
})
