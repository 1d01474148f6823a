/** `npm run screenshots` */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { STATES, type State } from '../../test/browser/states'
import { Staging } from '../../test/browser/staging'
import { LOOKS } from './looks'
import { UsageError } from '../command/errors'
import { main } from '../command/main'
import { type Options, SCREENSHOTS } from './options'
import { pageOf } from './page'
import { type Screenshot, take } from './take'

function statesOf(only: readonly string[]): readonly State[] {
  if (only.length === 0) return STATES
  const states = STATES.filter(({ name }) => only.some((start) => name.startsWith(start)))
  if (states.length === 0) throw new UsageError(`no state starts with ${only.join(' or ')}`)
  return states
}

/** @returns how many states could not be reached */
async function run({ only, look: looks, out, whole }: Options): Promise<number> {
  const states = statesOf(only)
  const names = looks.length > 0 ? looks : Object.keys(LOOKS)
  await mkdir(out, { recursive: true })
  const staging = await Staging.start()
  const pictures = new Map<string, Map<string, Screenshot>>()
  let failures = 0
  try {
    for (const state of states) {
      const taken = new Map<string, Screenshot>()
      pictures.set(state.name, taken)
      for (const name of names) {
        const look = LOOKS[name]
        if (!look) continue
        const path = join(out, `${state.name}.${name}.png`)
        const picture = await take(staging, { state, look, whole, path }).catch((error: unknown): Screenshot => {
          failures++
          return { missing: (error as Error).message.split('\n')[0] ?? 'failed' }
        })
        taken.set(name, picture)
        console.log('file' in picture ? picture.file : `${path}  – ${picture.missing}`)
      }
      await writeFile(join(out, 'index.html'), pageOf(pictures, names))
    }
  } finally {
    await staging.close()
  }
  console.log(join(out, 'index.html'))
  return failures
}

await main(SCREENSHOTS, async ({ values }) => ((await run(values)) > 0 ? 1 : 0))
