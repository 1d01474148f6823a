import type { Random } from '../random'

/** The phone's status bar: time, signal and battery. */
export function statusBar(random: Random, color: string): string {
  const now = `${random.int(7, 22)}:${random.int(10, 59)}`
  const bars = [14, 20, 26, 32].map((high) => `<i style="width:8px;height:${high}px;background:${color}"></i>`).join('')
  return `<div style="display:flex;justify-content:space-between;align-items:center;height:90px;padding:0 60px;font-size:36px;font-weight:500;color:${color}">
    <span>${now}</span><span style="display:flex;gap:6px;align-items:end">${bars}<b style="margin-left:14px;font-weight:400">${random.pick(['5G', '4G', 'WLAN'])}</b>
    <i style="width:56px;height:28px;border:4px solid ${color};border-radius:8px;background:linear-gradient(90deg,${color} ${random.int(20, 95)}%,transparent 0)"></i></span></div>`
}

/** The app's bar: back, an optional title, and a menu. */
export const appBar = (title: string, color: string, background: string): string =>
  `<div style="display:flex;align-items:center;justify-content:space-between;height:120px;padding:0 50px;color:${color};background:${background};font-size:48px;font-weight:500">
    <span>‹</span><span>${title}</span><span>···</span></div>`

/** Looks like a QR code, but encodes nothing. */
export function qrCode(random: Random, side: number, color = '#111'): string {
  const size = 29
  const finder = (x: number, y: number) => `M${x} ${y}h7v7h-7ZM${x + 1} ${y + 1}v5h5v-5ZM${x + 2} ${y + 2}h3v3h-3Z`
  const dots = Array.from({ length: size * size }, (_, i) => [i % size, Math.floor(i / size)] as const)
    .filter(([x, y]) => random.chance(0.48) && !((x < 8 || x > 20) && y < 8) && !(x < 8 && y > 20))
    .map(([x, y]) => `M${x} ${y}h1v1h-1Z`)
  return `<svg viewBox="-1 -1 ${size + 2} ${size + 2}" width="${side}" height="${side}" style="background:#fff"><path fill-rule="evenodd" fill="${color}" d="${finder(0, 0)}${finder(22, 0)}${finder(0, 22)}${dots.join('')}"/></svg>`
}

/** A round icon with an optional character. */
export const icon = (side: number, background: string, text = ''): string =>
  `<span style="display:inline-grid;place-content:center;flex:none;width:${side}px;height:${side}px;border-radius:50%;background:${background};color:#fff;font-size:${side * 0.55}px">${text}</span>`

/** Marks every design as a sample. */
export const sampleNote = (color: string): string =>
  `<div style="text-align:center;font-size:24px;line-height:60px;color:${color}">样例 SAMPLE</div>`
