import {
  addressPrior,
  datePrior,
  divisionPrior,
  massPrior,
  platePrior,
  type Prior,
  sizePrior,
  textPrior,
  uniformPrior,
  vinPrior,
} from './priors'
import { codeNoise, formNoise, modelNoise, noNoise, plateNoise } from './noise'
import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { USES, VEHICLE_TYPES } from '../../../../miniprogram/vehicle-license/vocabulary'
import { authority } from './grammars/authority'
import { compile, type Grammar, type State } from './grammar'
import { address, engine, model, text } from './grammars/free-text'
import { count, date, fileNumber, mass, size, vin } from './grammars/numbers'
import { inspection } from './grammars/inspection'
import { plate } from './grammars/plate'
import type { Noise } from './beam-search'

/** The kinds of the table, and of what no label announces: the authority that the seal names. */
export type ValueKind = FieldKind | 'authority'

/** How values of a kind are decoded. */
export interface Decoder {
  readonly automaton: readonly State[]
  readonly judge: Prior
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

interface Recipe extends Omit<Decoder, 'automaton'> {
  readonly part: Grammar
}

const DIGIT = /^\d$/
const CODE = /^[0-9A-Z]$/
const NEVER = /^$/

const form = (part: Grammar, judge: Prior, continues = DIGIT): Recipe => ({
  part,
  judge,
  noise: formNoise,
  width: 24,
  candidates: 8,
  continues,
})

const free: Recipe = { part: text, judge: textPrior, noise: noNoise, width: 16, candidates: 5, continues: NEVER }

const RECIPES: Record<ValueKind, Recipe> = {
  plate: { ...form(plate, platePrior, CODE), noise: plateNoise },
  vin: { ...form(vin, vinPrior, CODE), width: 40 },
  date: form(date, datePrior),
  mass: form(mass, massPrior),
  count: form(count, uniformPrior),
  size: form(size, sizePrior),
  fileNumber: form(fileNumber, uniformPrior, CODE),
  text: free,
  addr: { ...free, part: address, judge: addressPrior },
  vehicleType: { ...free, words: VEHICLE_TYPES },
  useCharacter: { ...free, words: USES },
  model: { ...free, part: model, noise: modelNoise, width: 24 },
  engineNum: { ...free, part: engine, noise: codeNoise, width: 24 },
  authority: { ...free, part: authority, judge: divisionPrior, width: 64 },
  inspection: { ...free, part: inspection, noise: noNoise, width: 24 },
}

const manners = new Map<ValueKind, Decoder>()

/** Compiled when it is first needed. */
export function decoderOf(kind: ValueKind): Decoder {
  const known = manners.get(kind)
  if (known) return known
  const { part, ...rest } = RECIPES[kind]
  const manner = { ...rest, automaton: compile(part) }
  manners.set(kind, manner)
  return manner
}
