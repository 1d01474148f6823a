import { compare, type FieldResult } from './compare'
import type { EngineName } from './engines/index'
import { type Picture, pictures, type PictureSet } from './pictures'
import { specimens } from './specimens'
import type { Reply } from './processes/messages'
import type { EngineProcess } from './processes/start'

/** One picture, read by one engine. */
export interface Run extends Reply {
  readonly engine: EngineName
  readonly set: PictureSet
  readonly picture: Picture
  readonly results: readonly FieldResult[]
}

export type Engines = ReadonlyMap<EngineName, EngineProcess>

async function readOne(engine: EngineName, process: EngineProcess, set: PictureSet, picture: Picture): Promise<Run> {
  const reply = await process.read(picture.path)
  const { outcome } = reply
  return {
    ...reply,
    engine,
    set,
    picture,
    results: compare(picture.truth, outcome.kind === 'read' ? outcome.read : undefined),
  }
}

const picturesOf = (set: PictureSet, count: number): Promise<readonly Picture[]> =>
  set.level === 'specimens' ? specimens() : pictures(set, count)

/**
 * Reads the first `count` pictures of a set, or all specimens, with every engine, one at a time in rotating order, so that
 * other load affects all alike.
 */
export async function run(engines: Engines, set: PictureSet, count: number): Promise<readonly Run[]> {
  const runs: Run[] = []
  for (const [place, picture] of (await picturesOf(set, count)).entries()) {
    const turns = [...engines]
    const first = place % turns.length
    for (const [name, process] of [...turns.slice(first), ...turns.slice(0, first)]) {
      runs.push(await readOne(name, process, set, picture))
    }
  }
  return runs
}
