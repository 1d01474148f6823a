import type { Section } from '../figures'
import { readOptions } from '../recognition/options'
import { pictures } from './pictures'
import { figures, tableKinds, tableMethods } from './report'
import { runAll } from './run'

/**
 * The compression of the mini program beside the libraries of npm, in a real Chromium, on photos of licenses as phones
 * take them. Ours runs over the simulator's `wx`: its canvas, its files, its `compressImage`.
 */
export async function* measure(given: Parameters<typeof readOptions>[0]): AsyncIterable<Section> {
  const { split, count } = readOptions(given)
  const { runs, floors } = await runAll(await pictures(split, count))
  yield tableMethods(runs, floors)
  yield tableKinds(runs, floors)
  yield figures(runs, floors)
}
