import type { Random } from '../random'
import type { Degradation, Degradations } from '../degradations'

const layer = (style: string): string => `<div style="position:absolute;inset:0;${style}"></div>`

/** Blobs and streaks of light that leave the print legible. */
function glare(random: Random, strength: number): string {
  const blobs = Array.from({ length: random.int(1, 3) }, (_, i) => {
    const [x, y, size] = [random.between(15, 85), random.between(15, 85), random.between(8, 26)]
    // Two strong ones would erase the print where they overlap.
    const light = (i === 0 ? 1 : 0.4) * (0.2 + 0.52 * strength)
    return random.chance(0.65)
      ? `radial-gradient(ellipse ${(size * random.between(0.6, 1.8)).toFixed(1)}% ${size.toFixed(1)}% at ${x.toFixed(1)}% ${y.toFixed(1)}%,rgba(255,255,255,${light.toFixed(2)}),rgba(255,255,250,${(light * 0.8).toFixed(2)}) 35%,transparent)`
      : `linear-gradient(${random.between(0, 180).toFixed(0)}deg,transparent ${(x - size / 2).toFixed(1)}%,rgba(255,255,255,${light.toFixed(2)}) ${x.toFixed(1)}%,transparent ${(x + size / 3).toFixed(1)}%)`
  })
  return layer(`background:${blobs.join(',')}`)
}

/** The shadow of a hand or phone. */
function shadow(random: Random, strength: number): string {
  const dark = `rgba(8,10,16,${(0.15 + 0.5 * strength).toFixed(2)})`
  const [angle, where, soft] = [random.between(0, 360), random.between(25, 75), random.between(1, 12)]
  const edge = `linear-gradient(${angle.toFixed(0)}deg,${dark} ${where.toFixed(1)}%,transparent ${(where + soft).toFixed(1)}%)`
  const round = `radial-gradient(ellipse at ${random.between(10, 90).toFixed(0)}% ${random.between(60, 110).toFixed(0)}%,${dark} ${random.between(15, 30).toFixed(0)}%,transparent ${random.between(40, 60).toFixed(0)}%)`
  return layer(`background:${random.chance(0.6) ? edge : round}`)
}

/** Uneven light, shadow and glare over the whole picture. */
export function lightHtml(random: Random, degradations: Degradations, isPhoto: boolean): string {
  const [glared, shaded] = [degradations.get('glare'), degradations.get('shadow')]
  const isPale = ['sleeve', 'shadow', 'faded-print', 'dot-matrix'].some((name) => degradations.has(name as Degradation))
  const uneven = `linear-gradient(${random.between(0, 360).toFixed(0)}deg,rgba(0,0,0,${random.between(0.03, 0.16).toFixed(2)}),transparent 60%),radial-gradient(circle,transparent 55%,rgba(0,0,0,.1))`
  return [
    isPhoto ? layer(`background:${uneven}`) : '',
    shaded === undefined ? '' : shadow(random.fork('shadow'), shaded),
    glared === undefined ? '' : glare(random.fork('glare'), glared * (isPale ? 0.6 : 1)),
  ].join('')
}
