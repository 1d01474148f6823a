import { FIELDS, PAGES } from '../../vehicle-license/fields'

/** The fields by page, in the order of the table. */
const GROUPS = PAGES.map(({ page, title }) => ({
  page,
  title,
  fields: FIELDS.filter((field) => field.page === page).map(({ key, label }) => ({ key, label })),
}))

/** Every field of a license, editable. Triggers `change` with `{ key, value }` at each keystroke. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** VehicleLicense */
    license: { type: Object, value: {} },
    /** Review: what to look at again, by field */
    review: { type: Object, value: {} },
  },
  data: { groups: GROUPS },
  methods: {
    onChange(event: DataEvent<{ key: string }, string>) {
      this.triggerEvent('change', { key: event.currentTarget.dataset.key, value: event.detail })
    },
  },
})
