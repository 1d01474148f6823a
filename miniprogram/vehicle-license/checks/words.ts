import { type Text, text } from '../../strings/index'
import { nearestWords } from '../nearest-words'
import { FORMER_VEHICLE_TYPES, USES, VEHICLE_TYPES } from '../vocabulary'
import { type Check, ifApplicable } from './check'

const among = (known: readonly string[], words: readonly string[], problem: (nearest?: string) => Text): Check => {
  const all = new Set(known)
  return ifApplicable((value) => (all.has(value) ? undefined : problem(nearestWords(value, words)[0])))
}

export const checkVehicleType: Check = among([...VEHICLE_TYPES, ...FORMER_VEHICLE_TYPES], VEHICLE_TYPES, (nearest) =>
  text(({ checks }) => (nearest === undefined ? checks.vehicleType : checks.nearestVehicleType(nearest))),
)

export const checkUseCharacter: Check = among(USES, USES, (nearest) =>
  text(({ checks }) => (nearest === undefined ? checks.useCharacter : checks.nearestUseCharacter(nearest))),
)
