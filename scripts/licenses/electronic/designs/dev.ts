import type { DrawDesign } from '../design'
import type { Entry } from '../entries'
import { appBar, icon, qrCode, sampleNote, statusBar } from '../parts'

/** Rows with the label left and the value right, separated by thin lines. */
const whiteRows: DrawDesign = ({ main, more }, random) => {
  const size = random.int(38, 44)
  const colon = random.chance(0.3) ? '：' : ''
  const title = random.pick(['电子行驶证', '机动车行驶证', ''])
  const entries = [...main, ...more]
  const row = ({ label, value }: Entry) =>
    `<div style="display:flex;justify-content:space-between;gap:60px;padding:26px 0;border-bottom:2px solid #ececec;font-size:${size}px;line-height:56px"><span style="color:#8a8f99;white-space:nowrap">${label}${colon}</span><span style="color:#1d2129;text-align:right;word-break:break-all">${value}</span></div>`
  return {
    html: `<div style="background:#fff;min-height:100%">${statusBar(random, '#222')}${appBar(title, '#222', '#fff')}<div style="padding:10px 50px 30px">${entries.map(row).join('')}</div>${sampleNote('#aaa')}</div>`,
    valuePx: size,
  }
}

/** Cards on gray with each label above its value. */
const grayCards: DrawDesign = ({ main, more, madeAt }, random) => {
  const size = random.int(40, 46)
  const cell = ({ label, value }: Entry) =>
    `<div style="margin-bottom:30px"><div style="color:#86909c;font-size:32px;line-height:48px">${label}</div><div style="color:#1d2129;font-size:${size}px;line-height:62px;font-weight:500;word-break:break-all">${value}</div></div>`
  const card = (title: string, entries: readonly Entry[]) =>
    entries.length === 0
      ? ''
      : `<div style="background:#fff;border-radius:28px;padding:36px 44px 10px;margin:0 36px 32px"><div style="display:flex;gap:18px;align-items:center;font-size:42px;font-weight:700;line-height:60px;margin-bottom:26px">${icon(52, '#3b7cff', '证')}${title}</div>${entries.map(cell).join('')}</div>`
  return {
    html: `<div style="background:#f2f3f5;min-height:100%">${statusBar(random, '#333')}${appBar('我的行驶证', '#222', 'transparent')}${card('行驶证信息', main)}${card('其他信息', more)}<div style="text-align:center;color:#86909c;font-size:32px">更新于 ${madeAt}</div>${sampleNote('#aab')}</div>`,
    valuePx: size,
  }
}

/** A blue card in two columns, and a QR code. */
const blueCard: DrawDesign = ({ main, more }, random) => {
  const size = random.int(34, 38)
  const hue = random.int(205, 225)
  const wide = (value: string) => value.length > 13
  const cell = ({ label, value }: Entry) =>
    `<div style="${wide(value) ? 'grid-column:1/3' : ''}"><div style="font-size:28px;line-height:42px;opacity:.8">${label}</div><div style="font-size:${size}px;line-height:54px;word-break:break-all">${value}</div></div>`
  const entries = [...main, ...more]
  return {
    html: `<div style="background:#eef3fb;min-height:100%">${statusBar(random, '#223')}<div style="margin:30px 36px;padding:44px 48px;border-radius:32px;color:#fff;background:linear-gradient(150deg,hsl(${hue} 75% 52%),hsl(${hue + 8} 80% 38%))"><div style="display:flex;align-items:center;gap:20px;font-size:46px;font-weight:700;margin-bottom:34px">${icon(60, '#ffffff55', '车')}中华人民共和国机动车行驶证</div>
      <div style="display:grid;grid-template-columns:1fr 1fr;gap:26px 40px">${entries.map(cell).join('')}</div></div>
      <div style="text-align:center">${qrCode(random, 360)}<div style="font-size:32px;color:#567;line-height:70px">出示二维码核验</div></div>${sampleNote('#89a')}</div>`,
    valuePx: size,
  }
}

/** Dark, with each value after its label and a colon. */
const darkLines: DrawDesign = ({ main, more, madeAt }, random) => {
  const size = random.int(38, 42)
  const entries = [...main, ...more]
  const row = ({ label, value }: Entry) =>
    `<div style="display:flex;gap:${random.pick([16, 20])}px;font-size:${size}px;line-height:72px;padding:8px 0"><span style="color:#9aa3b2;white-space:nowrap">${label}:</span><span style="color:#f1f4f8;word-break:break-all">${value}</span></div>`
  return {
    html: `<div style="background:#14171c;min-height:100%">${statusBar(random, '#ddd')}${appBar(random.pick(['电子证照', '电子行驶证']), '#eee', '#14171c')}<div style="padding:20px 56px">${entries.map(row).join('')}</div><div style="padding:10px 56px;color:#6c7480;font-size:32px">${madeAt}</div>${sampleNote('#59606b')}</div>`,
    valuePx: size,
  }
}

export const DEV_DESIGNS: Readonly<Record<string, DrawDesign>> = {
  'white-rows': whiteRows,
  'gray-cards': grayCards,
  'blue-card': blueCard,
  'dark-lines': darkLines,
}
