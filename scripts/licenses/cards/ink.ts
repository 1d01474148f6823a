import type { Printing } from '../printing'
import { SCALE } from '../values'
import { px } from './places'

/** CSS masks for dots, missing pins and a worn ribbon. */
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

/** The layer of printed values. */
export const inkLayer = (printing: Printing, html: string): string =>
  `<div class="all" style="color:${printing.color};font-family:${printing.font.family};font-weight:${printing.font.weight};letter-spacing:${printing.spacing.toFixed(3)}em;transform:rotate(${printing.tilt.toFixed(2)}deg);${inkStyle(printing)}">
      ${html}</div>`
