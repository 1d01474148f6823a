import { PAGE_MM } from '../../../../miniprogram/vehicle-license/page-size'
import { centerOf } from '../../../../miniprogram/image/quad'
import { project, scale } from '../../../../miniprogram/image/homography'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { type Layout, LAYOUTS } from '../../../../recognition/engines/embedded/license/layouts'
import { pieceOf } from '../../../../recognition/engines/embedded/license/split-line'
import { guessOtherPage } from '../../../../recognition/engines/embedded/pages/guess-other-page'
import { write } from '../made-up'

const PX_A_MM = 12

/** The main page with its left top corner in the view's. */
const [layout] = LAYOUTS as [Layout]
const main = { page: 'main', layout, toPage: scale(1 / PX_A_MM), labels: [], sure: true } as const

/** Lines over a page whose left top corner is so many mm from the main page's. */
function pageAt(x: number, y: number): Line[] {
  const rows = [8, 15, 22, 29, 36, 43]
  return rows.flatMap((row) => [
    write('样例样例', (x + 8) * PX_A_MM, (y + row) * PX_A_MM),
    write('1756kg', (x + 70) * PX_A_MM, (y + row) * PX_A_MM),
  ])
}

const neighborAmong = (lines: readonly Line[]) =>
  guessOtherPage(
    [main],
    lines.map(({ box }) => box),
    { labels: [], titles: [], pieces: lines.map(pieceOf) },
  )

test.each([
  ['beside it', PAGE_MM.width + 4, 5],
  ['before it', -PAGE_MM.width - 8, -3],
  ['below', 3, PAGE_MM.height + 2],
  ['above', -4, -PAGE_MM.height - 10],
])('the other page is looked for where its print is: %s', (_, x, y) => {
  const lines = pageAt(x, y)
  const neighbor = neighborAmong([...pageAt(0, 0), ...lines])
  expect(neighbor?.page).toBe('duplicate')
  for (const { box } of lines) {
    const { x, y } = project(neighbor?.toPage ?? main.toPage, centerOf(box))
    expect(x > 0 && x < PAGE_MM.width && y > 0 && y < PAGE_MM.height).toBe(true)
  }
})

test.each<[string, Line[]]>([
  ['there is nothing beside it', []],
  ['there is hardly anything', pageAt(PAGE_MM.width + 4, 0).slice(0, 4)],
  ['nothing there is a license’s', pageAt(PAGE_MM.width + 4, 0).filter((line) => !pieceOf(line).text.endsWith('kg'))],
  ['it is farther away than pages lie', pageAt(3 * PAGE_MM.width, 0)],
])('none is where %s', (_, lines) => {
  expect(neighborAmong([...pageAt(0, 0), ...lines])).toBeUndefined()
})

test('guesses nothing when both pages were found', () => {
  const lines = pageAt(PAGE_MM.width + 4, 0)
  const both = [main, { ...main, page: 'duplicate' }] as const
  const boxes = lines.map(({ box }) => box)
  expect(guessOtherPage(both, boxes, { labels: [], titles: [], pieces: lines.map(pieceOf) })).toBeUndefined()
})
