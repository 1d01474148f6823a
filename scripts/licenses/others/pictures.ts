import type { Random } from '../random'
import { digits, type Draw, sheet } from './document'

const hue = (random: Random) => random.int(0, 360)
const svg = (width: number, height: number, body: string) =>
  `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${body}</svg>`

const cat: Draw = (random) => {
  const fur = `hsl(${random.int(15, 45)} 40% ${random.int(25, 70)}%)`
  return sheet(
    1200,
    1000,
    `background:hsl(${hue(random)} 30% 70%)`,
    svg(
      1200,
      1000,
      `<g fill="${fur}"><ellipse cx="600" cy="780" rx="330" ry="300"/><circle cx="600" cy="400" r="230"/><path d="M400 300L380 90L560 200Z M800 300L820 90L640 200Z"/></g>
    <g fill="#4b6"><ellipse cx="510" cy="380" rx="45" ry="55"/><ellipse cx="690" cy="380" rx="45" ry="55"/></g><g fill="#111"><ellipse cx="510" cy="380" rx="14" ry="50"/><ellipse cx="690" cy="380" rx="14" ry="50"/><path d="M570 460h60l-30 40Z"/></g>
    <g stroke="#fff" stroke-width="5"><path d="M480 490L240 450M480 510L240 530M720 490L960 450M720 510L960 530"/></g>`,
    ),
  )
}

const landscape: Draw = (random) => {
  const hills = Array.from({ length: 5 }, (_, i) => {
    const y = 420 + i * 110
    return `<path fill="hsl(${random.int(80, 160)} 35% ${60 - i * 9}%)" d="M0 ${y}Q300 ${y - random.int(40, 220)} 700 ${y}T1600 ${y - 40}V1100H0Z"/>`
  })
  return sheet(
    1600,
    1100,
    `background:linear-gradient(hsl(${random.int(190, 230)} 60% 65%),#fde9cf)`,
    svg(1600, 1100, hills.join('')),
  )
}

const noise: Draw = (random) =>
  sheet(
    1200,
    900,
    'background:#888',
    svg(
      1200,
      900,
      `<filter id="n"><feTurbulence baseFrequency="${random.between(0.02, 0.9).toFixed(2)}" numOctaves="3" seed="${random.int(1, 999)}"/></filter><rect width="1200" height="900" filter="url(#n)"/>`,
    ),
  )

const qrCode: Draw = (random) => {
  const finder = (x: number, y: number) =>
    `<path fill-rule="evenodd" d="M${x} ${y}h7v7h-7ZM${x + 1} ${y + 1}v5h5v-5ZM${x + 2} ${y + 2}h3v3h-3Z"/>`
  const dots = Array.from({ length: 29 * 29 }, (_, i) => [i % 29, Math.floor(i / 29)] as const)
    .filter(([x, y]) => random.chance(0.48) && !((x < 8 || x > 20) && y < 8) && !(x < 8 && y > 20))
    .map(([x, y]) => `<path d="M${x} ${y}h1v1h-1Z"/>`)
  return sheet(
    900,
    1000,
    'background:#fff;padding:80px;font-size:44px;text-align:center',
    `<svg viewBox="0 0 29 29" width="740" height="740">${finder(0, 0)}${finder(22, 0)}${finder(0, 22)}${dots.join('')}</svg><p>扫码支付 Scan to pay</p>`,
  )
}

const car: Draw = (random) => {
  const body = `hsl(${hue(random)} 50% ${random.int(25, 75)}%)`
  return sheet(
    1600,
    1100,
    'background:linear-gradient(#b9cddd 45%,#6c6f73 46%)',
    `${svg(
      1600,
      1100,
      `<g fill="${body}"><path d="M380 480L520 250H1080L1220 480Z"/><rect x="260" y="470" width="1080" height="360" rx="70"/></g><path fill="#223" d="M450 470L555 290H1045L1150 470Z"/>
    <g fill="#fdf4c8"><ellipse cx="370" cy="570" rx="70" ry="50"/><ellipse cx="1230" cy="570" rx="70" ry="50"/></g><g fill="#111"><rect x="300" y="810" width="170" height="120" rx="20"/><rect x="1130" y="810" width="170" height="120" rx="20"/></g>`,
    )}
    <div style="position:absolute;left:610px;top:690px;width:380px;height:110px;border-radius:12px;background:#1d4fa8;color:#fff;white-space:nowrap;font-size:66px;line-height:110px;text-align:center">样A·${digits(random, 5)}</div>`,
  )
}

const keyboard: Draw = (random) =>
  sheet(
    1500,
    620,
    'background:#222;padding:24px;color:#ddd;font-size:34px',
    Array.from(
      { length: 70 },
      () =>
        `<span style="display:inline-grid;place-content:center;width:92px;height:92px;margin:5px;border-radius:12px;background:#3a3c40">${random.text('QWERTYUIOPASDFGHJKLZXCVBNM1234567890', 1)}</span>`,
    ).join(''),
  )

const blank: Draw = () => sheet(10, 10, 'background:transparent', '')

const gradient: Draw = (random) =>
  sheet(
    1400,
    1000,
    `background:conic-gradient(from ${random.int(0, 360)}deg,hsl(${hue(random)} 60% 60%),hsl(${hue(random)} 60% 40%),hsl(${hue(random)} 60% 70%))`,
    '',
  )

export const PICTURES: Readonly<Record<string, Draw>> = {
  cat,
  landscape,
  noise,
  'qr-code': qrCode,
  car,
  keyboard,
  'bare-desk': blank,
  gradient,
}
