import { singleFlight } from '../../../simulator/cloud/openapi/single-flight'
import type { Recognition } from '../../../miniprogram/vehicle-license/recognition'
import type { Engine, LicenseImage } from '../../../recognition/engine'

const RECOGNITION: Recognition = { license: { plateNum: '粤B5K7T9' }, cards: {} }

let reads: ((recognition: Recognition) => void)[]
let engine: Engine
beforeEach(() => {
  reads = []
  engine = singleFlight({ recognize: () => new Promise((resolve) => reads.push(resolve)) })
})

function ask(text: string, signal = new AbortController().signal): Promise<Recognition> {
  const image: LicenseImage = { bytes: Buffer.from(text), contentType: 'image/jpeg', width: 1, height: 1 }
  return engine.recognize(image, { type: 'photo', signal })
}

test('a retry gets the result of the first call, whose caller hung up', async () => {
  const impatient = new AbortController()
  const first = ask('main', impatient.signal)
  impatient.abort(new Error('hung up'))
  await expect(first).rejects.toThrow('hung up')
  const second = ask('main')
  reads[0]?.(RECOGNITION)
  await expect(second).resolves.toEqual(RECOGNITION)
  expect(reads).toHaveLength(1)
})

test('a retry also gets a result from between the calls', async () => {
  const impatient = new AbortController()
  const first = ask('main', impatient.signal)
  impatient.abort(new Error('hung up'))
  reads[0]?.(RECOGNITION)
  await expect(first).rejects.toThrow('hung up')
  await expect(ask('main')).resolves.toEqual(RECOGNITION)
  expect(reads).toHaveLength(1)
})

test('a delivered result is not kept, and another picture has its own', async () => {
  const first = ask('main')
  reads[0]?.(RECOGNITION)
  await first
  void ask('main')
  void ask('duplicate')
  expect(reads).toHaveLength(3)
})
