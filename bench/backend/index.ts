import type { Figure } from '../figures'
import { createPictures } from '../pictures'
import { measureCloudFunction } from './cloud-function'
import { measureColdStart } from './cold-start'
import { prepareFunctions } from './functions'
import { measureServer } from './server'

/** Compares the cloud function and the server with peers that do the same work without our code. */
export async function* measure(): AsyncIterable<readonly Figure[]> {
  const picture = await createPictures()
  const functions = await prepareFunctions()
  try {
    yield* measureServer(picture)
    yield await measureColdStart(functions)
    for (const ocrMs of [0, 500]) yield await measureCloudFunction(functions, picture, ocrMs)
  } finally {
    await functions.remove()
  }
}
