import type { TabBarConfig } from '../program'
import { el } from './dom'

interface TabMark {
  /** Text of the red badge. */
  badge?: string
  dot?: boolean
}

const BORDER_COLORS = { black: 'rgb(0 0 0 / 20%)', white: '#fff' }
const DEFAULTS = { color: '#999', selectedColor: '#07c160', backgroundColor: '#fff' }

/** WeChat's tab bar. */
export class TabBar {
  readonly node = el('nav', { class: 'phone-tabs' })
  private selected = 0
  private readonly marks: TabMark[] = []

  /** @param urlOf URL of a picture in the program's package */
  constructor(
    private config: TabBarConfig,
    private readonly urlOf: (path: string) => string,
    private readonly onTap: (index: number) => void,
  ) {
    this.render()
  }

  select(index: number): void {
    this.selected = index
    this.render()
  }

  show(config: TabBarConfig): void {
    this.config = config
    this.render()
  }

  /** @throws Error if there is no such tab */
  mark(index: number, mark: TabMark): void {
    if (!this.config.list[index]) throw new Error('tabbar item not found')
    this.marks[index] = mark
    this.render()
  }

  private render(): void {
    const { color, selectedColor, backgroundColor } = { ...DEFAULTS, ...this.config }
    this.node.style.backgroundColor = backgroundColor
    this.node.style.borderTopColor = BORDER_COLORS[this.config.borderStyle ?? 'black']
    this.node.replaceChildren(
      ...this.config.list.map((_, index) => this.tab(index, index === this.selected ? selectedColor : color)),
    )
  }

  private tab(index: number, color: string): HTMLElement {
    const { text = '', iconPath, selectedIconPath } = this.config.list[index] ?? {}
    const icon = index === this.selected ? (selectedIconPath ?? iconPath) : iconPath
    const { badge, dot = false } = this.marks[index] ?? {}
    const mark = badge ?? (dot ? '' : undefined)
    const tab = el(
      'button',
      { class: 'phone-tab', onClick: () => this.onTap(index) },
      ...(icon === undefined ? [] : [el('img', { src: this.urlOf(icon) })]),
      text,
      ...(mark === undefined ? [] : [el('i', { class: 'phone-tab-badge', text: mark })]),
    )
    tab.style.color = color
    if (index === this.selected) tab.setAttribute('aria-current', 'page')
    return tab
  }
}
