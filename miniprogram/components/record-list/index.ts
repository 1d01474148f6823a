import { words } from '../words'

/** A page of the list of records. Triggers `open` and `remove` with `{ id }`. */
Component({
  behaviors: [words('recordList')],
  properties: {
    /** ShownRow[] */
    rows: { type: Array, value: [] },
  },
  methods: {
    open(event: DataEvent<{ id: string }>) {
      this.triggerEvent('open', { id: event.currentTarget.dataset.id })
    },
    remove(event: DataEvent<{ id: string }>) {
      this.triggerEvent('remove', { id: event.currentTarget.dataset.id })
    },
  },
})
