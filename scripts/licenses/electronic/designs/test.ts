import type { DrawDesign } from '../design'
import type { Entry } from '../entries'
import { appBar, qrCode, sampleNote, statusBar } from '../parts'

/** A green header with tabs, and aligned values. */
const greenTabs: DrawDesign = ({ main, more }, random) => {
  const size = random.int(37, 42)
  const entries = [...main, ...more]
  const row = ({ label, value }: Entry, i: number) =>
    `<div style="display:grid;grid-template-columns:340px 1fr;padding:20px 48px;background:${i % 2 ? '#f6faf7' : '#fff'};font-size:${size}px;line-height:58px"><span style="color:#5f6f66">${label}</span><span style="color:#16211b;word-break:break-all">${value}</span></div>`
  return {
    html: `<div style="background:#fff;min-height:100%"><div style="background:linear-gradient(120deg,#12805c,#2fae7d)">${statusBar(random, '#fff')}${appBar(random.pick(['电子行驶证', '机动车电子行驶证']), '#fff', 'transparent')}<div style="display:flex;justify-content:space-around;color:#fff;font-size:38px;line-height:90px"><b>正页</b><span style="opacity:.7">副页</span><span style="opacity:.7">历史</span></div></div>${entries.map(row).join('')}${sampleNote('#9a9')}</div>`,
    valuePx: size,
  }
}

/** Sections of two columns: bold values below gray labels. */
const twoColumns: DrawDesign = ({ main, more }, random) => {
  const size = random.int(36, 40)
  const wide = ({ value }: Entry) => value.length > 12
  const cell = (entry: Entry) =>
    `<div style="${wide(entry) ? 'grid-column:1/3' : ''}"><div style="font-size:30px;color:#999;line-height:46px">${entry.label}</div><div style="font-size:${size}px;font-weight:600;color:#222;line-height:56px;word-break:break-all">${entry.value}</div></div>`
  const section = (title: string, entries: readonly Entry[]) =>
    entries.length === 0
      ? ''
      : `<div style="padding:30px 60px"><div style="border-left:10px solid #e0752d;padding-left:22px;font-size:40px;font-weight:600;line-height:50px;margin-bottom:28px;color:#222">${title}</div><div style="display:grid;grid-template-columns:1fr 1fr;gap:24px 30px">${entries.map(cell).join('')}</div></div>`
  return {
    html: `<div style="background:#fffdf9;min-height:100%">${statusBar(random, '#333')}${section('车辆信息', main)}${section('登记信息', more)}<div style="text-align:right;padding:0 60px">${qrCode(random, 240, '#5a3413')}</div>${sampleNote('#bba')}</div>`,
    valuePx: size,
  }
}

/** Dark cards with labels left and values right. */
const darkCards: DrawDesign = ({ main, more }, random) => {
  const size = random.int(38, 43)
  const colon = random.chance(0.5) ? '：' : ''
  const row = ({ label, value }: Entry) =>
    `<div style="display:flex;justify-content:space-between;gap:50px;padding:18px 0;font-size:${size}px;line-height:58px"><span style="color:#8fa0b8;white-space:nowrap">${label}${colon}</span><span style="color:#fff;text-align:right;word-break:break-all">${value}</span></div>`
  const card = (entries: readonly Entry[]) =>
    entries.length === 0
      ? ''
      : `<div style="background:#243042;border-radius:24px;margin:0 30px 28px;padding:24px 40px">${entries.map(row).join('')}</div>`
  return {
    html: `<div style="background:#121a26;min-height:100%">${statusBar(random, '#cfd8e6')}<div style="padding:20px 44px 30px;color:#fff;font-size:58px;font-weight:600">${random.pick(['车辆证照', '行驶证'])}</div>${card(main)}${card(more)}${sampleNote('#4d5a6e')}</div>`,
    valuePx: size,
  }
}

/** A bordered table, as on a web page. */
const table: DrawDesign = ({ main, more, madeAt }, random) => {
  const size = random.int(35, 39)
  const entries = [...main, ...more]
  const edge = `2px solid ${random.pick(['#b9c4d6', '#c9c9c9', '#d8b8b8'])}`
  const row = ({ label, value }: Entry) =>
    `<tr><td style="border:${edge};padding:16px 22px;background:#f3f6fb;color:#445;white-space:nowrap">${label}</td><td style="border:${edge};padding:16px 22px;color:#111;word-break:break-all">${value}</td></tr>`
  return {
    html: `<div style="background:#fff;min-height:100%;padding:0 40px"><div style="text-align:center;font-size:50px;font-weight:600;line-height:130px;color:#223">${random.pick(['机动车行驶证（电子）', '电子行驶证信息表'])}</div><table style="border-collapse:collapse;width:100%;font-size:${size}px;line-height:54px">${entries.map(row).join('')}</table><div style="text-align:right;font-size:30px;color:#667;line-height:80px">制表时间 ${madeAt}</div>${sampleNote('#aab')}</div>`,
    valuePx: size,
  }
}

export const TEST_DESIGNS: Readonly<Record<string, DrawDesign>> = {
  'green-tabs': greenTabs,
  'two-columns': twoColumns,
  'dark-cards': darkCards,
  table,
}
