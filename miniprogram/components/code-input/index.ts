import { words } from '../words'
import { keysAt, type Layout, MAX_LENGTH } from './keys'
import { erase, moveTo, press, startTyping, type Typing, valueOf } from './typing'

/** Data for the template. */
function shown({ characters, at }: Typing, layout: Layout) {
  const maxLength = MAX_LENGTH[layout]
  const keys = keysAt(layout, at)
  return {
    maxLength,
    places: [...characters, ''].slice(0, maxLength).map((character, place) => ({ at: place, character })),
    rows: keys.map((row, i) => ({ id: row.join(''), keys: row, isLast: i === keys.length - 1 })),
  }
}

/**
 * A keyboard for plates or VINs with only their valid characters. A tap on a character selects it for replacement. Triggers
 * `input` with the value.
 */
Component({
  behaviors: [words('code')],
  properties: {
    value: { type: String, value: '' },
    /** plate | vin */
    layout: { type: String, value: 'plate' },
  },
  data: { typing: startTyping(''), valueText: '', ...shown(startTyping(''), 'plate') },
  observers: {
    'value, layout'(value: string) {
      if (value !== this.data.valueText || this.data.typing.characters.length === 0) this.show(startTyping(value))
    },
  },
  methods: {
    layoutOf(): Layout {
      return this.data.layout === 'vin' ? 'vin' : 'plate'
    },
    show(typing: Typing) {
      const layout = this.layoutOf()
      this.setData({
        typing,
        valueText: valueOf(typing),
        ...shown(typing, layout),
      })
    },
    change(typing: Typing) {
      this.show(typing)
      this.triggerEvent('input', valueOf(typing))
    },
    press({ currentTarget }: DataEvent<{ key: string }>) {
      this.change(press(this.data.typing, currentTarget.dataset.key, MAX_LENGTH[this.layoutOf()]))
    },
    erase() {
      this.change(erase(this.data.typing))
    },
    place({ currentTarget }: DataEvent<{ at: number }>) {
      this.show(moveTo(this.data.typing, currentTarget.dataset.at))
    },
  },
})
