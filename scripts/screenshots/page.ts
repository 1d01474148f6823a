import { basename } from 'node:path'
import type { Screenshot } from './take'

/** By state, then by look. */
export type Pictures = ReadonlyMap<string, ReadonlyMap<string, Screenshot>>

const cell = (state: string, look: string, taken: Screenshot | undefined): string => {
  if (!taken) return '<td></td>'
  if ('missing' in taken) return `<td><small>${taken.missing.replaceAll('<', '&lt;')}</small></td>`
  const file = basename(taken.file)
  return `<td><a href="${file}"><img src="${file}" alt="${state}, ${look}" loading="lazy"></a></td>`
}

/** An HTML page with a row per state and a column per look. */
export function pageOf(pictures: Pictures, looks: readonly string[]): string {
  const heads = looks.map((look) => `<th scope="col">${look}</th>`).join('')
  const rows = [...pictures].map(([state, taken]) => {
    const cells = looks.map((look) => cell(state, look, taken.get(look))).join('')
    return `<tr id="${state}"><th scope="row">${state}</th>${cells}</tr>`
  })
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Screenshots</title>
<style>
  body { margin: 16px; background: #ddd; font: 14px system-ui, sans-serif; }
  thead th { position: sticky; top: 0; background: #ddd; }
  td, th { padding: 8px; vertical-align: top; text-align: left; }
  img { height: 480px; max-width: 640px; object-fit: contain; object-position: left top; box-shadow: 0 1px 6px #888; }
</style>
<table>
<thead><tr><th scope="col">State</th>${heads}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</html>
`
}
