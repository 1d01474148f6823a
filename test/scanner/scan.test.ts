import type * as Scanner from '../../miniprogram/scanner'
import { toPluginResult } from '../../miniprogram/scanner/license-scanner/plugin-result'
import type { HostEvents, Scanned } from '../../miniprogram/services/navigation/host'
import { useWx } from '../wx/use-wx'

interface Opening {
  readonly url: string
  readonly events: HostEvents
  readonly fail: (error: { errMsg: string }) => void
}

const SCANNED: Scanned = {
  license: { plateNum: '粤B5K7T9', issueAuthority: '广东省深圳市公安局交通警察支队' },
  keys: ['plateNum', 'vin', 'plateNumB', 'issueAuthority'],
  pictures: [{ path: 'wxfile://usr/main.jpg', page: 'main' }],
}

let opened: Opening[]
let scanner: typeof Scanner

beforeEach(() => {
  opened = []
  useWx({ navigateTo: (opening: Opening) => opened.push(opening) })
  jest.isolateModules(() => (scanner = jest.requireActual('../../miniprogram/scanner')))
})

/** What the flow is told in the address of its first page. */
const optionsOf = ({ url }: Opening): unknown =>
  JSON.parse(decodeURIComponent(url.slice(url.indexOf('?options=') + '?options='.length)))

test('resolves to the confirmed license', async () => {
  const license = scanner.scanVehicleLicense({ from: 'album' })
  const [opening] = opened
  expect(opening?.url).toMatch(/^\/scanner\/flow\/pages\/scanner\/index\?options=/)
  expect(opening && optionsOf(opening)).toEqual({ from: 'album' })
  opening?.events.confirmed(SCANNED)
  expect(await license).toEqual(SCANNED.license)
})

test('opens the flow in the configured folder, with the configured back end', async () => {
  const backEnd = { kind: 'server', url: 'https://ocr.example.com/?a=b&c' } as const
  scanner.configureScanner({ root: 'vendor/scanner/', backEnd })
  const scanned = scanner.scan()
  expect(opened[0]?.url).toMatch(/^\/vendor\/scanner\/flow\/pages\/scanner\/index\?options=[^&=]*$/)
  expect(opened[0] && optionsOf(opened[0])).toEqual({ backEnd })
  opened[0]?.events.cancelled()
  await expect(scanned).rejects.toMatchObject({ reason: 'cancelled' })
  void scanner.scan({ backEnd: { kind: 'cloud', environment: 'mine-1' } })
  expect(opened[1] && optionsOf(opened[1])).toEqual({ backEnd: { kind: 'cloud', environment: 'mine-1' } })
})

test('allows one scan at a time', async () => {
  const first = scanner.scan()
  await expect(scanner.scan()).rejects.toMatchObject({ reason: 'busy' })
  opened[0]?.events.cancelled()
  await expect(first).rejects.toBeInstanceOf(scanner.ScanError)
  const next = scanner.scan()
  opened[1]?.events.confirmed(SCANNED)
  expect(await next).toEqual(SCANNED)
})

test('reports the platform’s message if the flow cannot be opened', async () => {
  const scanned = scanner.scan()
  opened[0]?.fail({ errMsg: 'navigateTo:fail page "scanner/flow/pages/scanner/index" is not found' })
  await expect(scanned).rejects.toMatchObject({
    reason: 'unavailable',
    message: expect.stringMatching(/not found/) as string,
  })
})

test('the plugin result has every field, by the plugin’s names', () => {
  expect(toPluginResult(SCANNED)).toEqual({
    ...SCANNED,
    plate_num: { text: '粤B5K7T9' },
    vin: { text: '' },
    plate_num_b: { text: '' },
    issue_authority: { text: '广东省深圳市公安局交通警察支队' },
    official_seal: { text: '广东省深圳市公安局交通警察支队' },
    image_path: 'wxfile://usr/main.jpg',
  })
  expect(toPluginResult({ ...SCANNED, pictures: [] }).image_path).toBe('')
})
