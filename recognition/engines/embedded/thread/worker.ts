import { parentPort, workerData } from 'node:worker_threads'
import { RecognitionError } from '../../../../miniprogram/vehicle-license/errors'
import { loadModels } from '../ocr/models'
import { readLicense } from '../read-license'
import type { Job, Outcome, Setup } from './messages'

const { threads } = workerData as Setup
const models = await loadModels(threads)

async function work({ bytes }: Job): Promise<Outcome> {
  try {
    return { ok: true, ...(bytes && { recognition: await readLicense(bytes, models) }) }
  } catch (error) {
    if (!(error instanceof RecognitionError)) return { ok: false, code: 'ENGINE_UNAVAILABLE', cause: error }
    return { ok: false, code: error.code, cause: error.details.cause }
  }
}

// Messages wait until someone listens: what came while the models were loading is not lost.
parentPort?.on('message', (job: Job) => {
  void work(job).then((outcome) => parentPort?.postMessage(outcome))
})
