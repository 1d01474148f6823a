import type { Section } from '../figures'
import { startCold, type Started } from './cold-start'
import type { EngineName } from './engines/index'
import { dumpErrors, tableErrors } from './errors'
import { measureMemory } from './memory'
import { measurePasses } from './passes'
import type { CountedOptions, Options } from '../options'
import { LEVELS, type PictureSet } from './pictures'
import { figuresOfAccuracy, tableAccuracy } from './report/accuracy'
import { figuresOfConfidence, tableConfidence } from './report/confidence'
import { tableFields } from './report/fields'
import { tableForms } from './report/forms'
import { figuresOfOthers } from './report/others'
import { figuresOfPeers } from './report/peers'
import { figuresOfMemory, tableProcesses } from './report/processes'
import { runsOf } from './report/select'
import { figuresOfSpecimens } from './report/specimens'
import { figuresOfTurned, TURNS } from './report/turned'
import { type Engines, type Run, run } from './run'

/** Default pictures per level. */
const COUNT = 60
const OTHERS = 100
/** Starts of each engine; short runs start once. */
const STARTS = 3
const SHORT = 20

/** Additional sets that only our engine reads. */
function extraSets({ split, levels, count }: CountedOptions): readonly { set: PictureSet; count: number }[] {
  const turned = TURNS.map((turn) => ({ set: { split, level: 'normal', turn } as const, count: Math.ceil(count / 2) }))
  const others = { set: { split, level: 'others' } as const, count: OTHERS }
  return [...(levels.includes('turned') ? turned : []), ...(levels.includes('others') ? [others] : [])]
}

async function runAll(options: CountedOptions, engines: Engines): Promise<readonly Run[]> {
  const { split, levels, count } = options
  const runs: Run[] = []
  for (const level of LEVELS.filter((one) => levels.includes(one))) {
    runs.push(...(await run(engines, { split, level }, count)))
  }
  if (levels.includes('specimens')) runs.push(...(await run(engines, { level: 'specimens' }, Infinity)))
  const ours = new Map([...engines].filter(([name]) => name === 'ours'))
  if (ours.size === 0) return runs
  for (const extra of extraSets(options)) runs.push(...(await run(ours, extra.set, extra.count)))
  return runs
}

function* report(runs: readonly Run[], started: ReadonlyMap<EngineName, Started>): Iterable<Section> {
  const engines = [...started.keys()]
  yield tableAccuracy(runs, engines)
  if (LEVELS.some((level) => runsOf(runs, 'ours', level).length > 0)) {
    yield tableForms(runs)
    yield tableFields(runs)
    yield tableConfidence(runs)
  }
  if (engines.length === 1 && engines[0] === 'ours') yield tableErrors(runs)
  yield tableProcesses(runs, started)
  yield [
    ...figuresOfAccuracy(runs),
    ...figuresOfSpecimens(runs),
    ...figuresOfPeers(runs, engines),
    ...figuresOfTurned(runs),
    ...figuresOfConfidence(runs),
    ...figuresOfOthers(runs),
    ...figuresOfMemory(runs),
  ]
}

/**
 * Compares the embedded engine with OCR libraries from npm, with the same models and the same field extraction, on drawn
 * pictures with known contents.
 */
export async function* measure(given: Options): AsyncIterable<Section> {
  const options = { ...given, count: given.count ?? COUNT }
  if (options.passes) {
    yield* measurePasses(options)
    return
  }
  if (options.levels.includes('memory')) yield await measureMemory(options.split)
  if (options.levels.every((level) => level === 'memory')) return
  const started = new Map<EngineName, Started>()
  try {
    const starts = options.engines.length === 1 || options.count < SHORT ? 1 : STARTS
    for (const name of options.engines) started.set(name, await startCold(name, starts))
    const engines: Engines = new Map([...started].map(([name, { process }]) => [name, process]))
    const runs = await runAll(options, engines)
    await dumpErrors(runs)
    yield* report(runs, started)
  } finally {
    await Promise.all([...started.values()].map(({ process }) => process.stop()))
  }
}
