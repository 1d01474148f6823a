import type { Stage } from '../../test/browser/stage'
import { nameless, shorterSide, targets, violations } from '../../test/browser/axe'

/** Figures of one state of the mini program. */
export interface Measured {
  /** kB of JSON in the largest setData. */
  readonly setDataKb: number
  /** Calls in the busiest second. */
  readonly setDataPerSecond: number
  readonly nodes: number
  readonly depth: number
  readonly children: number
  /** Ratio of pixels to screen pixels of the worst picture; 0 without pictures. */
  readonly pictureExcess: number
  /** %, of the worst picture. */
  readonly stretch: number
  /** px, of the smallest tap target. */
  readonly target: number
  readonly nameless: number
  /** Texts with too little contrast. */
  readonly contrast: number
  /** Everything else that axe finds. */
  readonly otherViolations: number
  /** Longest task in ms. */
  readonly taskMs: number
  /** Max concurrent requests over 300 ms. */
  readonly requests: number
  /** Intervals that still run after leaving the page. */
  readonly timers: number
  readonly errors: number
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Max number of overlapping spans. */
export const maxConcurrent = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map(({ from }) => spans.filter((span) => span.from <= from && from < span.to).length))

/** Max number of moments (ms) within any second. */
export const maxPerSecond = (moments: readonly number[]): number =>
  Math.max(0, ...moments.map((start) => moments.filter((at) => at >= start && at < start + 1_000).length))

const LONG_REQUEST_MS = 300
const BACK_END = /\/(cloud|network)[/?]/

/** Observes a phone from its start. */
export class Probe {
  private readonly requests: Span[] = []
  private errors = 0

  private constructor(private readonly stage: Stage) {}

  static async attach(stage: Stage): Promise<Probe> {
    const probe = new Probe(stage)
    stage.page.on('pageerror', () => probe.errors++)
    stage.page.on('requestfinished', (request) => {
      const { startTime, responseEnd } = request.timing()
      const from = startTime
      if (BACK_END.test(request.url()) && responseEnd > LONG_REQUEST_MS)
        probe.requests.push({ from, to: from + responseEnd })
    })
    await stage.context.addInitScript(watchTasksAndTimers)
    return probe
  }

  /** Measures the current state and leaves it. */
  async measure(pixelRatio: number): Promise<Measured> {
    const { stage } = this
    const frame = await stage.frame()
    const seen = await frame.evaluate(measurePage, pixelRatio)
    const found = await violations(stage)
    const all = await targets(stage)
    const timers = await frame.evaluate(leave)
    return {
      ...seen,
      setDataPerSecond: maxPerSecond(seen.setDataAt),
      target: Math.min(Infinity, ...all.map(shorterSide)),
      nameless: nameless(all).length,
      contrast: found.filter(({ rule }) => rule === 'color-contrast').length,
      otherViolations: found.filter(({ rule }) => rule !== 'color-contrast').length,
      requests: maxConcurrent(this.requests),
      timers,
      errors: this.errors,
    }
  }
}

interface Watched {
  tasks: number[]
  intervals: Set<number>
}

/** Runs in each window before anything else. */
function watchTasksAndTimers(): void {
  const watched: Watched = { tasks: [], intervals: new Set() }
  Object.assign(window, { watched })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tasks.push(duration)
  }).observe({ entryTypes: ['longtask'] })
  const begin = window.setInterval.bind(window)
  const end = window.clearInterval.bind(window)
  Object.assign(window, {
    setInterval(handler: TimerHandler, ms?: number, ...args: unknown[]): number {
      const id = begin(handler, ms, ...args)
      watched.intervals.add(id)
      return id
    },
    clearInterval(id: number): void {
      watched.intervals.delete(id)
      end(id)
    },
  })
}

type PageFigures = Pick<
  Measured,
  'setDataKb' | 'nodes' | 'depth' | 'children' | 'pictureExcess' | 'stretch' | 'taskMs'
> & {
  readonly setDataAt: readonly number[]
}

/** Runs in the phone. */
function measurePage(pixelRatio: number): PageFigures {
  const page = document.querySelector('.phone-page:not([hidden]) page')
  if (!page) throw new Error('no page is open')
  const { setDataCalls, watched } = window as unknown as {
    setDataCalls: { at: number; size: number }[]
    watched: Watched
  }
  /** Elements of the mini program, without the simulator's internals of built-in ones. */
  const nodes = [...page.querySelectorAll('*')].filter(({ tagName }) => tagName.includes('-'))
  const own = new Set<Element>(nodes)
  const parentOf = (node: Element): Element | null => {
    let parent = node.parentElement
    while (parent && parent !== page && !own.has(parent)) parent = parent.parentElement
    return parent
  }
  const depths = new Map<Element, number>([[page, 0]])
  const children = new Map<Element, number>()
  for (const node of nodes) {
    const parent = parentOf(node) ?? page
    depths.set(node, (depths.get(parent) ?? 0) + 1)
    children.set(parent, (children.get(parent) ?? 0) + 1)
  }
  const pictures = [...page.querySelectorAll<HTMLImageElement>('wx-image > img')].filter(
    (image) => image.naturalWidth > 0 && image.getBoundingClientRect().width > 0,
  )
  const excesses = pictures.map((image) => {
    const { width, height } = image.getBoundingClientRect()
    return (image.naturalWidth * image.naturalHeight) / (width * height * pixelRatio ** 2)
  })
  const stretches = pictures
    .filter((image) => getComputedStyle(image).objectFit === 'fill')
    .map((image) => {
      const ratio = image.offsetWidth / image.offsetHeight / (image.naturalWidth / image.naturalHeight)
      return 100 * (Math.max(ratio, 1 / ratio) - 1)
    })
  return {
    setDataKb: Math.max(0, ...setDataCalls.map(({ size }) => size)) / 1024,
    setDataAt: setDataCalls.map(({ at }) => at),
    nodes: nodes.length,
    depth: Math.max(...depths.values()),
    children: Math.max(0, ...children.values()),
    pictureExcess: Math.max(0, ...excesses),
    stretch: Math.max(0, ...stretches),
    taskMs: Math.max(0, ...watched.tasks),
  }
}

/** Runs in the phone: goes to the first page and counts the intervals still running. */
async function leave(): Promise<number> {
  const { wx, watched } = window as unknown as { wx: WechatMiniprogram.Wx; watched: Watched }
  await wx.reLaunch({ url: '/pages/home/index' })
  await new Promise((done) => setTimeout(done, 300))
  return watched.intervals.size
}
