import type { SendProgress } from '../../../miniprogram/services/back-ends/back-end'
import type { LicensePicture } from '../../../miniprogram/services/records/license-record'
import type { TotalProgress } from '../../../miniprogram/services/recognition/progress'
import { stopReading } from '../../../miniprogram/services/recognition/readings'
import { recognizePictures } from '../../../miniprogram/services/recognition/recognize-pictures'
import type { RecognitionTask } from '../../../miniprogram/services/recognition/recognize'
import { RecognitionError } from '../../../miniprogram/vehicle-license/errors'
import type { Reading } from '../../../miniprogram/vehicle-license/recognition'
import { RECOGNITION } from '../../recognition/pictures'
import { settled } from '../../wx/use-wx'
import { FakePhone } from '../../wx/phone'

const MAIN: LicensePicture = { path: 'main.jpg', type: 'photo', page: 'main' }
const DUPLICATE: LicensePicture = { path: 'duplicate.jpg', type: 'photo', page: 'duplicate' }

beforeEach(() => new FakePhone())
afterEach(() => [MAIN, DUPLICATE].forEach(({ path }) => stopReading(path)))

/** A recognition under way: a test says how far it is, and how it ends. */
interface Running {
  progress: (progress: SendProgress) => void
  read: (reading: Reading) => void
  fail: (error: Error) => void
}

function start(...pictures: [LicensePicture, ...LicensePicture[]]) {
  const running = new Map<string, Running>()
  const told: (TotalProgress | string)[] = []
  const begin = ({ path }: { path: string }, progress: (progress: SendProgress) => void): RecognitionTask => {
    let fail: Running['fail'] = () => undefined
    const result = new Promise<Reading>((read, reject) => {
      fail = reject
      running.set(path, { progress, read, fail })
    })
    return { result, cancel: () => fail(new RecognitionError('CANCELLED')) }
  }
  const listener = {
    onProgress: (progress: TotalProgress) => told.push(progress),
    onReading: ({ path }: LicensePicture) => told.push(`${path} read`),
    onFailure: ({ path }: LicensePicture, { code }: RecognitionError) => told.push(`${path} ${code}`),
  }
  const task = recognizePictures(pictures, listener, begin)
  // Each picture is on its way from the start.
  expect(told).toEqual(pictures.map(() => ({ stage: 'upload', percent: 30 })))
  told.length = 0
  return { told, running, task }
}

test('sends both pictures in parallel with one progress bar', () => {
  const { told, running } = start(MAIN, DUPLICATE)
  running.get('main.jpg')?.progress({ stage: 'upload', percent: 50 })
  running.get('duplicate.jpg')?.progress({ stage: 'upload', percent: 100 })
  running.get('main.jpg')?.progress({ stage: 'recognize' })
  running.get('duplicate.jpg')?.progress({ stage: 'recognize' })
  expect(told).toEqual([
    { stage: 'upload', percent: 40 },
    { stage: 'upload', percent: 60 },
    { stage: 'upload', percent: 70 },
    { stage: 'recognize', percent: 70 },
  ])
})

test('one picture fails without the other', async () => {
  const { told, running, task } = start(MAIN, DUPLICATE)
  running.get('duplicate.jpg')?.fail(new RecognitionError('NOT_A_LICENSE'))
  await settled()
  running.get('main.jpg')?.read({ recognition: RECOGNITION })
  await task.done
  expect(told).toEqual(['duplicate.jpg NOT_A_LICENSE', 'main.jpg read'])
})

test('cancel stops running recognitions and keeps finished ones', async () => {
  const { told, running, task } = start(MAIN, DUPLICATE)
  running.get('main.jpg')?.read({ recognition: RECOGNITION })
  await settled()
  task.cancel()
  await task.done
  expect(told).toEqual(['main.jpg read', 'duplicate.jpg CANCELLED'])
})
