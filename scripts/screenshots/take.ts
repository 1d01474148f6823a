import type { Look } from '../../test/browser/look'
import type { Stage } from '../../test/browser/stage'
import type { State } from '../../test/browser/states'
import type { Staging } from '../../test/browser/staging'

/** Path of the picture, or why there is none. */
export type Screenshot = { readonly file: string } | { readonly missing: string }

/** Extends the phone to the full length of its page. */
async function lengthen(stage: Stage): Promise<void> {
  const hidden = await stage.view.locator('.phone-scroll').evaluate((node) => node.scrollHeight - node.clientHeight)
  if (hidden <= 0) return
  await stage.page.evaluate((more) => {
    const { style } = document.documentElement
    style.setProperty('--height', `${parseFloat(style.getPropertyValue('--height')) + more}px`)
  }, hidden)
  await stage.settle()
}

/** Takes a screenshot of a state, unless this look does not change it. */
export async function take(
  staging: Staging,
  { state, look, whole, path }: { state: State; look: Look; whole: boolean; path: string },
): Promise<Screenshot> {
  return staging.with(state, look, async (stage) => {
    const phone = stage.page.locator('#phone')
    const { width = 0, height = 0 } = (await phone.boundingBox()) ?? {}
    if (look.landscape && width < height) return { missing: 'does not turn' }
    if (whole) await lengthen(stage)
    await phone.screenshot({ path })
    return { file: path }
  })
}
