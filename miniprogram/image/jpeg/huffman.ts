/** Indexed by the next 16 bits: code length in the high byte, symbol in the low byte; 0 for an invalid code. */
export type HuffmanTable = Uint16Array

const MAX_BITS = 16

/** Reads a DHT segment (ITU-T T.81, B.2.4.2). Keys: 0x00 to 0x03 for DC tables, 0x10 to 0x13 for AC. */
export function readTables(parameters: Uint8Array, into: Map<number, HuffmanTable>): void {
  let at = 0
  while (at + 1 + MAX_BITS <= parameters.length) {
    const id = parameters[at] ?? 0
    const counts = parameters.subarray(at + 1, at + 1 + MAX_BITS)
    const symbols = parameters.subarray(at + 1 + MAX_BITS)
    const table = new Uint16Array(1 << MAX_BITS)
    let [code, used] = [0, 0]
    counts.forEach((count, place) => {
      const length = place + 1
      for (let i = 0; i < count; i += 1) {
        const first = code << (MAX_BITS - length)
        table.fill((length << 8) | (symbols[used] ?? 0), first, first + (1 << (MAX_BITS - length)))
        code += 1
        used += 1
      }
      code <<= 1
    })
    into.set(id, table)
    at += 1 + MAX_BITS + used
  }
}
