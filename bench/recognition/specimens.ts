import { readFile } from 'node:fs/promises'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { ROOT } from '../../scripts/paths'
import type { Picture } from './pictures'

const FOLDER = `${ROOT}/test/fixtures/specimens`

/** Pictures of real forms with fictitious data. */
export async function specimens(): Promise<readonly Picture[]> {
  const entries = JSON.parse(await readFile(`${FOLDER}/specimens.json`, 'utf8')) as Readonly<
    Record<string, { readonly license: VehicleLicense }>
  >
  return Object.entries(entries).map(([name, { license }]) => ({
    name,
    path: `${FOLDER}/${name}`,
    truth: license,
    tags: [],
  }))
}
