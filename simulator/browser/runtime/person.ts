const KEY = 'person'

/** Who uses this browser profile: the same random word each time. */
export function person(): string {
  const known = localStorage.getItem(KEY)
  if (known !== null) return known
  const fresh = crypto.randomUUID()
  localStorage.setItem(KEY, fresh)
  return fresh
}
