import type { LicensePage, VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { fieldsOf, TITLES } from '../forms/page'
import type { Form, Spot } from '../forms/plain'
import { guilloche } from '../guilloche'
import type { Random } from '../random'
import { printValue } from '../values'
import { wrinkles } from '../wrinkles'
import { barcode } from './barcode'
import type { Card, Look } from './card'
import { inkLayer } from './ink'
import { at, px, SAMPLE } from './places'
import { printValues } from './print-values'

function labels(form: Form, spot: Spot): string {
  const rule = form.rules
    ? `<div class="rule" style="${at(spot.value.x, spot.value.y + 3.9)};width:${px(spot.right - spot.value.x)};background:${form.labelColor}88"></div>`
    : ''
  const english = form.english ? `<small>${spot.en}</small>` : ''
  return `<div class="label" style="${at(spot.label.x, spot.label.y)};font-size:${px(form.labelMm)}">${spot.zh}${english}</div>${rule}`
}

/** The square red seal with its text in rows. */
function seal(authority: string, random: Random, family: string, isOver: boolean): string {
  const rows = authority.match(authority.length > 16 ? /.{1,5}/gu : /.{1,4}/gu) ?? []
  const side = random.between(18.5, 21)
  const size = Math.min((side - 2.6) / Math.max(...rows.map((row) => row.length)), (side - 2.6) / 1.22 / rows.length)
  const [x, y] = isOver
    ? random.chance(0.5)
      ? [random.between(22, 27), random.between(32, 36)]
      : [random.between(8, 13), random.between(20, 26)]
    : [random.between(3.2, 5), random.between(33, 36)]
  const color = random.pick(['#c8303a', '#d0262c', '#b8323a', '#d64a50'])
  return `<div class="seal" style="${at(x, y)};width:${px(side)};height:${px(side)};color:${color};opacity:${random.between(0.6, 0.9).toFixed(2)};
    font-family:${family};font-size:${px(size)};transform:rotate(${random.around(isOver ? 4 : 1.5).toFixed(2)}deg)">${rows.join('<br>')}</div>`
}

/** One page of a license in the style of generated examples. */
export function plainCard(page: LicensePage, license: VehicleLicense, look: Look<Form>, random: Random): Card {
  const { form, printing, degradations } = look
  const spots = form.spots[page]
  const values = printValues(spots, license, look, random, (spot, text, own) => printValue(spot, text, printing, own))
  const title = TITLES[page]
  const hasSeal = fieldsOf(page).some(({ key }) => key === 'issueAuthority')
  const border =
    form.border === undefined
      ? ''
      : `<div style="position:absolute;inset:${px(form.border)};border:2px solid ${form.labelColor}99;border-radius:8px"></div>`
  const html = `
    <div class="all" style="background:${form.paper}"></div>${guilloche(random.fork('guilloche'), form.inks, random.between(0.25, 0.6))}${border}
    <div class="all" style="color:${form.labelColor};font-family:${form.family}">
      <div class="title" style="top:${px(page === 'main' ? 2 : 2.4)};font-size:${px(page === 'main' ? form.titleMm : form.titleMm * 0.85)};letter-spacing:${random.between(0, 0.12).toFixed(2)}em">
        ${title.zh}${title.en === undefined ? '' : `<small>${title.en}</small>`}</div>
      ${spots.map((spot) => labels(form, spot)).join('')}${SAMPLE}</div>
    ${page === 'duplicate' ? barcode(random.fork('barcode')) : ''}
    ${hasSeal ? seal(license.issueAuthority ?? '', random.fork('seal'), look.sealFamily, degradations.has('seal-over-values')) : ''}
    ${inkLayer(printing, values.html)}${values.mosaics}
    ${wrinkles(random.fork('wrinkles'), degradations.get('wrinkles') ?? 0)}`
  return { html, smallestMm: values.smallestMm }
}
