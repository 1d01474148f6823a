import { readFile } from 'node:fs/promises'
import { ROOT } from '../scripts/paths'

/** Appended to make each picture unique. */
const TAIL_BYTES = 8

const SAMPLES = ['car', 'truck', 'electric', 'van']

/** Cycles through the samples, 150 to 367 kB, with unique bytes, because replies are cached by content. */
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
