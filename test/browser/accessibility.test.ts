import { nameless, targets, tooSmall, violations } from './axe'
import { DEFAULT_LOOK, type Look, nameOf } from './look'
import { STATES } from './states'
import type { Stage } from './stage'
import { Staging } from './staging'

const LOOKS: Look[] = (['zh', 'en'] as const).map((language) => ({ ...DEFAULT_LOOK, language }))

let staging: Staging
beforeAll(async () => {
  staging = await Staging.start()
})
afterAll(() => staging.close())

/** What keeps a person from perceiving or hitting something. */
async function barriers(stage: Stage) {
  const all = await targets(stage)
  return { violations: await violations(stage), small: tooSmall(all), nameless: nameless(all) }
}

const NONE = { violations: [], small: [], nameless: [] }

describe.each(STATES.map((state) => [state.name, state] as const))('%s', (_, state) => {
  test.each(LOOKS.map((look) => [nameOf(look), look] as const))(
    '%s: can be perceived, and hit, in light and in dark',
    async (_, look) => {
      await staging.with(state, look, async (stage) => {
        expect(await barriers(stage)).toEqual(NONE)
        await stage.darken()
        expect(await barriers(stage)).toEqual(NONE)
      })
    },
  )
})
