import { quotaNote, rememberQuota, rememberQuotaExhausted } from '../../../miniprogram/services/recognition/quota'
import { RECOGNITION } from '../../recognition/pictures'
import { FakePhone } from '../../wx/phone'

/** 23:30 in Shanghai */
const EVENING = Date.UTC(2026, 0, 31, 15, 30)
const HOUR_MS = 3600 * 1000

const read = (used: number, person?: number): void =>
  rememberQuota(
    {
      recognition: RECOGNITION,
      quota: { used, limit: 100, ...(person !== undefined && { person: { used: person, limit: 20 } }) },
    },
    EVENING,
  )

beforeEach(() => new FakePhone())

test('warns of few recognitions left, not of many', () => {
  expect(quotaNote(EVENING)).toBeNull()
  read(50)
  expect(quotaNote(EVENING)).toBeNull()
  read(95)
  expect(quotaNote(EVENING)).toBe('今天还可以识别 5 次')
  read(50, 18)
  expect(quotaNote(EVENING)).toBe('今天还可以识别 2 次')
})

test('reports a used-up quota until midnight in Shanghai', () => {
  rememberQuotaExhausted(EVENING)
  expect(quotaNote(EVENING + HOUR_MS / 4)).toBe('今天微信识别次数已用完')
  expect(quotaNote(EVENING + HOUR_MS)).toBeNull()
})
