import { doubtful } from '../../test/browser/seeds'
import type { Recognition, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import type { Stage } from '../../test/browser/stage'

/** A person's way from the first page to a confirmed license. */
export interface Flow {
  readonly name: string
  /** Names of the album's pictures that are chosen. */
  readonly pictures: readonly string[]
  readonly goal: number
}

/** Chooses pictures in WeChat's album: one by a tap on it, several by marks. */
async function choose(stage: Stage, pictures: readonly string[]): Promise<void> {
  const [first = ''] = pictures
  const picture = (name: string) => stage.screen.getByRole('button', { name, exact: true })
  if (pictures.length === 1) {
    await picture(`${first}.jpg`).click()
    return
  }
  for (const name of pictures) await picture(`选择 ${name}.jpg`).click()
  await stage.screen.getByRole('button', { name: '完成 Done' }).click()
}

/** Goes the way, with as few taps as the mini program lets a person. */
export async function go(stage: Stage, { pictures }: Flow): Promise<void> {
  const { home, album, confirm } = stage.texts.views
  await stage.tap(home.album)
  await choose(stage, pictures)
  await stage.tap(album.recognize)
  await stage.screen.locator('recognition-progress').waitFor({ state: 'detached' })
  await stage.tap(confirm.confirm)
  // Where something is to be looked at, the person has looked.
  const anyway = stage.screen.getByRole('dialog').getByRole('button').last()
  const done = stage.text(confirm.confirmed)
  await anyway.or(done).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await done.waitFor()
}

/** Lets the back end read as well as it does, or with doubts. */
export async function readWithDoubts(stage: Stage): Promise<void> {
  await stage.context.route('**/cloud/functions/vehicleLicense', async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { result: RecognizeReply }
    const { result } = body
    if (!('recognition' in result)) return route.fulfill({ response })
    const recognition: Recognition = doubtful(result.recognition)
    return route.fulfill({ response, json: { ...body, result: { ...result, recognition } } })
  })
}
