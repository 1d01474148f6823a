import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import type { Phrases } from '../phrases'
import type { Random } from '../random'
import { inventEngine, inventModel, inventPlate, inventVin, isNewEnergy } from './codes'
import { inventInspections } from './inspections'
import { type Kind, KINDS } from './kinds'
import { inventOwner } from './owners'
import { inventAddress, inventPlace, issueAuthorityOf } from './places'

const NONE = '--'
const two = (value: number): string => String(value).padStart(2, '0')
const kg = (value: number): string => `${Math.round(value)}kg`

function inventKind(random: Random): Kind {
  return random.pick(KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind)))
}

const inventDay = (random: Random, year: number): string =>
  `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`

function masses(random: Random, kind: Kind, people: number) {
  const unladen = random.int(...kind.unladen)
  const load = kind.load && random.int(...kind.load)
  return {
    totalQuality: kg(unladen + (load ?? 0) + people * 65),
    prepareQuality: random.chance(0.03) ? NONE : kg(unladen),
    loadQuality: load === undefined ? NONE : kg(load),
    tractionQuality: kind.traction ? kg(random.int(kind.traction[0] / 100, kind.traction[1] / 100) * 100) : NONE,
  }
}

/** Some trucks with two rows of seats state both counts. */
const peopleOf = (random: Random, kind: Kind, people: number): string =>
  kind.load && people > 3 && random.chance(0.6) ? `2+${people - 2}人` : `${people}人`

function inventRemark(random: Random, year: number, electric: boolean, { remarks }: Phrases): string {
  if (random.chance(0.3)) return NONE
  const scrap = `强制报废期止:${inventDay(random, year + random.pick([8, 10, 15]))}`
  const fuel = electric ? random.pick(['纯电动', '插电式混合动力']) : random.pick(['汽油', '柴油', '天然气'])
  return random.pick([
    scrap,
    scrap,
    `燃料种类:${fuel}`,
    `${scrap};燃料种类:${fuel}`,
    `${electric ? '新能源汽车' : '国六'} ${scrap}`.replace(' ', ';'),
    random.pick(remarks),
  ])
}

/** All fields of a fictitious license. */
export function inventLicense(random: Random, phrases: Phrases): VehicleLicense {
  const place = inventPlace(random)
  const kind = inventKind(random)
  const useCharacter = random.pick(kind.uses)
  const plate = inventPlate(random, place, kind.plate, useCharacter)
  const registered = random.int(2008, 2025)
  const registerDate = inventDay(random, registered)
  const again = random.chance(0.5)
  const people = kind.people ? random.int(...kind.people) : 0
  return {
    plateNum: plate,
    vehicleType: random.pick(kind.types),
    owner: inventOwner(random, place, random.chance(kind.companies)),
    addr: inventAddress(random, place),
    useCharacter,
    model: inventModel(random, phrases),
    vin: inventVin(random, registered),
    engineNum: kind.plate === 'trailer' ? NONE : inventEngine(random, phrases),
    registerDate,
    issueDate: again ? registerDate : inventDay(random, Math.min(2026, registered + random.int(1, 5))),
    issueAuthority: issueAuthorityOf(place),
    plateNumB: plate,
    record: random.text('0123456789', 12),
    passengersNum: people === 0 ? NONE : peopleOf(random, kind, people),
    ...masses(random, kind, people),
    overallSize: `${random.int(...kind.length)}×${random.int(...kind.width)}×${random.int(...kind.height)}mm`,
    remark: inventRemark(random, registered, isNewEnergy(plate), phrases),
    inspectionRecord: inventInspections(random, Math.max(registered, 2023), plate, place),
  }
}
