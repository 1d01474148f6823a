import type { LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import type { AnyForm } from '../forms'
import type { Random } from '../random'
import type { Card, Look } from './card'
import { plainCard } from './plain'
import { standardCard } from './standard'

export { CARD_STYLE } from './style'

/** One page of a license on any form, `SCALE` px/mm. */
export function cardHtml(page: LicensePage, license: VehicleLicense, look: Look<AnyForm>, random: Random): Card {
  const { form } = look
  return form.name === 'plain'
    ? plainCard(page, license, { ...look, form }, random)
    : standardCard(page, license, { ...look, form }, random)
}
