import type { LicenseRecord } from '../../miniprogram/services/license-record'
import type { VehicleLicense } from '../../miniprogram/vehicle-license/fields'
import type { Recognition, RecognizeReply } from '../../miniprogram/vehicle-license/recognition'
import type { Files, Stage } from './stage'

/** A sample's picture on the phone. */
const pathOf = (sample: string): string => `wxfile://usr/${sample}.jpg`
export const filesOf = (...samples: string[]): Files =>
  Object.fromEntries(samples.map((sample) => [pathOf(sample), sample]))

const CREATED_AT = Date.UTC(2026, 6, 6, 8)
const MINUTE_MS = 60_000

/** A record of a sample's picture, which shows both pages; not read yet, where there is no recognition. */
export function recordOf(sample: string, recognition?: Recognition, minutes = 0): LicenseRecord {
  return {
    id: `seed-${sample}`,
    createdAt: CREATED_AT + minutes * MINUTE_MS,
    pictures: [
      {
        path: pathOf(sample),
        type: 'photo',
        page: 'both',
        ...(recognition && { recognition, engine: 'embedded' as const, warnings: recognition.warnings ?? [] }),
      },
    ],
    typed: {},
    accepted: {},
  }
}

export const confirmed = (record: LicenseRecord, { license }: Recognition): LicenseRecord => ({
  ...record,
  pictures: [],
  confirmed: { at: record.createdAt + MINUTE_MS, license, read: license, engine: 'embedded' },
})

/** A reading that a person has to look at: a wrong VIN, an owner nobody is sure of, a date that is missing. */
export function doubtful({ license, evidence, ...rest }: Recognition): Recognition {
  const read: VehicleLicense = Object.fromEntries(Object.entries(license).filter(([key]) => key !== 'issueDate'))
  const owner = evidence?.owner
  return {
    ...rest,
    license: { ...read, ...(read.vin !== undefined && { vin: `${read.vin.slice(0, -1)}X` }) },
    evidence: { ...evidence, ...(owner && { owner: { ...owner, confidence: 0.3 } }) },
    warnings: ['BLURRED'],
  }
}

const readings = new Map<string, Promise<Recognition>>()

/** What the embedded engine reads in a sample; once for all stages. */
export function readingOf(stage: Stage, sample: string): Promise<Recognition> {
  const known = readings.get(sample)
  if (known) return known
  const reading = stage.frame().then((frame) => frame.evaluate(recognize, sample))
  readings.set(sample, reading)
  return reading
}

/** Runs in the phone: sends a sample to the cloud function, as the mini program does. */
async function recognize(sample: string): Promise<Recognition> {
  const { wx } = globalThis as unknown as { wx: WechatMiniprogram.Wx }
  const call = async <T>(data: object): Promise<T> => {
    const { result } = await wx.cloud.callFunction({ name: 'vehicleLicense', data })
    return result as T
  }
  const filePath = `${wx.env.USER_DATA_PATH}/read-${sample}.jpg`
  const data = await (await fetch(`/samples/${sample}.jpg`)).arrayBuffer()
  await new Promise((success, fail) => wx.getFileSystemManager().writeFile({ filePath, data, success, fail }))
  const { folder } = await call<{ folder: string }>({ action: 'folder' })
  const { fileID } = await wx.cloud.uploadFile({ cloudPath: `${folder}/${sample}.jpg`, filePath })
  const reply = await call<RecognizeReply>({ type: 'photo', fileID })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.recognition
}
