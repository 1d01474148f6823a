import type { FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import { USES, VEHICLE_TYPES } from '../../../../miniprogram/vehicle-license/vocabulary'
import type { BeamSearchOptions } from './beam-search'
import type { Grammar } from './grammar'
import { authority } from './grammars/authority'
import { address, engine, model, text } from './grammars/free-text'
import { inspection } from './grammars/inspection'
import { count, date, fileNumber, mass, size, vin } from './grammars/numbers'
import { plate } from './grammars/plate'
import { codeNoise, formNoise, modelNoise, noNoise, plateNoise } from './noise'
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
import { compile } from './transducer'

/** A kind of the field table, or the authority named by the seal, which has no label. */
export type ValueKind = FieldKind | 'authority'

/** How values of a kind are decoded. */
export interface Decoder extends BeamSearchOptions {
  readonly prior: Prior
  /** Candidates used of each step. */
  readonly maxCandidates: number
  /** Nearly all values of the kind. */
  readonly vocabulary?: readonly string[]
  /** Characters that would extend a value at its ends. */
  readonly continues: RegExp
}

interface Description extends Omit<Decoder, 'transducer'> {
  readonly grammar: Grammar
}

const DIGIT = /^\d$/
const CODE = /^[0-9A-Z]$/
const NEVER = /^$/

const form = (grammar: Grammar, prior: Prior, continues = DIGIT): Description => ({
  grammar,
  prior,
  noise: formNoise,
  beamWidth: 24,
  maxCandidates: 8,
  continues,
})

const free: Description = {
  grammar: text,
  prior: textPrior,
  noise: noNoise,
  beamWidth: 16,
  maxCandidates: 5,
  continues: NEVER,
}

const DESCRIPTIONS: Record<ValueKind, Description> = {
  plate: { ...form(plate, platePrior, CODE), noise: plateNoise },
  vin: { ...form(vin, vinPrior, CODE), beamWidth: 40 },
  date: form(date, datePrior),
  mass: form(mass, massPrior),
  count: form(count, uniformPrior),
  size: form(size, sizePrior),
  fileNumber: form(fileNumber, uniformPrior, CODE),
  text: free,
  addr: { ...free, grammar: address, prior: addressPrior },
  vehicleType: { ...free, vocabulary: VEHICLE_TYPES },
  useCharacter: { ...free, vocabulary: USES },
  model: { ...free, grammar: model, noise: modelNoise, beamWidth: 24 },
  engineNum: { ...free, grammar: engine, noise: codeNoise, beamWidth: 24 },
  authority: { ...free, grammar: authority, prior: divisionPrior, beamWidth: 64 },
  inspection: { ...free, grammar: inspection, beamWidth: 24 },
}

const decoders = new Map<ValueKind, Decoder>()

/** Compiled on first use. */
export function decoderOf(kind: ValueKind): Decoder {
  const known = decoders.get(kind)
  if (known) return known
  const { grammar, ...rest } = DESCRIPTIONS[kind]
  const decoder = { ...rest, transducer: compile(grammar) }
  decoders.set(kind, decoder)
  return decoder
}
