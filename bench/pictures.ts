import { readFile } from 'node:fs/promises'
import { ROOT } from '../scripts/paths'

/** bytes that tell one picture from the next */
const TAIL_BYTES = 8

const SAMPLES = ['car', 'truck', 'electric', 'van']

/** The samples in turn, 150 to 367 kB, each time of other bytes: the same bytes again would be answered from memory. */
export async function createPictures(): Promise<() => Buffer> {
  const samples = await Promise.all(SAMPLES.map((name) => readFile(`${ROOT}/simulator/samples/${name}.jpg`)))
  let made = BigInt(Date.now()) << 20n
  return () => {
    const sample = samples[Number(made % BigInt(samples.length))] ?? Buffer.alloc(0)
    const bytes = Buffer.alloc(sample.length + TAIL_BYTES)
    sample.copy(bytes)
    made += 1n
    bytes.writeBigUInt64BE(made, sample.length)
    return bytes
  }
}
