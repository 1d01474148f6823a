import { words } from '../words'

/** A person reads no more; a longer query finds the others. */
const MAX_SHOWN = 40

/** Suggests words for a value; any other text is allowed too. Triggers `input` with the value. */
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
      this.setData({ shown: [...(value === '' ? [] : [value]), ...own, ...found].slice(0, MAX_SHOWN) })
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
