import { setHostedScan } from '../../../miniprogram/services/navigation/host'
import { goHome, isOverForm, openAlbum } from '../../../miniprogram/services/navigation/pages'
import { FakePhone } from '../../wx/phone'

type Navigation = [how: string, options: { url?: string; delta?: number }]

let done: Navigation[]

function usePages(count: number): void {
  done = []
  const note =
    (how: string) =>
    ({ success, ...options }: { url?: string; delta?: number; success?: () => void }) => {
      done.push([how, options])
      success?.()
      return Promise.resolve()
    }
  const names = ['navigateTo', 'redirectTo', 'navigateBack', 'reLaunch']
  new FakePhone([], Object.fromEntries(names.map((name) => [name, note(name)])))
  Object.assign(globalThis, { getCurrentPages: () => Array.from({ length: count }, () => ({})) })
}

const ALBUM = { url: '../album/index' }
const confirm = () => undefined

afterEach(() => setHostedScan(undefined))

test.each<[name: string, depth: number | undefined, pages: number, expected: Navigation[]]>([
  ['over home', undefined, 1, [['navigateTo', ALBUM]]],
  ['in the place of the page over home', undefined, 2, [['redirectTo', ALBUM]]],
  [
    'in the place of all over home',
    undefined,
    4,
    [
      ['navigateBack', { delta: 2 }],
      ['redirectTo', ALBUM],
    ],
  ],
  ['over the first page of a hosted scan', 4, 4, [['navigateTo', ALBUM]]],
  [
    'in the place of all over that',
    4,
    7,
    [
      ['navigateBack', { delta: 2 }],
      ['redirectTo', ALBUM],
    ],
  ],
])('a page is opened %s', (_, depth, pages, expected) => {
  usePages(pages)
  if (depth !== undefined) setHostedScan({ depth, confirm })
  openAlbum()
  expect(done).toEqual(expected)
})

test('home is the page where a scan started', () => {
  usePages(6)
  setHostedScan({ depth: 4, confirm })
  expect(isOverForm()).toBe(true)
  goHome()
  expect(done).toEqual([['navigateBack', { delta: 2 }]])
  usePages(2)
  setHostedScan(undefined)
  expect(isOverForm()).toBe(false)
  goHome()
  expect(done).toEqual([['reLaunch', { url: '../home/index' }]])
})
