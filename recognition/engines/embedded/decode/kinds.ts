import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { USES, VEHICLE_TYPES } from '../../../../miniprogram/vehicle-license/vocabulary'
import { authority } from './authority'
import { compile, type Part, type State } from './automaton'
import { address, engine, model, text } from './free-text'
import { count, date, fileNumber, mass, size, vin } from './grammars'
import { inspection } from './inspection'
import { besideCode, besideForm, besideModel, besidePlate, besideText } from './noise'
import { plate } from './plates'
import {
  type Judge,
  judgeAddress,
  judgeDate,
  judgeForm,
  judgeMass,
  judgePlace,
  judgePlate,
  judgeSize,
  judgeText,
  judgeVin,
} from './priors'
import type { Noise } from './search'

/** The kinds of the table, and of what no label announces: the authority that the seal names. */
export type ValueKind = FieldKind | 'authority'

/** How values of a kind are decoded. */
export interface Manner {
  readonly automaton: readonly State[]
  readonly judge: Judge
  readonly noise: Noise
  /** Readings kept from step to step. */
  readonly width: number
  /** Candidates looked at in a step. */
  readonly candidates: number
  /** All values there are, mostly. */
  readonly words?: readonly string[]
  /** What may be read as more of the value where the value ends. */
  readonly continues: RegExp
}

interface Recipe extends Omit<Manner, 'automaton'> {
  readonly part: Part
}

const DIGIT = /^\d$/
const CODE = /^[0-9A-Z]$/
const NEVER = /^$/

const form = (part: Part, judge: Judge, continues = DIGIT): Recipe => ({
  part,
  judge,
  noise: besideForm,
  width: 24,
  candidates: 8,
  continues,
})

const free: Recipe = { part: text, judge: judgeText, noise: besideText, width: 16, candidates: 5, continues: NEVER }

const RECIPES: Record<ValueKind, Recipe> = {
  plate: { ...form(plate, judgePlate, CODE), noise: besidePlate },
  vin: { ...form(vin, judgeVin, CODE), width: 40 },
  date: form(date, judgeDate),
  mass: form(mass, judgeMass),
  count: form(count, judgeForm),
  size: form(size, judgeSize),
  fileNumber: form(fileNumber, judgeForm, CODE),
  text: free,
  addr: { ...free, part: address, judge: judgeAddress },
  vehicleType: { ...free, words: VEHICLE_TYPES },
  useCharacter: { ...free, words: USES },
  model: { ...free, part: model, noise: besideModel, width: 24 },
  engineNum: { ...free, part: engine, noise: besideCode, width: 24 },
  authority: { ...free, part: authority, judge: judgePlace, width: 64 },
  inspection: { ...free, part: inspection, noise: besideText, width: 24 },
}

const manners = new Map<ValueKind, Manner>()

/** Compiled when it is first needed. */
export function mannerOf(kind: ValueKind): Manner {
  const known = manners.get(kind)
  if (known) return known
  const { part, ...rest } = RECIPES[kind]
  const manner = { ...rest, automaton: compile(part) }
  manners.set(kind, manner)
  return manner
}
