import { textSize } from '../../runtime/device'
import { pageAround, type PageView } from '../../runtime/page'
import { toBrowserUnits } from '../../runtime/units'
import { defineElement, emit, hostOf, type Instance } from '../define'

/** The page that an element is on; undefined once it has closed. */
function pageOf(instance: Instance): PageView | undefined {
  const host = hostOf(instance) as HTMLElement | null
  return host ? pageAround(host) : undefined
}

/** `system` is the text size that is set in WeChat. */
const sizeOf = (size: string): string => (size === 'system' ? `${textSize().fontSizeSetting}px` : toBrowserUnits(size))

/** px of a length in any unit. */
function pxOf(length: string): number | undefined {
  if (length === '') return undefined
  const ruler = document.createElement('div')
  ruler.style.cssText = `position: fixed; visibility: hidden; height: ${length}`
  document.body.append(ruler)
  const px = ruler.getBoundingClientRect().height
  ruler.remove()
  return px
}

interface Meta {
  pageStyle: string
  rootFontSize: string
  pageFontSize: string
  backgroundColor: string
  rootBackgroundColor: string
  scrollTop: string
  scrollDuration: number
}

/** Settings of the page around it: the first node of a page. */
export const element = defineElement({
  properties: {
    backgroundTextStyle: String,
    backgroundColor: String,
    backgroundColorTop: String,
    backgroundColorBottom: String,
    rootBackgroundColor: String,
    scrollTop: String,
    scrollDuration: { type: Number, value: 300 },
    pageStyle: String,
    rootFontSize: String,
    pageFontSize: String,
    pageOrientation: String,
  },
  lifetimes: {
    attached() {
      this.apply()
      const page = pageOf(this)
      page?.scrollNode.addEventListener('scroll', () => emit(this, 'scroll', { scrollTop: page.scrollNode.scrollTop }))
    },
  },
  pageLifetimes: {
    resize(change: object) {
      emit(this, 'resize', change)
    },
  },
  observers: {
    'pageStyle, rootFontSize, pageFontSize, backgroundColor, rootBackgroundColor'() {
      this.apply()
    },
    scrollTop(top: string) {
      const to = pxOf(toBrowserUnits(top))
      const behavior = this.data.scrollDuration > 0 ? 'smooth' : 'instant'
      if (to !== undefined) pageOf(this)?.scrollTo({ top: to, behavior })
    },
  },
  methods: {
    apply(): void {
      const page = pageOf(this)
      if (!page) return
      const meta = this.data as unknown as Meta
      page.rootFontSize = pxOf(sizeOf(meta.rootFontSize))
      const { style } = page.rootNode
      style.cssText = toBrowserUnits(meta.pageStyle)
      if (meta.pageFontSize) style.fontSize = sizeOf(meta.pageFontSize)
      if (meta.rootBackgroundColor) style.backgroundColor = meta.rootBackgroundColor
      if (meta.backgroundColor) page.scrollNode.style.backgroundColor = meta.backgroundColor
    },
  },
})
