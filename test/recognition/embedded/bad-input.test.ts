import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { BAD_INPUT, READ } from './bad-input/pictures'

const PROGRAM = fileURLToPath(new URL('./bad-input/read-all.ts', import.meta.url))
const TRUTH = new URL('../../../simulator/samples/van.json', import.meta.url)
const { license } = JSON.parse(readFileSync(TRUTH, 'utf8')) as { license: VehicleLicense }

interface Report {
  readonly results: Readonly<Record<string, { readonly inspected: string; readonly straight: string }>>
  /** of the whole process */
  readonly peakMb: number
}

let report: Report

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bad-input-'))
  try {
    for (const [name, bytes] of BAD_INPUT) await writeFile(join(folder, name), await bytes())
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', PROGRAM, folder])
    report = JSON.parse(stdout) as Report
  } finally {
    await rm(folder, { recursive: true })
  }
})

const valueOf = (outcome: string): string | undefined => (outcome === READ ? license.plateNumB : outcome)

const rows = BAD_INPUT.map(([name, , inspected, straight = inspected]) => ({ name, inspected, straight }))

test.each(rows)('$name', ({ name, inspected, straight }) => {
  expect(report.results[name]).toMatchObject({ inspected: valueOf(inspected), straight: valueOf(straight) })
})

test('none of it takes the process over 900 MB', () => {
  expect(report.peakMb).toBeLessThan(900)
})
