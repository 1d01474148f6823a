import type { Look } from '../../test/browser/look'
import type { Stage } from '../../test/browser/stage'
import type { State } from '../../test/browser/states'
import type { Staging } from '../../test/browser/staging'

/** What came of a picture: there it is, or why not. */
export type Taken = { readonly file: string } | { readonly missing: string }

/** Makes the phone as long as its page. */
async function lengthen(stage: Stage): Promise<void> {
  const hidden = await stage.view.locator('.phone-scroll').evaluate((node) => node.scrollHeight - node.clientHeight)
  if (hidden <= 0) return
  await stage.page.evaluate((more) => {
    const { style } = document.documentElement
    style.setProperty('--height', `${parseFloat(style.getPropertyValue('--height')) + more}px`)
  }, hidden)
  await stage.settle()
}

/** Takes a picture of a state, unless it looks as on another phone. */
export async function take(
  staging: Staging,
  { state, look, whole, path }: { state: State; look: Look; whole: boolean; path: string },
): Promise<Taken> {
  return staging.with(state, look, async (stage) => {
    const phone = stage.page.locator('#phone')
    const { width = 0, height = 0 } = (await phone.boundingBox()) ?? {}
    if (look.landscape && width < height) return { missing: 'does not turn' }
    if (whole) await lengthen(stage)
    await phone.screenshot({ path })
    return { file: path }
  })
}
