import type { Random } from '../random'

/** A repeated phrase across the picture, as apps add before sending. */
export function watermark(
  phrases: readonly string[],
  family: string,
  { width, height }: { readonly width: number; readonly height: number },
  random: Random,
  strength: number,
): string {
  const phrase = random.pick(phrases)
  const size = Math.max(width, height) * random.between(0.022, 0.036)
  const [tint, opacity] = [random.pick(['60,60,70', '200,40,40', '255,255,255']), 0.14 + 0.16 * strength]
  const rows = Array.from(
    { length: 9 },
    (_, row) =>
      `<div style="margin:${(size * 3).toFixed(0)}px 0;text-indent:${(row % 2) * size * 5}px">${`${phrase}　　　`.repeat(12)}</div>`,
  )
  return `<div style="position:absolute;inset:0;overflow:hidden"><div style="position:absolute;left:-60%;top:-40%;width:220%;white-space:nowrap;font:500 ${size.toFixed(0)}px/1.2 ${family};color:rgba(${tint},${opacity.toFixed(2)});transform:rotate(-${random.int(18, 38)}deg)">${rows.join('')}</div></div>`
}
