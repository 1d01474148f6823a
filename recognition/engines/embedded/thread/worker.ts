import { parentPort, workerData } from 'node:worker_threads'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { loadModels, warmModels } from '../ocr/models'
import { setUpDecoder } from '../pixels/decoder'
import { readLicense } from '../read-license'
import { type Job, type Outcome, READY, type Setup } from './messages'

setUpDecoder()
const { threads, runtime, weights } = workerData as Setup
const models = await loadModels(threads, runtime, weights)
await warmModels(models)

async function work({ bytes, cancelled }: Job): Promise<Outcome> {
  try {
    const options = { cancelled: () => Atomics.load(cancelled, 0) === 1 }
    return { ok: true, recognition: await readLicense(bytes, models, options) }
  } catch (error) {
    if (!(error instanceof RecognitionError)) return { ok: false, code: 'ENGINE_UNAVAILABLE', cause: error }
    return { ok: false, code: error.code, cause: error.details.cause }
  }
}

parentPort?.on('message', (job: Job) => {
  void work(job).then((outcome) => parentPort?.postMessage(outcome))
})
parentPort?.postMessage(READY)
