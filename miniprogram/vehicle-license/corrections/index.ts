import { type Field, type FieldKey, fieldOf, type VehicleLicense } from '../fields'
import { nearestWords } from '../nearest-words'
import { type Review, review } from '../review'
import { tidy } from '../tidy'
import { USES, VEHICLE_TYPES } from '../vocabulary'
import { type Candidate, oneSubstitution } from './changes'
import { dateCandidates } from './date'
import { plateCandidates } from './plate'
import { vinCandidates } from './vin'

/** A longer list is slower than typing. */
const MAX_SUGGESTIONS = 3

const wordCandidates = (value: string, words: readonly string[]): readonly Candidate[] =>
  nearestWords(value, words)
    .slice(0, MAX_SUGGESTIONS)
    .map((word, i) => ({ value: word, score: 1 / (i + 1) }))

/** Letters that should be digits. A misread digit cannot be told from a right one. */
function numberCandidates(value: string, { check }: Field): readonly Candidate[] {
  const digits = value.replace(/[OoQ]/g, '0').replace(/[Il]/g, '1')
  return /^[\d×+kgm人]+$/.test(value)
    ? []
    : [{ value: digits, score: 1 }, ...oneSubstitution(value)].filter(
        (candidate) => check(candidate.value) === undefined,
      )
}

const otherPlate = (key: FieldKey, { plateNum, plateNumB }: VehicleLicense): string =>
  (key === 'plateNum' ? plateNumB : plateNum) ?? ''

function candidatesOf(field: Field, value: string, license: VehicleLicense): readonly Candidate[] {
  switch (field.kind) {
    case 'plate':
      return plateCandidates(value, otherPlate(field.key, license))
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

/** Whether the pages carry different plate numbers. */
const pagesDisagree = (key: FieldKey, license: VehicleLicense): boolean =>
  (key === 'plateNum' || key === 'plateNumB') &&
  Boolean(license.plateNum && license.plateNumB) &&
  license.plateNum !== license.plateNumB

/** 2 fixes the field and breaks no other, 1 fixes the field only, 0 does not fix it. */
function fixRank(key: FieldKey, before: Review, after: Review): number {
  if (after[key]) return 0
  return Object.keys(after).every((broken) => broken in before) ? 2 : 1
}

/**
 * Suggestions for a value that breaks a rule, or for plates that differ between the pages: one confusable character or
 * two swapped ones. At most three, best first, for a person to choose from; nothing is applied automatically.
 */
export function corrections(key: FieldKey, license: VehicleLicense, today = new Date()): readonly string[] {
  const value = license[key]
  if (!value) return []
  const before = review(license, today)
  if (!before[key] && !pagesDisagree(key, license)) return []
  const tidied = tidy(key, value)
  const candidates: readonly Candidate[] = [{ value: tidied, score: 1 }, ...candidatesOf(fieldOf(key), tidied, license)]
  const ranked = candidates
    .filter((candidate) => candidate.value !== value)
    .map((candidate) => ({
      ...candidate,
      fixes: fixRank(key, before, review({ ...license, [key]: candidate.value }, today)),
    }))
    .filter(({ fixes, isPartial }) => fixes > 0 || isPartial)
    .sort((a, b) => b.fixes - a.fixes || b.score - a.score)
  return [...new Set(ranked.map((candidate) => candidate.value))].slice(0, MAX_SUGGESTIONS)
}
