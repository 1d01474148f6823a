import type { Recognition, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import type { Stage } from '../../test/browser/stage'

/** A person's way from the first page to a confirmed license. */
export interface Flow {
  readonly name: string
  /** Names of the chosen pictures. */
  readonly pictures: readonly string[]
  /** Max taps. */
  readonly goal: number
}

/** Picks one picture with a tap, several by marking them. */
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

/** Completes the flow with the fewest taps, answering every question. */
export async function completeFlow(stage: Stage, { pictures }: Flow): Promise<void> {
  const { texts, screen } = stage
  const { home, check, confirm } = texts.views
  await stage.tap(home.album)
  await choose(stage, pictures)
  await screen.locator('page-fields').first().waitFor()
  await screen.locator('recognition-progress').waitFor({ state: 'detached' })
  const checks = screen.locator('field-check')
  for (let left = await checks.count(); left > 0; left--) {
    // Confirm doubtful values; missing ones are not on the license.
    const answer = checks.first().getByText(check.right, { exact: true })
    await answer.or(checks.first().getByText(check.notThere, { exact: true })).click()
    await checks.nth(left - 1).waitFor({ state: 'detached' })
  }
  await stage.tap(texts.form.confirm)
  await stage.text(confirm.confirmed).waitFor()
}

/** Changes what the back end reads. */
export async function readAs(stage: Stage, change: (reading: Recognition) => Recognition): Promise<void> {
  await stage.context.route('**/cloud/functions/vehicleLicense', async (route) => {
    const response = await route.fetch()
    const body = (await response.json()) as { result: RecognizeReply }
    const { result } = body
    if (!('recognition' in result)) return route.fulfill({ response })
    const json = { ...body, result: { ...result, recognition: change(result.recognition) } }
    return route.fulfill({ response, json })
  })
}
