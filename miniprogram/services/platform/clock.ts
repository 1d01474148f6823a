const two = (value: number): string => String(value).padStart(2, '0')

/** `2018-07-06`, by the clock of the phone. */
export function dayOf(ms: number): string {
  const date = new Date(ms)
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** `2018-07-06 09:05`, by the clock of the phone: spreadsheets take it for a time. */
export function clockTime(ms: number): string {
  const date = new Date(ms)
  return `${dayOf(ms)} ${two(date.getHours())}:${two(date.getMinutes())}`
}
