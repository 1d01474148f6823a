import type { LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { fieldsOf, PAGE_MM, TITLES } from '../samples/layout'
import type { Form, Spot } from './form'
import { guilloche } from './guilloche'
import type { Printing } from './printing'
import type { Random } from './random'
import type { Trouble } from './troubles'
import { printValue, SCALE } from './values'
import { wrinkles } from './wrinkles'

export const CARD_STYLE = `
  .card { position: absolute; width: ${PAGE_MM.width * SCALE}px; height: ${PAGE_MM.height * SCALE}px; overflow: hidden; isolation: isolate; }
  .all { position: absolute; inset: 0; }
  .card .title { position: absolute; left: 0; right: 0; text-align: center; font-weight: 700; white-space: nowrap; line-height: 1.15; }
  .card .title small { display: block; font-size: 38%; font-weight: 400; letter-spacing: 0; }
  .card .label { position: absolute; line-height: 1.1; white-space: nowrap; }
  .card .label small { display: block; font-size: 58%; line-height: 1.05; }
  .card .value { position: absolute; line-height: 1.2; white-space: nowrap; }
  .card .value i { position: relative; font-style: normal; }
  .card .value i::after { content: ''; position: absolute; left: 50%; top: 50%; width: .06em; height: .74em; background: currentColor;
    transform: translate(-50%, -46%) rotate(28deg); }
  .card .rule { position: absolute; height: 1px; }
  .card .seal { position: absolute; display: grid; place-content: center; text-align: center; font-weight: 700;
    border: 4px solid; line-height: 1.22; mix-blend-mode: multiply; box-sizing: border-box; white-space: nowrap; }
  .card .note { position: absolute; font-size: 15px; color: color-mix(in srgb, currentColor 70%, transparent); }
`
const px = (mm: number): string => `${(mm * SCALE).toFixed(1)}px`
const at = (x: number, y: number): string => `left:${px(x)};top:${px(y)}`

function labels(form: Form, spot: Spot): string {
  const rule = form.rules
    ? `<div class="rule" style="${at(spot.value.x, spot.value.y + 3.9)};width:${px(spot.right - spot.value.x)};background:${form.labelColor}88"></div>`
    : ''
  const english = form.english ? `<small>${spot.en}</small>` : ''
  return `<div class="label" style="${at(spot.label.x, spot.label.y)};font-size:${px(form.labelMm)}">${spot.zh}${english}</div>${rule}`
}

/** The square red seal, its text in rows. */
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

function barcode(random: Random): string {
  let x = 0
  const bars: string[] = []
  while (x < 400) {
    const wide = random.pick([2, 3, 5, 7])
    bars.push(`<rect x="${x}" y="0" width="${wide}" height="80" fill="#222"/>`)
    x += wide + random.pick([3, 4, 6])
  }
  return `<svg width="410" height="80" style="position:absolute;${at(random.between(48, 53), random.between(50.5, 52))}">${bars.join('')}</svg>`
}

/** The ink of the printer: dots, missing pins, a worn ribbon. */
function inkStyle(printing: Printing): string {
  const masks: string[] = []
  if (printing.ribbon < 1)
    masks.push(
      `linear-gradient(103deg,#000,rgba(0,0,0,${printing.ribbon.toFixed(2)}) 35%,#000 60%,rgba(0,0,0,${printing.ribbon.toFixed(2)}))`,
    )
  if (printing.dots) {
    const { pitch, gaps, missing } = printing.dots
    const cell = (pitch * SCALE).toFixed(2)
    masks.push(
      `radial-gradient(circle,#000 45%,rgba(0,0,0,${(1 - gaps).toFixed(2)}) 72%) 0 0/${cell}px ${cell}px`,
      ...(missing === undefined
        ? []
        : [
            `repeating-linear-gradient(#000 0 ${px(missing)},rgba(0,0,0,.25) ${px(missing)} ${px(missing + pitch * 0.9)})`,
          ]),
    )
  }
  return masks.length === 0 ? '' : `mask:${masks.join(',')};mask-composite:intersect;`
}

export interface Card {
  readonly html: string
  /** mm: the em of the smallest value */
  readonly smallestMm: number
}

/** One page of a license, without a place: {@link SCALE} px a millimeter. */
export function cardHtml(
  page: LicensePage,
  license: VehicleLicense,
  look: {
    readonly form: Form
    readonly printing: Printing
    readonly sealFamily: string
    readonly troubles: ReadonlyMap<Trouble, number>
  },
  random: Random,
): Card {
  const { form, printing, troubles } = look
  const spots = form.spots[page]
  const values = spots.map((spot) => printValue(spot, license[spot.key] ?? '', printing, random.fork(spot.key)))
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
      ${spots.map((spot) => labels(form, spot)).join('')}<div class="note" style="${at(4, 58)}">样例 SAMPLE</div></div>
    ${page === 'duplicate' ? barcode(random) : ''}
    ${hasSeal ? seal(license.issueAuthority ?? '', random.fork('seal'), look.sealFamily, troubles.has('seal-over-values')) : ''}
    <div class="all" style="color:${printing.color};font-family:${printing.font.family};font-weight:${printing.font.weight};letter-spacing:${printing.spacing.toFixed(3)}em;transform:rotate(${printing.tilt.toFixed(2)}deg);${inkStyle(printing)}">
      ${values.map((value) => value.html).join('')}</div>
    ${wrinkles(random.fork('wrinkles'), troubles.get('wrinkles') ?? 0)}`
  return { html, smallestMm: Math.min(...values.map((value) => value.sizeMm)) }
}
