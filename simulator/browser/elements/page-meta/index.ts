import { textSize } from '../../runtime/device'
import { nodeOf } from '../../runtime/element-node'
import { pageAround, type PageView } from '../../runtime/page'
import { toBrowserUnits } from '../../runtime/units'
import { defineElement, emit, type Self } from '../define'

/** The page that an element is on; undefined once it has closed. */
function pageOf(instance: Self): PageView | undefined {
  const host = nodeOf(instance._$)
  return host && pageAround(host)
}

/** `system` stands for the text size set in WeChat. */
const sizeOf = (size: string): string => (size === 'system' ? `${textSize().fontSizeSetting}px` : toBrowserUnits(size))

/** A CSS length in px. */
function pxOf(length: string): number | undefined {
  if (length === '') return undefined
  const ruler = document.createElement('div')
  ruler.style.cssText = `position: fixed; visibility: hidden; height: ${length}`
  document.body.append(ruler)
  const px = ruler.getBoundingClientRect().height
  ruler.remove()
  return px
}

/** Settings of its page. */
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
      if (!page?.rootNode) return
      const meta = this.data
      page.rootFontSize = pxOf(sizeOf(meta.rootFontSize))
      const { style } = page.rootNode
      style.cssText = toBrowserUnits(meta.pageStyle)
      if (meta.pageFontSize) style.fontSize = sizeOf(meta.pageFontSize)
      if (meta.rootBackgroundColor) style.backgroundColor = meta.rootBackgroundColor
      if (meta.backgroundColor) page.scrollNode.style.backgroundColor = meta.backgroundColor
    },
  },
})
