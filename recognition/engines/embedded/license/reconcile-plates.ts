import { combineReadings } from '../decode/combine-readings'
import type { Field } from '../../../../miniprogram/vehicle-license/fields'
import { alternatives } from '../decode'
import type { Reading } from './read-value'

/** Both pages have the plate: where their readings differ, both get the one with the highest joint probability. */
export function reconcilePlates(readings: ReadonlyMap<Field, Reading>): Map<Field, Reading> {
  const plates = [...readings].filter(([field]) => field.kind === 'plate')
  const texts = new Set(plates.map(([, { text }]) => text))
  const agreed = new Map(readings)
  if (plates.length < 2 || texts.size < 2) return agreed
  const together = combineReadings(
    plates.map(([{ kind }, { lines }]) =>
      alternatives(
        kind,
        lines.map(({ steps }) => steps),
      ),
    ),
  )
  if (!together || !texts.has(together.text)) return agreed
  for (const [field, reading] of plates) {
    const own = reading.text === together.text
    const decoding = { ...reading.decoding, ...together, repaired: reading.decoding.repaired || !own }
    agreed.set(field, { ...reading, text: together.text, decoding })
  }
  return agreed
}
