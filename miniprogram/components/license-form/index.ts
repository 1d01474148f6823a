import { say } from '../../services/language'
import { FIELDS, PAGES } from '../../vehicle-license/fields'
import { words } from '../words'

/** The fields by page, in the order of the table. */
const groups = () =>
  PAGES.map(({ page, title }) => ({
    page,
    title: say(title),
    fields: FIELDS.filter((field) => field.page === page).map(({ key, label }) => ({ key, label: say(label) })),
  }))

/** Every field of a license, editable. Triggers `change` with `{ key, value }` at each keystroke. */
Component({
  behaviors: [words('form')],
  properties: {
    /** VehicleLicense */
    license: { type: Object, value: {} },
    /** What to look at again, by field */
    review: { type: Object, value: {} },
  },
  data: { groups: groups() },
  methods: {
    onChange(event: DataEvent<{ key: string }, string>) {
      this.triggerEvent('change', { key: event.currentTarget.dataset.key, value: event.detail })
    },
  },
})
