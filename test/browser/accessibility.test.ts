import { nameless, targets, tooSmall, violations } from './axe'
import { type Look, nameOf, USUAL_LOOK } from './look'
import { STATES } from './states'
import { Staging } from './staging'

const LOOKS: Look[] = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ ...USUAL_LOOK, language, theme })),
)

let staging: Staging
beforeAll(async () => {
  staging = await Staging.start()
})
afterAll(() => staging.close())

describe.each(STATES.map((state) => [state.name, state] as const))('%s', (_, state) => {
  test.each(LOOKS.map((look) => [nameOf(look), look] as const))('%s: can be perceived, and hit', async (_, look) => {
    await staging.with(state, look, async (stage) => {
      const all = await targets(stage)
      expect({ violations: await violations(stage), small: tooSmall(all), nameless: nameless(all) }).toEqual({
        violations: [],
        small: [],
        nameless: [],
      })
    })
  })
})
