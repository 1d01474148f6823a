export interface Match {
  /** Half-open range of elements. */
  readonly start: number
  readonly end: number
  /** Edit distance. */
  readonly errors: number
}

/**
 * Finds the best approximate match of `pattern` in `text` (Sellers' algorithm): fewest errors, then closest to the
 * pattern's length (substitutions are the most common misreadings), then leftmost. approx-string-match breaks ties
 * differently, and takes only strings.
 */
export function findApproximate(
  text: readonly string[],
  pattern: readonly string[],
  maxErrors: number,
): Match | undefined {
  const length = pattern.length
  // One column at a time; row i has the errors and the start of the best match of i elements that ends here.
  let [errors, starts] = [Int32Array.from({ length: length + 1 }, (_, i) => i), new Int32Array(length + 1)]
  let [nextErrors, nextStarts] = [new Int32Array(length + 1), new Int32Array(length + 1)]
  let best: Match | undefined
  const off = ({ start, end }: Match): number => Math.abs(end - start - length)
  for (let index = 0; index < text.length; index++) {
    nextErrors[0] = 0
    nextStarts[0] = index + 1
    for (let i = 0; i < length; i++) {
      const replaced = (errors[i] ?? 0) + (text[index] === pattern[i] ? 0 : 1)
      const missing = (nextErrors[i] ?? 0) + 1
      const added = (errors[i + 1] ?? 0) + 1
      const fewest = Math.min(replaced, missing, added)
      nextErrors[i + 1] = fewest
      nextStarts[i + 1] = (fewest === replaced ? starts[i] : fewest === missing ? nextStarts[i] : starts[i + 1]) ?? 0
    }
    ;[errors, nextErrors] = [nextErrors, errors]
    ;[starts, nextStarts] = [nextStarts, starts]
    const found: Match = { start: starts[length] ?? 0, end: index + 1, errors: errors[length] ?? 0 }
    if (found.errors > maxErrors || (best && found.errors > best.errors)) continue
    if (!best || found.errors < best.errors || off(found) < off(best)) best = found
  }
  return best
}
