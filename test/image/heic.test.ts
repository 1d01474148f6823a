import { isHeic } from '../../miniprogram/image/heic'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test.each(['heic', 'heix', 'mif1', 'hevc'])('a file of the brand %s is a HEIC picture', (brand) => {
  expect(isHeic(bytes(`\0\0\0\x18ftyp${brand}\0\0\0\0`))).toBe(true)
})

test.each([
  ['an AVIF picture', '\0\0\0\x18ftypavif'],
  ['an MP4 video', '\0\0\0\x18ftypisom'],
  ['garbage', 'heicheicheic'],
  ['a file of seven bytes', '\0\0\0\x18fty'],
  ['an empty file', ''],
])('%s is none', (_, content) => {
  expect(isHeic(bytes(content))).toBe(false)
})
