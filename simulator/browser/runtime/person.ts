const KEY = 'person'

/** A random ID of this browser profile, from which the cloud derives the openid. */
export function person(): string {
  const known = localStorage.getItem(KEY)
  if (known !== null) return known
  const created = crypto.randomUUID()
  localStorage.setItem(KEY, created)
  return created
}
