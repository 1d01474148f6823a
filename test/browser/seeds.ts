import { readFileSync } from 'node:fs'
import type { LicenseRecord } from '../../miniprogram/services/records/license-record'
import { FIELDS, type VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Recognition } from '../../miniprogram/vehicle-license/recognition'
import type { Files } from './stage'

/** A sample's picture on the phone. */
const pathOf = (sample: string): string => `wxfile://usr/${sample}.jpg`
export const filesOf = (...samples: string[]): Files =>
  Object.fromEntries(samples.map((sample) => [pathOf(sample), sample]))

const CREATED_AT = Date.UTC(2026, 6, 6, 8)
const MINUTE_MS = 60_000

/** A record of a sample's picture, which shows both pages; not read yet, where there is no recognition. */
export function recordOf(sample: string, recognition?: Recognition, minutes = 0): LicenseRecord {
  return {
    id: `seed-${sample}`,
    createdAt: CREATED_AT + minutes * MINUTE_MS,
    pictures: [
      {
        path: pathOf(sample),
        type: 'photo',
        page: 'both',
        ...(recognition && { recognition, engine: 'embedded' as const, warnings: recognition.warnings ?? [] }),
      },
    ],
    typed: {},
    accepted: {},
  }
}

export const confirmed = (record: LicenseRecord, { license }: Recognition): LicenseRecord => ({
  ...record,
  pictures: [],
  confirmed: { at: record.createdAt + MINUTE_MS, license, read: license, engine: 'embedded' },
})

/** A reading that nobody need look at. */
export const sure = ({ evidence = {}, ...rest }: Recognition): Recognition => ({
  ...rest,
  evidence: Object.fromEntries(Object.entries(evidence).map(([key, own]) => [key, { ...own, confidence: 0.999 }])),
  warnings: [],
})

/** What is read where only the main page is in view. */
export const ofMainPage = ({ license, cards: { main }, ...rest }: Recognition): Recognition => ({
  ...rest,
  cards: { ...(main && { main }) },
  license: Object.fromEntries(FIELDS.filter(({ page }) => page === 'main').map(({ key }) => [key, license[key]])),
})

/** A reading that a person has to look at: a wrong VIN, an owner nobody is sure of, a date that is missing. */
export function doubtful(reading: Recognition): Recognition {
  const { license, evidence, ...rest } = sure(reading)
  const read: VehicleLicense = Object.fromEntries(Object.entries(license).filter(([key]) => key !== 'issueDate'))
  const owner = evidence?.owner
  return {
    ...rest,
    license: { ...read, ...(read.vin !== undefined && { vin: `${read.vin.slice(0, -1)}X` }) },
    evidence: { ...evidence, ...(owner && { owner: { ...owner, confidence: 0.3 } }) },
    warnings: ['BLURRED'],
  }
}

/** Samples that there is a reading of. */
export type Sample = 'car' | 'truck' | 'van'

/** What `npm run recognize -- --json` told of the samples once: a page can be looked at without an engine. */
const READINGS = JSON.parse(readFileSync('test/fixtures/readings.json', 'utf8')) as Record<Sample, Recognition>

export const readingOf = (sample: Sample): Recognition => READINGS[sample]
