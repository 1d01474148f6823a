import type { LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { fieldsOf, TITLES } from '../forms/page'
import type { StandardForm, StandardSpot } from '../forms/standard'
import { guilloche } from '../guilloche'
import type { Printing } from '../printing'
import type { Random } from '../random'
import { type PrintedValue, printValue } from '../values'
import { wrinkles } from '../wrinkles'
import { barcode } from './barcode'
import type { Card, Look } from './card'
import { inkLayer } from './ink'
import { inspections } from './inspections'
import { standardPaper, strip } from './paper'
import { at, px, SAMPLE } from './places'
import { printValues } from './print-values'
import { framedSeal } from './seal'

/** Em of the English labels relative to the Chinese ones. */
const ENGLISH_EM = 0.68
/** From the middle of a label to that of its English label below. */
const ENGLISH_BELOW_MM = 2.6

function labelHtml(form: StandardForm, { zh, en, x, y, width }: StandardSpot): string {
  const top = y - form.labelMm * 0.6
  const natural = zh.length * form.labelMm
  // Condense long labels; CSS spreads short ones.
  const squeeze = natural > width ? `width:${px(natural)};transform:scaleX(${(width / natural).toFixed(3)});` : ''
  const chinese = `<div class="spread" style="${at(x, top)};width:${px(width)};font-size:${px(form.labelMm)};${squeeze}">${zh}</div>`
  if (en === undefined) return chinese
  const size = form.labelMm * ENGLISH_EM
  return `${chinese}<div class="small" style="${at(x, y + ENGLISH_BELOW_MM - size * 0.6)};font-size:${px(size)}">${en}</div>`
}

/** A dotted rule under the value, often solid under the plate. */
function ruleHtml(form: StandardForm, page: LicensePage, spot: StandardSpot, random: Random): string {
  const isPlate = spot.key === 'plateNum' || spot.key === 'plateNumB'
  const dot = random.between(0.18, 0.26)
  const dots = `repeating-linear-gradient(90deg,${form.labelColor} 0 ${px(dot)},transparent ${px(dot)} ${px(form.dots)})`
  const ink = isPlate && random.chance(0.6) ? form.labelColor : dots
  const left = spot.x + spot.width + (page === 'main' ? 0.8 : 0.2)
  const rules = spot.key === 'remark' ? [0, 6.9] : [0]
  return rules
    .map(
      (down) =>
        `<div class="rule" style="${at(left, spot.y + form.rule[page] + down)};width:${px(spot.right - left)};height:2px;background:${ink};opacity:.85"></div>`,
    )
    .join('')
}

function titleHtml(form: StandardForm, random: Random): string {
  const [left, width] = [16 + random.around(0.7), 54]
  const { zh, en = '' } = TITLES.main
  return `<div class="spread" style="${at(left, 3.4)};width:${px(width)};font:${random.pick([500, 700])} ${px(3.8)}/1.2 ${form.titleFamily}">${zh}</div>
    <div class="spread" style="${at(left, 7.5)};width:${px(width)};font-size:${px(2.2)};font-weight:400">${en}</div>`
}

export const valueOf = (
  form: StandardForm,
  page: LicensePage,
  spot: StandardSpot,
  text: string,
  printing: Printing,
  random: Random,
): PrintedValue =>
  printValue(
    {
      key: spot.key,
      zh: spot.zh,
      en: '',
      label: spot,
      value: { x: spot.value, y: spot.y + form.lower[page] - printing.sizeMm * 0.6 },
      right: spot.right,
    },
    text,
    printing,
    random,
  )

/** One page of the current or the former form. */
export function standardCard(
  page: LicensePage,
  license: VehicleLicense,
  look: Look<StandardForm>,
  random: Random,
): Card {
  const { form, printing, sealFamily, degradations } = look
  const spots = form.spots[page]
  const printed = spots.filter(({ key }) => key !== 'inspectionRecord')
  const values = printValues(printed, license, look, random, (spot, text, own) =>
    valueOf(form, page, spot, text, printing, own),
  )
  const hasSeal = fieldsOf(page).some(({ key }) => key === 'issueAuthority')
  const record = spots.find(({ key }) => key === 'inspectionRecord')
  const stamps = record
    ? inspections(license.inspectionRecord ?? '', record, printing, form, random.fork('inspections'))
    : undefined
  const rules = random.fork('rules')
  const html = `
    ${standardPaper(form, random.fork('paper'))}${guilloche(random.fork('guilloche'), form.inks, random.between(0.1, 0.3))}
    <div class="all" style="color:${form.labelColor};font-family:${form.family};font-weight:${form.labelWeight}">
      ${page === 'main' ? titleHtml(form, random.fork('title')) : ''}
      ${spots.map((spot) => labelHtml(form, spot) + ruleHtml(form, page, spot, rules)).join('')}${SAMPLE}</div>
    ${page === 'duplicate' ? barcode(random.fork('barcode')) : ''}
    ${hasSeal ? framedSeal(license.issueAuthority ?? '', sealFamily, random.fork('seal')) : ''}
    ${form.strip === undefined ? '' : strip(form.strip, random.fork('strip'))}
    ${inkLayer(printing, values.html + (stamps?.printed ?? ''))}${values.mosaics}${stamps?.stamped ?? ''}
    ${wrinkles(random.fork('wrinkles'), degradations.get('wrinkles') ?? 0)}`
  return { html, smallestMm: values.smallestMm }
}
