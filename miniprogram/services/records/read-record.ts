import { FIELDS, type VehicleLicense } from '../../vehicle-license/fields'
import { isObject, type Json } from '../../vehicle-license/json'
import type { PictureContent } from '../../vehicle-license/merge'
import { readRecognition } from '../../vehicle-license/read-recognition'
import type { EngineName, RecognitionType } from '../../vehicle-license/recognition'
import { knownWarnings } from '../../vehicle-license/warnings'
import type { Confirmed, LicenseRecord, LicensePicture } from './license-record'
import { migrateRecord } from './legacy-records'
import { readEdit, readStep } from './read-step'

/** A record of the storage, as far as it can be read. */
export interface StoredRecord {
  readonly record: LicenseRecord
  /** Whether something of it was lost: a value, a picture, when it was made. */
  readonly isDamaged: boolean
}

/** To be called where something is lost. */
type Damage = () => void

/** How to read each member. A type that gets a new member does not compile until that is read here. */
type Readers<T> = { readonly [K in keyof Required<T>]: (value: unknown, damage: Damage) => T[K] | undefined }

function readMembers<T extends object>(value: Json, readers: Readers<T>, damage: Damage): Partial<T> {
  const found: Partial<T> = {}
  for (const key of Object.keys(readers) as (keyof T & string)[]) {
    if (value[key] === undefined) continue
    const member = readers[key](value[key], damage)
    if (member !== undefined) found[key] = member
  }
  return found
}

const isMembers = (value: unknown): value is Json => isObject(value) && !Array.isArray(value)

/** `read`, where what it makes nothing of is lost. */
const orLost =
  <T>(read: (value: unknown) => T | undefined) =>
  (value: unknown, damage: Damage): T | undefined => {
    const found = read(value)
    if (found === undefined) damage()
    return found
  }

const readTime = orLost((value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined))
const readText = orLost((value) => (typeof value === 'string' && value !== '' ? value : undefined))
const readEngine = (value: unknown): EngineName | undefined =>
  value === 'wechat' || value === 'embedded' ? value : undefined
const readContent = (value: unknown): PictureContent | undefined =>
  value === 'main' || value === 'duplicate' || value === 'both' ? value : undefined
const readYes = (value: unknown): true | undefined => (value === true ? true : undefined)

function readLicense(value: unknown, damage: Damage): VehicleLicense {
  const license: VehicleLicense = {}
  if (!isMembers(value)) {
    damage()
    return license
  }
  for (const { key } of FIELDS) {
    const text = value[key]
    if (typeof text === 'string') license[key] = text
    else if (text !== undefined) damage()
  }
  return license
}

const readType = (value: unknown): RecognitionType => (value === 'scan' ? 'scan' : 'photo')

const PICTURE: Readers<LicensePicture> = {
  path: readText,
  type: readType,
  original: readText,
  edit: readEdit,
  page: readContent,
  warnings: (value) => (Array.isArray(value) ? knownWarnings(value) : undefined),
  recognition: orLost(readRecognition),
  engine: readEngine,
}

function readPicture(value: unknown, damage: Damage): LicensePicture | undefined {
  const { path, type = 'photo', ...more } = isMembers(value) ? readMembers(value, PICTURE, damage) : {}
  if (path !== undefined) return { path, type, ...more }
  damage()
  return undefined
}

function readPictures(value: unknown, damage: Damage): LicensePicture[] {
  if (Array.isArray(value)) return value.flatMap((picture) => readPicture(picture, damage) ?? [])
  damage()
  return []
}

const CONFIRMED: Readers<Confirmed> = { at: readTime, license: readLicense, read: readLicense, engine: readEngine }

function readConfirmed(value: unknown, damage: Damage): Confirmed | undefined {
  const { at, license, read = {}, ...more } = isMembers(value) ? readMembers(value, CONFIRMED, damage) : {}
  if (license === undefined) {
    damage()
    return undefined
  }
  if (at === undefined) damage()
  return { at: at ?? 0, license, read, ...more }
}

const RECORD: Readers<Omit<LicenseRecord, 'id'>> = {
  createdAt: readTime,
  pictures: readPictures,
  typed: readLicense,
  accepted: readLicense,
  confirmed: readConfirmed,
  keepsPictures: readYes,
  step: readStep,
}

/** Of 2020, in ms since 1970: no record is older. */
const FIRST_TIME_MS = 1_577_836_800_000

/** When a record was made, as its id tells: it begins with ms since 1970, in decimal digits once, in base 36 today. */
function timeOf(id: string): number | undefined {
  const [start = ''] = id.split('-')
  const time = parseInt(start, /^\d{13}$/.test(start) ? 10 : 36)
  return time >= FIRST_TIME_MS && time < 2 * FIRST_TIME_MS ? time : undefined
}

/**
 * Reads what the storage has under the id of a record, in whichever form it was ever kept, and whatever has become of
 * it: never throws, and what cannot be read takes nothing with it that can.
 */
export function readRecord(id: string, kept: unknown): StoredRecord {
  let isDamaged = false
  const damage = () => {
    isDamaged = true
  }
  if (!isMembers(kept)) damage()
  const { createdAt = timeOf(id), ...more } = readMembers(migrateRecord(isMembers(kept) ? kept : {}), RECORD, damage)
  if (createdAt === undefined || more.pictures === undefined || more.typed === undefined) damage()
  const record = { id, createdAt: createdAt ?? 0, pictures: [], typed: {}, accepted: {}, ...more }
  return { record, isDamaged }
}
