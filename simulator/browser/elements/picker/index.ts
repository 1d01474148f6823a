import { unavailable } from '../../runtime/errors'
import { pickFromWheels } from '../../phone-ui/wheels'
import { defineElement, emit } from '../define'
import { dateColumns, dateOf, indexesOfDate, timeColumns } from './dates'

type Item = string | Record<string, string>
type Columns = (selected: number[]) => string[][]

const NO_ITEMS: (Item | Item[])[] = []

const labelsOf = (items: Item | Item[], key: string): string[] =>
  [items].flat().map((item) => (typeof item === 'string' ? item : (item[key] ?? '')))

export const element = defineElement({
  properties: {
    name: String,
    mode: { type: String, value: 'selector' },
    disabled: Boolean,
    range: { type: Array, value: NO_ITEMS },
    rangeKey: String,
    value: null,
    start: String,
    end: String,
    fields: { type: String, value: 'day' },
    headerText: String,
    customItem: String,
    level: String,
  },
  lifetimes: {
    created() {
      this._$.addListener('tap', () => {
        if (!this.data.disabled) void this.pick()
      })
    },
  },
  methods: {
    async pick(): Promise<void> {
      const value = await this.ask()
      if (value === undefined) {
        emit(this, 'cancel')
        return
      }
      this.setData({ value })
      emit(this, 'change', { value })
    },
    async ask(): Promise<unknown> {
      const { mode, range, rangeKey, start, end, fields, headerText } = this.data
      const value: unknown = this.data.value
      const text = typeof value === 'string' ? value : ''
      const show = (columns: Columns, initial: number[]): Promise<number[] | undefined> =>
        pickFromWheels(columns, initial, headerText, (column, index) =>
          emit(this, 'columnchange', { column, value: index }),
        )
      switch (mode) {
        case 'selector': {
          const items = range.flatMap((item) => labelsOf(item, rangeKey))
          const selected = await show(() => [items], [Number(value ?? 0)])
          return selected && String(selected[0])
        }
        case 'multiSelector':
          // The program may change the range while the picker is open.
          return show(
            () => this.data.range.map((items) => labelsOf(items, rangeKey)),
            Array.isArray(value) ? value.map(Number) : range.map(() => 0),
          )
        case 'date': {
          const columns: Columns = (selected) => dateColumns(selected, start, end, fields)
          const selected = await show(columns, indexesOfDate(text, start, end, fields))
          return selected && dateOf(columns(selected), selected)
        }
        case 'time': {
          const [hour = 0, minute = 0] = text.split(':').map(Number)
          const selected = await show(timeColumns, [hour, minute])
          return selected?.map((number) => String(number).padStart(2, '0')).join(':')
        }
        default:
          return unavailable(`<picker mode="${mode}">`)
      }
    },
    formValue(): unknown {
      return this.data.value
    },
    formReset() {
      this.setData({ value: this.data.mode === 'selector' ? 0 : '' })
    },
  },
})
