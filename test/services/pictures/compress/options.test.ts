import { Cancellation } from '../../../../miniprogram/services/async/cancellation'
import { compress } from '../../../../miniprogram/services/pictures/compress'
import { exif, jpegOf } from '../../../image/jpeg/jpegs'
import { settled } from '../../../wx/use-wx'
import { FakePhone } from '../../../wx/phone'

const SIZE = { width: 4000, height: 3000 }

/** Takes every step there is: opened, drawn since it lies on its side, encoded twice, cleaned. */
function stepwise(): { phone: FakePhone; path: string } {
  const phone = new FakePhone()
  const path = phone.add(jpegOf({ ...SIZE, segments: [exif(6)] }), SIZE)
  phone.encoder = ({ width, height }) =>
    jpegOf({ width, height, bytes: phone.encodes.length < 2 ? 2_100_000 : 900_000, segments: [exif(1)] })
  return { phone, path }
}

test('reports rising progress up to 1', async () => {
  const { path } = stepwise()
  const shares: number[] = []
  await compress(path, {}, { onProgress: (share) => shares.push(share) })
  expect(shares.length).toBeGreaterThan(3)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

test('also for a picture that is sent unchanged', async () => {
  const phone = new FakePhone()
  const shares: number[] = []
  await compress(phone.add(jpegOf({ width: 40, height: 30 })), {}, { onProgress: (share) => shares.push(share) })
  expect(shares.at(-1)).toBe(1)
})

test('does nothing if cancelled before the start', async () => {
  const { phone, path } = stepwise()
  const calls: string[] = []
  phone.onCall = (name) => calls.push(name)
  const cancellation = new Cancellation()
  cancellation.cancel()
  await expect(compress(path, {}, { cancellation })).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(calls).toEqual([])
})

test('cancel at any step rejects, and ends all progress and steps', async () => {
  const { phone: whole, path: first } = stepwise()
  const steps: string[] = []
  whole.onCall = (name) => steps.push(name)
  await compress(first)
  for (let at = 0; at < steps.length; at++) {
    const { phone, path } = stepwise()
    const cancellation = new Cancellation()
    const shares: number[] = []
    let isTold = false
    let encodesAfter = 0
    let calls = 0
    phone.onCall = (name) => {
      if (isTold && (name === 'canvas' || name === 'compressImage')) encodesAfter += 1
      if (calls === at) cancellation.cancel()
      calls += 1
    }
    const onProgress = (share: number): void => {
      if (cancellation.isCancelled) shares.push(share)
    }
    await expect(compress(path, {}, { cancellation, onProgress })).rejects.toMatchObject({ code: 'CANCELLED' })
    isTold = true
    for (let turn = 0; turn < 5; turn++) await settled()
    expect({ at, shares, encodesAfter }).toEqual({ at, shares: [], encodesAfter: 0 })
  }
})
