import { build } from 'esbuild'
import { launchChromium } from '../../scripts/chromium'
import { ROOT } from '../../scripts/paths'

/** Times per frame of the guide and of a plain luminance pass. */
export interface Times {
  readonly guideMs: readonly number[]
  readonly plainMs: readonly number[]
}

/** Alternates the guide and the luminance pass, so that other load affects both alike. */
export async function timeInChromium(
  frames: readonly { data: Uint8Array | Uint8ClampedArray; width: number; height: number }[],
): Promise<Times> {
  const { outputFiles } = await build({
    entryPoints: [`${ROOT}/bench/frames/page.ts`],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'bench',
    target: 'es2020',
  })
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
    for (const { data, width, height } of frames) {
      await page.evaluate(`bench.add(${width}, ${height}, "${Buffer.from(data).toString('base64')}")`)
    }
    return await page.evaluate<Times>('bench.time()')
  } finally {
    await browser.close()
  }
}
