import { FIELDS, type Field, type FieldKey, type VehicleLicense } from '../fields'
import { nearestWords } from '../nearest'
import { type Review, review } from '../review'
import { tidy } from '../tidy'
import { USES, VEHICLE_TYPES } from '../vocabulary'
import { type Candidate, oneLookAlike } from './changes'
import { dateCandidates } from './date'
import { plateCandidates } from './plate'
import { vinCandidates } from './vin'

/** More are no help to a person. */
const MOST = 3

const fieldOf = (key: FieldKey): Field | undefined => FIELDS.find((field) => field.key === key)

/** The words, nearest first. */
const wordCandidates = (value: string, words: readonly string[]): readonly Candidate[] =>
  nearestWords(value, words)
    .slice(0, MOST)
    .map((word, i) => ({ value: word, likeness: 1 / (i + 1) }))

/** Digits that were read as letters. Where all are digits, nothing tells which of them is another. */
function numberCandidates(value: string, { check }: Field): readonly Candidate[] {
  const digits = value.replace(/[OoQ]/g, '0').replace(/[Il]/g, '1')
  return /^[\d×+kgm人]+$/.test(value)
    ? []
    : [{ value: digits, likeness: 1 }, ...oneLookAlike(value)].filter(
        (candidate) => check(candidate.value) === undefined,
      )
}

const otherPlate = (key: FieldKey, { plateNum, plateNumB }: VehicleLicense): string =>
  (key === 'plateNum' ? plateNumB : plateNum) ?? ''

function candidatesOf(field: Field, key: FieldKey, value: string, license: VehicleLicense): readonly Candidate[] {
  switch (field.kind) {
    case 'plate':
      return plateCandidates(value, otherPlate(key, license))
    case 'vin':
      return vinCandidates(value, license)
    case 'vehicleType':
      return wordCandidates(value, VEHICLE_TYPES)
    case 'useCharacter':
      return wordCandidates(value, USES)
    case 'date':
      return dateCandidates(value)
    case 'mass':
    case 'count':
    case 'size':
    case 'fileNumber':
      return numberCandidates(value, field)
    default:
      return []
  }
}

/** Whether both pages bear a plate, and not the same. */
const pagesDisagree = (key: FieldKey, license: VehicleLicense): boolean =>
  (key === 'plateNum' || key === 'plateNumB') &&
  Boolean(license.plateNum && license.plateNumB) &&
  license.plateNum !== license.plateNumB

/** 2 for what mends the field and breaks nothing elsewhere, 1 for what mends the field, 0 for what does not. */
function mending(key: FieldKey, before: Review, after: Review): number {
  if (after[key]) return 0
  return Object.keys(after).every((broken) => broken in before) ? 2 : 1
}

/**
 * What may have been printed where a value breaks a rule or the pages disagree: what one confusable character, or two
 * exchanged ones, would mend. At most three, best first; never the value itself. For a person to choose from: nothing is
 * applied by itself.
 */
export function corrections(key: FieldKey, license: VehicleLicense, today = new Date()): readonly string[] {
  const value = license[key]
  const field = fieldOf(key)
  if (!value || !field) return []
  const before = review(license, today)
  if (!before[key] && !pagesDisagree(key, license)) return []
  const tidied = tidy(key, value)
  const candidates: readonly Candidate[] = [
    { value: tidied, likeness: 1 },
    ...candidatesOf(field, key, tidied, license),
  ]
  const ranked = candidates
    .filter((candidate) => candidate.value !== value)
    .map((candidate) => ({
      ...candidate,
      mends: mending(key, before, review({ ...license, [key]: candidate.value }, today)),
    }))
    .filter(({ mends, isPartial }) => mends > 0 || isPartial)
    .sort((a, b) => b.mends - a.mends || b.likeness - a.likeness)
  return [...new Set(ranked.map((candidate) => candidate.value))].slice(0, MOST)
}
