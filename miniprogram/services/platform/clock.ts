export const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** `2018-07-06`, local time */
export function dayOf(ms: number): string {
  const date = new Date(ms)
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** `2018-07-06 09:05`, local time: a format that spreadsheets parse. */
export function clockTime(ms: number): string {
  const date = new Date(ms)
  return `${dayOf(ms)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}
