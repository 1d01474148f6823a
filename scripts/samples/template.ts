import type { FieldKey, LicensePage, VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { fieldsOf, PAGE_MM, PLACES, TITLES } from './layout'

/** px a millimeter: the drawn page is 1056 × 720 px. */
const SCALE = 12

const at = ([x, y]: readonly [number, number]): string => `left:${x * SCALE}px;top:${y * SCALE}px`

const STYLE = `
  body { margin: 0; padding: 60px; display: inline-flex; flex-direction: column; gap: 36px; }
  .page { position: relative; width: ${PAGE_MM.width * SCALE}px; height: ${PAGE_MM.height * SCALE}px; overflow: hidden;
    border-radius: 14px; background: #f4f7f1; box-shadow: 0 6px 18px #0006; font-family: 'Noto Sans SC'; }
  .guilloche { position: absolute; inset: 0; opacity: .35; background:
    repeating-radial-gradient(circle at 20% 120%, #0000 0 9px, #9cc9ac 9px 10px),
    repeating-radial-gradient(circle at 90% -30%, #0000 0 11px, #b9d5e6 11px 12px); }
  .title { position: absolute; left: 0; right: 0; text-align: center; color: #2c6f62; font-weight: 700; }
  .title small { display: block; font-size: 17px; font-weight: 400; }
  .label { position: absolute; color: #2c7565; font-size: 24px; line-height: 26px; white-space: nowrap; }
  .label small { display: block; font-size: 14px; line-height: 15px; }
  .value { position: absolute; color: #17181c; font: 500 30px/36px 'Noto Sans SC'; }
  .line { position: absolute; height: 1px; background: #8cb7a8; }
  .seal { position: absolute; display: grid; place-content: center; width: ${20 * SCALE}px; height: ${20 * SCALE}px;
    border: 4px solid #c8303a; color: #c8303a; font: 700 40px/52px 'Noto Serif SC'; text-align: center; }
  .barcode { position: absolute; background: repeating-linear-gradient(90deg, #222 0 3px, #0000 3px 5px, #222 5px 6px, #0000 6px 10px); }
  .note { position: absolute; color: #8aa39a; font-size: 15px; }
`

function field(key: Exclude<FieldKey, 'issueAuthority'>, label: { zh: string; en: string }, value: string): string {
  const place = PLACES[key]
  const line = `left:${place.value[0] * SCALE}px;top:${(place.value[1] + 3.6) * SCALE}px;width:${place.width * SCALE}px`
  return `<div class="label" style="${at(place.label)}">${label.zh}<small>${label.en}</small></div>
    <div class="value" style="${at(place.value)};width:${place.width * SCALE}px">${value}</div>
    <div class="line" style="${line}"></div>`
}

/** The square seal, its text in rows of four. */
function seal(authority: string): string {
  const rows = authority.match(/.{1,4}/g) ?? []
  return `<div class="seal" style="${at([4.5, 33])}">${rows.join('<br>')}</div>`
}

function page(which: LicensePage, license: VehicleLicense): string {
  const title = TITLES[which]
  const drawn = fieldsOf(which).map(({ key, label }) =>
    key === 'issueAuthority' ? seal(license.issueAuthority ?? '') : field(key, label, license[key] ?? ''),
  )
  const english = title.en === undefined ? '' : `<small>${title.en}</small>`
  const barcode = `<div class="barcode" style="${at([52, 50])};width:400px;height:70px"></div>`
  return `<section class="page"><div class="guilloche"></div>
    <div class="title" style="top:${which === 'main' ? 20 : 24}px;font-size:${which === 'main' ? 44 : 36}px">${title.zh}${english}</div>
    ${drawn.join('\n')}${which === 'duplicate' ? barcode : ''}
    <div class="note" style="${at([4, 57])}">样例 SAMPLE</div></section>`
}

const FONTS = ['noto-sans-sc/400', 'noto-sans-sc/500', 'noto-sans-sc/700', 'noto-serif-sc/700']

export interface Sheet {
  readonly license: VehicleLicense
  readonly pages: readonly LicensePage[]
  /** CSS background of the desk that the license lies on. */
  readonly desk: string
}

/** A page of HTML that shows the license's pages, stacked, on a desk. */
export function sheetHtml({ license, pages, desk }: Sheet): string {
  const links = FONTS.map((font) => `<link rel="stylesheet" href="/@fontsource/${font}.css">`).join('')
  return `<!doctype html><meta charset="utf-8">${links}<style>${STYLE} body { background: ${desk} }</style>
    ${pages.map((which) => page(which, license)).join('')}`
}

/** A picture that is no license, with as much print on it. */
export const RECEIPT_HTML = `<!doctype html><meta charset="utf-8">
  ${FONTS.map((font) => `<link rel="stylesheet" href="/@fontsource/${font}.css">`).join('')}
  <style>body { margin: 0; display: inline-block; padding: 60px; background: #6b5a4a; font: 30px/48px 'Noto Sans SC' }
  pre { margin: 0; padding: 40px 60px; background: #fff; font: inherit }</style>
  <pre>      样例超市 购物小票

日期 2026-03-08 18:26
苹果      2.35kg      18.80
牛奶      3盒         26.40
面包      1袋          9.90
合计                  55.10
现金                 100.00
找零                  44.90

    谢谢惠顾 欢迎再来</pre>`
