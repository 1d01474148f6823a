import type { Section } from '../figures'
import type { Options } from '../options'
import { pictures } from './pictures'
import { figures, tableKinds, tableMethods } from './report'
import { runAll } from './run'

const PICTURES = 60

/**
 * Compares the mini program's compression with npm libraries in Chromium, on photos as phones take them. Ours uses the
 * simulator's `wx`: its canvas, files and `compressImage`.
 */
export async function* measure({ split, count = PICTURES }: Options): AsyncIterable<Section> {
  const { runs, floors } = await runAll(await pictures(split, count))
  yield tableMethods(runs, floors)
  yield tableKinds(runs, floors)
  yield figures(runs, floors)
}
