import type { Random } from './random'

/** Folds in the laminate, each a light and a dark line. `strength` is 0..1. */
export function wrinkles(random: Random, strength: number): string {
  if (strength === 0) return ''
  const folds = Array.from({ length: random.int(2, 3 + Math.round(5 * strength)) }, () => {
    const [angle, where, wide] = [random.between(0, 180), random.between(10, 90), random.between(0.4, 1.6)]
    const light = (0.25 + 0.35 * strength).toFixed(2)
    return `linear-gradient(${angle.toFixed(0)}deg,transparent ${(where - wide).toFixed(1)}%,rgba(255,255,255,${light}) ${where.toFixed(1)}%,rgba(30,40,50,${light}) ${(where + 0.35).toFixed(1)}%,transparent ${(where + wide).toFixed(1)}%)`
  })
  return `<div class="all" style="background:${folds.join(',')};opacity:.7"></div>`
}
