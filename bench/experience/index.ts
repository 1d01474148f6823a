import { DEFAULT_LOOK } from '../../test/browser/look'
import type { Stage } from '../../test/browser/stage'
import { Staging } from '../../test/browser/staging'
import { STATES } from '../../test/browser/states'
import type { Section } from '../figures'
import { PIXEL_RATIO } from './goals'
import { type Measured, Probe } from './probe'
import { figuresOfRules, tableOfStates } from './rules'
import { figuresOfStart } from './start'
import { measureFlows } from './taps'

async function measureStates(staging: Staging): Promise<ReadonlyMap<string, Measured>> {
  const states = new Map<string, Measured>()
  for (const state of STATES) {
    let probe: Probe | undefined
    const prepare = async (stage: Stage): Promise<void> => {
      probe = await Probe.attach(stage)
    }
    const measured = await staging.with(
      state,
      DEFAULT_LOOK,
      () => probe?.measure(PIXEL_RATIO) ?? Promise.reject(new Error('no probe')),
      {
        prepare,
        meter: true,
      },
    )
    states.set(state.name, measured)
  }
  return states
}

/** Measures the user experience against WeChat's experience score and our own rules. */
export async function* measure(): AsyncIterable<Section> {
  const staging = await Staging.start()
  try {
    const states = await measureStates(staging)
    yield tableOfStates(states)
    yield figuresOfRules(states)
    yield await figuresOfStart(staging)
  } finally {
    await staging.close()
  }
  yield* measureFlows()
}
