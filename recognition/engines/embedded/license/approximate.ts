export interface Match {
  /** Index of its first element, and of the one behind its last. */
  readonly start: number
  readonly end: number
  /** Elements that are wrong, missing or too many. */
  readonly errors: number
}

/**
 * Finds where in `text` something most like `pattern` stands (Sellers' algorithm): fewest errors, then as long as the
 * pattern (a character is read as another more often than not at all), then leftmost.
 * `undefined` if every place has more than `maxErrors`.
 */
export function findApproximate(
  text: readonly string[],
  pattern: readonly string[],
  maxErrors: number,
): Match | undefined {
  // One column of the table at a time; row i: the best match of the first i elements that ends here.
  let column: Match[] = [...pattern.keys(), pattern.length].map((errors) => ({ start: 0, end: 0, errors }))
  let best: Match | undefined
  const off = ({ start, end }: Match): number => Math.abs(end - start - pattern.length)
  const isBetter = (a: Match, b: Match): boolean => a.errors < b.errors || (a.errors === b.errors && off(a) < off(b))
  text.forEach((element, index) => {
    const next: Match[] = [{ start: index + 1, end: index + 1, errors: 0 }]
    pattern.forEach((wanted, i) => {
      const diagonal = column[i]
      const above = next[i]
      const left = column[i + 1]
      if (!diagonal || !above || !left) return
      const ways = [
        { ...diagonal, errors: diagonal.errors + (element === wanted ? 0 : 1) },
        { ...above, errors: above.errors + 1 },
        { ...left, errors: left.errors + 1 },
      ]
      const way = ways.reduce((a, b) => (b.errors < a.errors ? b : a))
      next.push({ ...way, end: index + 1 })
    })
    column = next
    const found = column.at(-1)
    if (found && found.errors <= maxErrors && (!best || isBetter(found, best))) best = found
  })
  return best
}
