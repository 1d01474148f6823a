import { newRecord } from '../../../miniprogram/services/records'
import { shareRecords } from '../../../miniprogram/services/records/share'
import { FakePhone } from '../../wx/phone'

const RECORD = { ...newRecord(), typed: { owner: '王小样' } }

let phone: FakePhone
let copied: string[]
/** Names of the files that were shared, and what was in them. */
let shared: [name: string, text: string | undefined][]
let refuse: (() => Error) | undefined

beforeEach(() => {
  copied = []
  shared = []
  refuse = undefined
  const written = new Map<string, string>()
  phone = new FakePhone([], {
    shareFileMessage: ({ filePath, fileName }: { filePath: string; fileName: string }) => {
      if (refuse) return Promise.reject(refuse())
      shared.push([fileName, phone.files.has(filePath) ? written.get(filePath) : undefined])
      return Promise.resolve({})
    },
    setClipboardData: ({ data }: { data: string }) => Promise.resolve(copied.push(data)),
  })
  const manager = wx.getFileSystemManager()
  Object.assign(manager, {
    writeFileSync(path: string, text: string) {
      phone.put(path)
      written.set(path, text)
    },
  })
})

test.each(['csv', 'json'] as const)('shares a %s file and deletes it afterwards', async (format) => {
  expect(await shareRecords([RECORD], format)).toBe('shared')
  expect(shared).toEqual([
    [expect.stringMatching(new RegExp(`^行驶证 \\d{4}-\\d\\d-\\d\\d\\.${format}$`)), expect.stringContaining('王小样')],
  ])
  expect([...phone.files.keys()]).toEqual([])
})

test('cancel shares nothing and leaves no file', async () => {
  refuse = () => Object.assign(new Error(), { errMsg: 'shareFileMessage:fail cancel' })
  expect(await shareRecords([RECORD], 'csv')).toBe('cancelled')
  expect([copied, [...phone.files.keys()]]).toEqual([[], []])
})

test('falls back to the clipboard', async () => {
  refuse = () => Object.assign(new Error(), { errMsg: 'shareFileMessage:fail not supported' })
  expect(await shareRecords([RECORD], 'csv')).toBe('copied')
  expect(copied).toEqual([expect.stringContaining('王小样')])
  expect([...phone.files.keys()]).toEqual([])
})
