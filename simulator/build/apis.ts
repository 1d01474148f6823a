import { build } from 'esbuild'
import { apiFiles } from './folders'

async function exportsOf(entryPoints: string[]): Promise<string[]> {
  const { metafile } = await build({ entryPoints, outdir: 'apis', write: false, metafile: true, logLevel: 'silent' })
  return Object.values(metafile.outputs).flatMap((output) => output.exports)
}

/** The `wx` APIs of the simulator: `navigateTo`, `cloud.uploadFile`, ... */
export async function availableApis(): Promise<Set<string>> {
  const [apis, cloud] = await Promise.all([exportsOf(apiFiles()), exportsOf(apiFiles('cloud'))])
  return new Set([...apis, ...cloud.map((name) => `cloud.${name}`)])
}
