import { readFile } from 'node:fs/promises'
import type { VehicleLicense } from '../../../miniprogram/vehicle-license/fields'
import { createEmbeddedEngine } from '../../../recognition/engines/embedded'
import { startCloud } from './start'

const SAMPLES = new URL('../../../simulator/samples/', import.meta.url)

test('reads a sample through the function, the SDK and the simulated cloud', async () => {
  const engine = createEmbeddedEngine()
  const started = await startCloud({ engine })
  try {
    const fileID = await started.upload(
      await readFile(new URL('car.jpg', SAMPLES)),
      `${await started.folderOf()}/car.jpg`,
    )
    const reply = await started.callFunction({ type: 'photo', fileID })
    const truth = JSON.parse(await readFile(new URL('car.json', SAMPLES), 'utf8')) as { license: VehicleLicense }
    const { plateNum, vin, registerDate } = truth.license
    expect(reply).toMatchObject({ ok: true, recognition: { license: { plateNum, vin, registerDate } } })
    expect(reply).not.toHaveProperty('recognition.evidence')
    expect(started.cloud.files.size).toBe(0)
  } finally {
    await started.close()
    await engine.close()
  }
})
