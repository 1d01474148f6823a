import { build } from 'esbuild'
import { launchChromium } from '../../scripts/chromium'
import { ROOT } from '../../scripts/paths'

/** ms of each look, and of one plain luminance pass over the same frame */
export interface Times {
  readonly guideMs: readonly number[]
  readonly plainMs: readonly number[]
}

/** Frames are looked at in turn, each after a plain pass over it, so that both meet the same machine. */
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
