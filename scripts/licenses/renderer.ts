import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../chromium'
import { ROOT } from '../paths'
import { type Split, SPLITS, type SplitStyle } from './splits'

/** CPU rendering: the same picture on every machine, and ten times as fast as an emulated GPU. */
const SOFTWARE = ['--disable-gpu', '--use-gl=disabled', '--disable-accelerated-2d-canvas']
const ORIGIN = 'http://licenses.invalid'

/** HTML and the size of its picture in px. */
export interface Markup {
  readonly html: string
  readonly width: number
  readonly height: number
}

export interface Renderer {
  /** Renders HTML with the split's fonts as a visually lossless JPEG. */
  render(markup: Markup): Promise<Buffer>
  /** Height in px of the first element of HTML in a viewport `width` px wide. */
  heightOf(html: string, width: number): Promise<number>
  close(): Promise<void>
}

function resolverOf(from: SplitStyle['from']): (path: string) => string {
  const require = createRequire(join(ROOT, from))
  return (path) => {
    try {
      return require.resolve(path)
    } catch (error) {
      const advice = from === 'package.json' ? 'run npm ci' : 'run npm run bench once, or npm ci in bench'
      throw new Error(`The font ${path} is not installed: ${advice}`, { cause: error })
    }
  }
}

/** Fills the page, strokes its `data-lines` canvases and waits for the fonts of every text. */
const SHOW = `async (html) => {
  document.body.innerHTML = html
  for (const canvas of document.querySelectorAll('canvas[data-lines]')) {
    const pen = canvas.getContext('2d')
    pen.strokeStyle = canvas.dataset.color
    pen.lineWidth = 1.3
    pen.stroke(new Path2D(canvas.dataset.lines))
  }
  const loads = new Map()
  for (const element of document.body.querySelectorAll('*')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim()
    if (!text) continue
    const style = getComputedStyle(element)
    const font = style.fontWeight + ' 20px ' + style.fontFamily
    loads.set(font, (loads.get(font) ?? '') + text)
  }
  await Promise.all([...loads].map(([font, text]) => document.fonts.load(font, text)))
  await document.fonts.ready
}`

async function openPage(browser: Browser, style: SplitStyle): Promise<Page> {
  const resolve = resolverOf(style.from)
  const links = style.stylesheets.map((path) => {
    resolve(path)
    return `<link rel="stylesheet" href="/${path}">`
  })
  const page = await browser.newPage()
  await page.route(`${ORIGIN}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (path === '')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><meta charset="utf-8"><style>body{margin:0;overflow:hidden}</style>${links.join('')}`,
      })
    const contentType = path.endsWith('.css') ? 'text/css' : 'font/woff2'
    return route.fulfill({ contentType, body: await readFile(resolve(path)) })
  })
  await page.goto(ORIGIN)
  return page
}

/**
 * Opens a browser with the fonts of a split.
 *
 * @throws Error that says what to install if a font or the browser is missing
 */
export async function openRenderer(style: SplitStyle): Promise<Renderer> {
  const browser = await launchChromium({ args: SOFTWARE })
  try {
    const page = await openPage(browser, style)
    return {
      async render({ html, width, height }) {
        await page.setViewportSize({ width, height })
        await page.evaluate(`(${SHOW})(${JSON.stringify(html)})`)
        return page.screenshot({ type: 'jpeg', quality: 98, timeout: 0 })
      },
      async heightOf(html, width) {
        await page.setViewportSize({ width, height: 1000 })
        await page.evaluate(`(${SHOW})(${JSON.stringify(html)})`)
        return page.evaluate<number>('document.body.firstElementChild.getBoundingClientRect().height')
      },
      close: () => browser.close(),
    }
  } catch (error) {
    await browser.close()
    throw error
  }
}

/** Draws pictures `from` to `from + count - 1` in one browser. */
export async function* drawSeries<T>(
  split: Split,
  from: number,
  count: number,
  drawOne: (renderer: Renderer, index: number) => Promise<T>,
): AsyncGenerator<T> {
  const renderer = await openRenderer(SPLITS[split])
  try {
    for (let index = from; index < from + count; index++) yield await drawOne(renderer, index)
  } finally {
    await renderer.close()
  }
}
