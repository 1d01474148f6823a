import { FIELDS, type FieldKey } from '../../../miniprogram/vehicle-license/fields'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded/index'
import { inspect } from '../../../recognition/inspect'
import type { ReadPicture } from './engine'

/** The embedded engine with one worker, since every engine reads one picture at a time. */
export async function createOurs(): Promise<ReadPicture> {
  const engine = createEmbeddedEngine({ workers: 1 })
  await engine.warm()
  return async (bytes) => {
    const image = inspect(bytes, { maxBytes: Infinity })
    const { signal } = new AbortController()
    const { license, evidence = {} } = await engine.recognize(image, { type: 'photo', signal })
    const confidences: Partial<Record<FieldKey, number>> = {}
    for (const { key } of FIELDS) {
      const confidence = evidence[key]?.confidence
      if (confidence !== undefined) confidences[key] = confidence
    }
    return { license, confidences }
  }
}
