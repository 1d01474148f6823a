import { words } from '../words'

/** As many as a person reads through; a word more to search for brings the others. */
const SHOWN = 40

/** Words that a value may be; what is typed besides may stand, too. Triggers `input` with the value. */
Component({
  behaviors: [words('wordList')],
  properties: {
    value: { type: String, value: '' },
    /** string[] */
    words: { type: Array, value: [] as string[] },
  },
  data: { query: '', shown: [] as string[] },
  observers: {
    'words, query, value'(all: string[], query: string, value: string) {
      const found = all.filter((word) => word.includes(query) && word !== value)
      const own = query === '' || all.includes(query) || query === value ? [] : [query]
      this.setData({ shown: [...(value === '' ? [] : [value]), ...own, ...found].slice(0, SHOWN) })
    },
  },
  methods: {
    search({ detail }: WechatMiniprogram.Input) {
      this.setData({ query: detail.value.trim() })
    },
    choose({ currentTarget }: DataEvent<{ word: string }>) {
      this.triggerEvent('input', currentTarget.dataset.word)
    },
  },
})
