import { readFile } from 'node:fs/promises'
import { ROOT } from '../scripts/paths'

/** bytes that tell one picture from the next */
const TAIL_BYTES = 8

/** Pictures of one size and look, each of other bytes: the same bytes again would be answered from memory. */
export async function createPictures(): Promise<() => Buffer> {
  const sample = await readFile(`${ROOT}/simulator/samples/car.jpg`)
  let made = BigInt(Date.now()) << 20n
  return () => {
    const bytes = Buffer.alloc(sample.length + TAIL_BYTES)
    sample.copy(bytes)
    made += 1n
    bytes.writeBigUInt64BE(made, sample.length)
    return bytes
  }
}
