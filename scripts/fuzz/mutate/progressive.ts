import { segmentBytes } from './jpeg'

/** One-bit codes: DC difference 0, and an AC end-of-band run of 2^14 blocks or more. */
const DC_TABLE = [0x00, 1, ...Array<number>(15).fill(0), 0]
const AC_TABLE = [0x10, 1, ...Array<number>(15).fill(0), 0xe0]
const MIN_RUN = 2 ** 14
/** Successive approximation from bit 6 to bit 0. */
const STEPS = [0x06, 0x65, 0x54, 0x43, 0x32, 0x21, 0x10]

/** End-of-band runs: the code, then 14 bits for the blocks beyond 2^14. */
function emptyScan(blocks: number): Buffer {
  let bits = ''
  for (let left = blocks; left >= MIN_RUN;) {
    const run = left < 2 * MIN_RUN ? left : MIN_RUN
    bits += `0${(run - MIN_RUN).toString(2).padStart(14, '0')}`
    left -= run
  }
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '1'), 2))
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])))
}

/**
 * A valid gray progressive JPEG, min 1,024 px a side, with many scans (442 different ones): a few bytes each, but every
 * scan makes a decoder visit the whole picture.
 */
export function grayProgressive(width: number, height: number, scans: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const scan = (from: number, to: number, approximation: number, data: Buffer): Buffer =>
    Buffer.concat([segmentBytes(0xda, Uint8Array.of(1, 1, 0, from, to, approximation)), data])
  const empty = emptyScan(blocks)
  const more = Array.from({ length: scans - 1 }, (_, i) => {
    const coefficient = 1 + (Math.floor(i / STEPS.length) % 63)
    return scan(coefficient, coefficient, STEPS[i % STEPS.length] ?? 0, empty)
  })
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segmentBytes(0xdb, Uint8Array.of(0, ...Array<number>(64).fill(1))),
    segmentBytes(0xc2, Uint8Array.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0)),
    segmentBytes(0xc4, Uint8Array.from([...DC_TABLE, ...AC_TABLE])),
    scan(0, 0, 0, Buffer.alloc(Math.ceil(blocks / 8))),
    ...more,
    Buffer.from([0xff, 0xd9]),
  ])
}
