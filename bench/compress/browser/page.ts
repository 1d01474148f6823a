/** Runs in the browser: compresses a picture, measures the time and counts the encodes. */
import { addPicture } from '../../../test/browser/compress/page'
import { countEncodes } from './encodes'
import { METHODS } from './methods'

const run = async (method: string, picture: string, type: string): Promise<{ ms: number; encodes: number }> => {
  const bytes = new Uint8Array(await (await fetch(`/pictures/${picture}`)).arrayBuffer())
  const file = new File([bytes], `picture.${type === 'image/png' ? 'png' : 'jpg'}`, { type })
  const path = addPicture(bytes)
  const compress = METHODS[method]
  if (!compress) throw new Error(`no such method: ${method}`)
  const encodes = countEncodes()
  const startedAt = performance.now()
  const compressed = await compress({ file, path })
  const ms = performance.now() - startedAt
  await fetch('/result', { method: 'POST', body: compressed })
  return { ms, encodes: await encodes.stop() }
}

Object.assign(globalThis, { run })
