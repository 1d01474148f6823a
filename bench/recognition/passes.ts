import { readFile } from 'node:fs/promises'
import { loadModels, type Models } from '../../recognition/engines/embedded/ocr/models'
import { type Pass, PASSES } from '../../recognition/engines/embedded/pages/passes'
import { readPages } from '../../recognition/engines/embedded/pages/index'
import { decode } from '../../recognition/engines/embedded/pixels/picture'
import { readLicense } from '../../recognition/engines/embedded/read-license'
import type { Section } from '../figures'
import { compare } from './compare'
import type { CountedOptions } from '../options'
import { LEVELS, type Picture, pictures } from './pictures'

/** Wraps a pass to report its time. */
const timed = (pass: Pass, took: (ms: number) => void): Pass => ({
  ...pass,
  run: async (state) => {
    const startedAt = performance.now()
    const sheets = await pass.run(state)
    took(performance.now() - startedAt)
    return sheets
  },
})

/** Number of correct fields with these passes only. */
async function countRight(all: readonly Picture[], models: Models, passes: readonly Pass[]): Promise<number> {
  let right = 0
  for (const { path, truth } of all) {
    const read = await readLicense(await readFile(path), models, { passes }).catch(() => undefined)
    const results = compare(truth, read && { license: read.license, confidences: {} })
    right += results.filter(({ verdict }) => verdict === 'right').length
  }
  return right
}

/** Number of lines assigned to no field, and to fields; ignores seals and notes. */
async function countUnplaced(all: readonly Picture[], models: Models): Promise<{ unplaced: number; placed: number }> {
  let [unplaced, placed] = [0, 0]
  for (const { path } of all) {
    const { picture } = await decode(await readFile(path))
    const pages = await readPages(picture, models).catch(() => [])
    for (const { sheet } of pages) {
      unplaced += sheet.unplaced.length
      placed += [...sheet.readings.values()].reduce((sum, { lines }) => sum + lines.length, 0)
    }
  }
  return { unplaced, placed }
}

/** Cost and gain of each pass, measured by leaving it out. */
export async function* measurePasses({ split, levels, count }: CountedOptions): AsyncIterable<Section> {
  const models = await loadModels(1)
  for (const level of LEVELS.filter((one) => levels.includes(one))) {
    const all = await pictures({ split, level }, count)
    const times = new Map<string, number>()
    const took = (name: string) => (ms: number) => times.set(name, (times.get(name) ?? 0) + ms)
    const startedAt = performance.now()
    const right = await countRight(
      all,
      models,
      PASSES.map((pass) => timed(pass, took(pass.name))),
    )
    const ms = performance.now() - startedAt
    const rows: string[][] = []
    for (const { name } of PASSES) {
      const without = await countRight(
        all,
        models,
        PASSES.filter((pass) => pass.name !== name),
      )
      const own = times.get(name) ?? 0
      const share = `${((100 * own) / ms).toFixed(1)} %`
      rows.push([name, (own / all.length).toFixed(0), share, String(without), String(right - without)])
    }
    const title = `${level}: ${right} fields right with all passes, ${(ms / all.length).toFixed(0)} ms per picture on one core`
    yield { title, head: ['pass', 'ms per picture', 'share', 'right without it', 'gain'], rows }
    const { unplaced, placed } = await countUnplaced(all, models)
    const share = (100 * unplaced) / (unplaced + placed)
    yield [{ name: `${level}: lines assigned to no field`, value: share, unit: '%' }]
  }
}
