import { language, strings } from '../services/settings/language'
import type { Strings } from '../strings/index'

type Section = keyof Strings['views']

/** The language of all initial data. */
const INITIAL = language()

/** Fixed texts, for the initial data of a page or component. */
export const wordsOf = <S extends Section>(section: S): Strings['views'][S] => strings().views[section]

/** Gives a component its fixed texts as `s`. */
export const words = (section: Section) =>
  Behavior({
    data: { s: wordsOf(section) },
    lifetimes: {
      attached() {
        if (language() !== INITIAL) this.setData({ s: wordsOf(section) })
      },
    },
  })

type Titled = { [S in Section]: Strings['views'][S] extends { title: string } ? S : never }[Section]

/** Call in `onLoad`: sets the title, and the fixed texts if the language has changed since the start. */
export function localize<S extends Titled>(
  page: { setData(data: { s: Strings['views'][S] }): void },
  section: S,
): void {
  const s = wordsOf(section)
  if (language() !== INITIAL) page.setData({ s })
  void wx.setNavigationBarTitle({ title: s.title })
}
