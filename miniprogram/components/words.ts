import { language, strings } from '../services/settings/language'
import type { Strings } from '../strings/index'

type Section = keyof Strings['views']

/** What the initial data of pages and components is written in. */
const AT_START = language()

/** The fixed texts of a page or component, for its initial data. */
export const wordsOf = <S extends Section>(section: S): Strings['views'][S] => strings().views[section]

/** A component's fixed texts, as `s`. */
export const words = (section: Section) =>
  Behavior({
    data: { s: wordsOf(section) },
    lifetimes: {
      attached() {
        if (language() !== AT_START) this.setData({ s: wordsOf(section) })
      },
    },
  })

type Titled = { [S in Section]: Strings['views'][S] extends { title: string } ? S : never }[Section]

/** To be called when a page loads: its title, and its fixed texts if the language was changed since the start. */
export function speak<S extends Titled>(page: { setData(data: { s: Strings['views'][S] }): void }, section: S): void {
  const s = wordsOf(section)
  if (language() !== AT_START) page.setData({ s })
  void wx.setNavigationBarTitle({ title: s.title })
}
