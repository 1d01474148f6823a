import type { Section } from '../figures'
import type { Options } from '../options'
import { pictures } from './pictures'
import { figures, tableKinds, tableMethods } from './report'
import { runAll } from './run'

/** of each kind */
const PICTURES = 60

/**
 * The compression of the mini program beside the libraries of npm, in a real Chromium, on photos of licenses as phones
 * take them. Ours runs over the simulator's `wx`: its canvas, its files, its `compressImage`.
 */
export async function* measure({ split, count = PICTURES }: Options): AsyncIterable<Section> {
  const { runs, floors } = await runAll(await pictures(split, count))
  yield tableMethods(runs, floors)
  yield tableKinds(runs, floors)
  yield figures(runs, floors)
}
