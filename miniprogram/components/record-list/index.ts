import { strings } from '../../services/language'
import { licenseOf, type LicenseRecord } from '../../services/license-record'
import { words } from '../words'

/** `MM-DD hh:mm` of the phone's clock. */
function shortTime(ms: number): string {
  const date = new Date(ms)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

function toRow(record: LicenseRecord) {
  const { plateNum, plateNumB, vehicleType } = licenseOf(record)
  return {
    id: record.id,
    title: plateNum ?? plateNumB ?? strings().records.noPlate,
    detail: vehicleType ?? '',
    time: shortTime(record.confirmed?.at ?? record.createdAt),
  }
}

/** Licenses kept on the phone. Triggers `open` and `remove` with `{ id }`. */
Component({
  behaviors: [words('recordList')],
  properties: {
    heading: { type: String, value: '' },
    /** LicenseRecord[] */
    records: { type: Array, value: [] as LicenseRecord[] },
  },
  data: { rows: [] as ReturnType<typeof toRow>[] },
  observers: {
    records(records: LicenseRecord[]) {
      this.setData({ rows: records.map(toRow) })
    },
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
