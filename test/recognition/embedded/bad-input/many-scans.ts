const segment = (marker: number, parameters: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (parameters.length + 2) >> 8, (parameters.length + 2) & 0xff, ...parameters])

/** Bits in the bytes of a scan: a byte of ones is followed by a zero. */
function pack(codes: readonly (readonly [value: number, length: number])[]): Buffer {
  const bits = codes.map(([value, length]) => value.toString(2).padStart(length, '0')).join('')
  const bytes = (bits.match(/.{1,8}/g) ?? []).map((byte) => parseInt(byte.padEnd(8, '1'), 2))
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])))
}

const EOB_RUN_BITS = 14

/** So many blocks without a coefficient, in runs of up to 32,767. */
function emptyBlocks(count: number): Buffer {
  const codes: [number, number][] = []
  for (let left = count; left > 0;) {
    const run = Math.min(left, 2 ** (EOB_RUN_BITS + 1) - 1)
    const isLong = run >= 2 ** EOB_RUN_BITS
    codes.push(
      ...(isLong
        ? ([
            [0, 1],
            [run - 2 ** EOB_RUN_BITS, EOB_RUN_BITS],
          ] as [number, number][])
        : ([[2, 2]] as [number, number][])),
    )
    left -= isLong ? run : 1
  }
  return pack(codes)
}

/**
 * A progressive JPEG, gray all over and right in every bit, that has its decoder go over all of its blocks once for each
 * scan: one scan for each bit of each coefficient of the first component, and then all over again.
 */
export function manyScans(width: number, height: number, count: number): Buffer {
  const units = Math.ceil(width / 16) * Math.ceil(height / 16)
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8)
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff]
  const planes = [1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0]
  const none = (codes: number): number[] => Array<number>(codes).fill(0)
  const tables = [0x00, 1, ...none(15), 0, 0x10, 1, 1, ...none(14), EOB_RUN_BITS << 4, 0]
  // Of each of the six blocks of a unit one bit: nothing has changed.
  const dc = Buffer.concat([segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 0, 0]), Buffer.alloc(Math.ceil((units * 6) / 8))])
  const empty = emptyBlocks(blocks)
  const scan = (coefficient: number, approximation: number) =>
    Buffer.concat([segment(0xda, [1, 1, 0, coefficient, coefficient, approximation]), empty])
  const steps = [0x06, 0x65, 0x54, 0x43, 0x32, 0x21, 0x10]
  const scans = Array.from({ length: 63 }, (_, i) => steps.map((step) => scan(i + 1, step))).flat()
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array<number>(64).fill(1)]),
    segment(0xc2, [8, ...size, 3, ...planes]),
    segment(0xc4, tables),
    dc,
    ...Array.from({ length: count - 1 }, (_, i) => scans[i % scans.length] ?? empty),
    Buffer.from([0xff, 0xd9]),
  ])
}
