import { TabBar } from '../phone-ui/tab-bar'
import type { Program, TabBarConfig } from '../program'
import { onTheme, programTheme } from './device'
import { toUrl } from './files'
import { themed } from './window-config'

/** The program's tabs and their bar. */
export class Tabs {
  readonly bar: TabBar
  private config: TabBarConfig

  constructor(
    { theme }: Program,
    private readonly written: TabBarConfig,
    onTap: (index: number) => void,
  ) {
    const resolve = (): TabBarConfig => ({
      ...themed(written, theme, programTheme() ?? 'light'),
      list: written.list.map((item) => themed(item, theme, programTheme() ?? 'light')),
    })
    this.config = resolve()
    this.bar = new TabBar(this.config, (path) => toUrl(`/${path.replace(/^\//, '')}`), onTap)
    onTheme(() => this.change(resolve()))
  }

  /** The index of a page's tab; -1 if it has none. */
  indexOf(route: string): number {
    return this.written.list.findIndex(({ pagePath }) => pagePath === route)
  }

  itemAt(index: number): TabBarConfig['list'][number] | undefined {
    return this.config.list[index]
  }

  change(style: Partial<TabBarConfig>): void {
    this.config = { ...this.config, ...style }
    this.bar.show(this.config)
  }

  /** @throws Error if there is no such tab */
  changeItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void {
    if (!this.config.list[index]) throw new Error('tabbar item not found')
    const list = this.config.list.map((known, at) => (at === index ? { ...known, ...item } : known))
    this.change({ list })
  }
}
