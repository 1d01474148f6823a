import type { Random } from '../random'

const shade = (hue: number, saturation: number, light: number): string =>
  `hsl(${hue.toFixed(0)} ${saturation}% ${light.toFixed(0)}%)`

const SIZE = 8000

const LINES =
  '本栏填写 合计金额 日期 经办人 联系电话 请妥善保管 注意事项 一式三份 盖章有效 编号 说明 附件 第二联 存根'.split(' ')

/** Backgrounds: CSS, and HTML on top of it. */
const DESKS: Readonly<Record<string, (random: Random) => { background: string; content?: string }>> = {
  wood: (random) => {
    const [hue, light] = [random.between(20, 38), random.between(28, 58)]
    const grain = (light: number) => shade(hue, 38, light)
    return {
      background: `repeating-linear-gradient(92deg,transparent 0 38px,${grain(light - 5)} 40px 43px,transparent 46px 97px,${grain(light + 4)} 99px 104px,transparent 108px 131px),
        repeating-linear-gradient(91deg,${grain(light)} 0 620px,${grain(light - 12)} 622px 628px),${grain(light)}`,
    }
  },
  cloth: (random) => {
    const [hue, light] = [random.between(0, 360), random.between(22, 75)]
    return {
      background: `repeating-linear-gradient(0deg,#0002 0 3px,transparent 3px 9px),repeating-linear-gradient(90deg,#fff2 0 3px,transparent 3px 9px),${shade(hue, 22, light)}`,
    }
  },
  dashboard: (random) => ({
    background: `radial-gradient(circle at 45% 46%,#3a3d40,transparent 28%),repeating-radial-gradient(circle,#ffffff0a 0 2px,transparent 2px 7px),${shade(random.between(190, 240), 8, random.between(8, 18))}`,
  }),
  paper: (random) => ({
    background: '#eceae4',
    content: Array.from({ length: 60 }, (_, row) => {
      const words = Array.from({ length: 40 }, () => random.pick(LINES)).join('　')
      return `<div style="position:absolute;top:${SIZE / 2 - 1980 + row * 66}px;left:${SIZE / 2 - 2000 + random.int(0, 200)}px;font-size:34px;white-space:nowrap;color:#44403c">${row % 9 < 7 ? words : ''}</div>`
    }).join(''),
  }),
  checkered: (random) => {
    const color = shade(random.between(0, 360), 45, random.between(35, 60))
    const [first, second] = ['0deg', '90deg'].map(
      (turn) => `repeating-linear-gradient(${turn},${color} 0 110px,transparent 110px 220px)`,
    )
    return { background: `${first ?? ''},${second ?? ''},#efece4`, content: '' }
  },
  leather: (random) => ({
    background: `repeating-radial-gradient(circle at 30% 20%,#0003 0 5px,transparent 5px 13px),repeating-radial-gradient(circle at 80% 70%,#fff1 0 4px,transparent 4px 17px),${shade(random.between(0, 40), 35, random.between(12, 32))}`,
  }),
  keyboard: (random) => {
    const keys = shade(210, 5, random.between(12, 30))
    return {
      background: `repeating-linear-gradient(0deg,#0a0a0a 0 18px,transparent 18px 228px),repeating-linear-gradient(90deg,#0a0a0a 0 18px,${keys} 18px 228px)`,
      content: Array.from(
        { length: 34 },
        (_, row) =>
          `<div style="position:absolute;left:60px;top:${row * 228 + 50}px;font-size:60px;letter-spacing:190px;white-space:nowrap;color:#d8d8d8">${random.text('QWERTYUIOPASDFGHJKLZXCVBNM', 34)}</div>`,
      ).join(''),
    }
  },
  marble: (random) => {
    const veins = Array.from({ length: 9 }, () => {
      const [angle, where] = [random.between(0, 180), random.between(20, 80)]
      return `linear-gradient(${angle.toFixed(0)}deg,transparent ${where.toFixed(1)}%,#8883 ${(where + 0.3).toFixed(1)}%,transparent ${(where + 1.4).toFixed(1)}%)`
    })
    return { background: `${veins.join(',')},${shade(random.between(20, 220), 8, random.between(62, 84))}` }
  },
}

/** A desk centered on the plane's origin; a name that is not in `DESKS` is a CSS background. */
export function deskHtml(name: string, family: string, random: Random): string {
  const desk = DESKS[name]?.(random) ?? { background: name }
  const spin = random.between(-25, 25)
  return `<div style="position:absolute;overflow:hidden;left:${-SIZE / 2}px;top:${-SIZE / 2}px;width:${SIZE}px;height:${SIZE}px;font-family:${family};background:${desk.background};transform:rotate(${spin.toFixed(1)}deg)">${desk.content ?? ''}</div>`
}
