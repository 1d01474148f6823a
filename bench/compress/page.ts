import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { build } from 'esbuild'
import { launchChromium } from '../../scripts/chromium'
import { ROOT } from '../../scripts/paths'
import type { Picture } from './pictures'

export interface Compressed {
  readonly ms: number
  readonly encodes: number
  readonly bytes: Buffer
}

export interface Page {
  compress(method: string, picture: Picture): Promise<Compressed>
  close(): Promise<void>
}

/** Prepended to the worker's script, to report encodes. */
const COUNT_IN_WORKER = `
if (typeof document === 'undefined') {
  const { convertToBlob } = OffscreenCanvas.prototype
  OffscreenCanvas.prototype.convertToBlob = function (...options) {
    new BroadcastChannel('encodes').postMessage(1)
    return convertToBlob.apply(this, options)
  }
}
`

const require = createRequire(import.meta.url)
const workerLibrary = `${dirname(require.resolve('browser-image-compression'))}/browser-image-compression.js`

async function bundle(): Promise<string> {
  const entryPoints = [`${ROOT}/bench/compress/browser/page.ts`]
  const { outputFiles } = await build({ entryPoints, bundle: true, write: false, format: 'iife', target: 'es2022' })
  return outputFiles.map(({ text }) => text).join('')
}

/** Opens a page in Chromium that compresses one picture at a time. */
export async function openPage(pictures: readonly Picture[]): Promise<Page> {
  const library = COUNT_IN_WORKER + (await readFile(workerLibrary, 'utf8'))
  let result = Buffer.alloc(0)
  const server = createServer((request, response) => {
    void (async () => {
      const { url = '/' } = request
      const picture = pictures.find(({ name }) => url === `/pictures/${name}`)
      if (url === '/result') result = await buffer(request)
      if (url.endsWith('.js')) response.setHeader('content-type', 'text/javascript').end(library)
      else if (picture) response.end(await readFile(picture.path))
      else response.setHeader('content-type', 'text/html').end('<!doctype html>')
    })()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const browser = await launchChromium()
  const page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.addScriptTag({ content: await bundle() })
  return {
    async compress(method, { name, type }) {
      const call = `run(${JSON.stringify(method)}, ${JSON.stringify(name)}, ${JSON.stringify(type)})`
      const measured = await page.evaluate<Omit<Compressed, 'bytes'>>(call)
      return { ...measured, bytes: result }
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}
