import { readFile } from 'node:fs/promises'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import { ROOT } from '../../scripts/paths'
import type { Picture } from './pictures'

const FOLDER = `${ROOT}/test/fixtures/specimens`

/** Pictures of real forms with invented data: few, and always all of them. */
export async function specimens(): Promise<readonly Picture[]> {
  const told = JSON.parse(await readFile(`${FOLDER}/specimens.json`, 'utf8')) as Readonly<
    Record<string, { readonly license: VehicleLicense }>
  >
  return Object.entries(told).map(([name, { license }]) => ({
    name,
    path: `${FOLDER}/${name}`,
    truth: license,
    tags: [],
  }))
}
