import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import { Preparation } from '../../../miniprogram/services/async/preparation'
import { settled } from '../../wx/use-wx'

let shown: (number | null)[]
let preparation: Preparation

beforeEach(() => {
  shown = []
  preparation = new Preparation((share) => shown.push(share))
})

test('reports the progress and the end', async () => {
  await preparation.run(async (_, onProgress) => {
    onProgress(0.42)
    await new Promise((resolve) => setTimeout(resolve, 150))
  })
  expect(shown).toEqual([0, 0.42, null])
})

test('passes on the error', async () => {
  const work = preparation.run(() => Promise.reject(new RecognitionError('FILE_TOO_LARGE')))
  await expect(work).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' })
  expect(shown).toEqual([0, null])
})

test('cancel ends the wait and all reports', async () => {
  let report: (share: number) => void = () => undefined
  const never = preparation.run((_, onProgress) => {
    report = onProgress
    return new Promise(() => undefined)
  })
  preparation.cancel()
  await never
  report(0.9)
  expect(shown).toEqual([0, null])
})

test('cancel reaches the work', async () => {
  const told = new Promise<void>((resolve) => {
    void preparation.run((cancellation) => {
      cancellation.onCancel(resolve)
      return new Promise(() => undefined)
    })
  })
  preparation.cancel()
  await expect(told).resolves.toBeUndefined()
})

test('runs one job at a time', async () => {
  const second = jest.fn(() => Promise.resolve())
  void preparation.run(() => new Promise(() => undefined))
  await preparation.run(second)
  await settled()
  expect(second).not.toHaveBeenCalled()
})
