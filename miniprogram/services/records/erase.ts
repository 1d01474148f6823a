import { dropFiles, listFiles, pathOf } from '../files'
import { chooseLanguage } from '../language'
import { startRecords } from './start'

/** Deletes everything that this program keeps on the phone, for good: records, pictures, settings. */
export async function eraseAll(): Promise<void> {
  wx.clearStorageSync()
  chooseLanguage(undefined)
  await startRecords()
  const names = await listFiles().catch(() => [])
  await dropFiles(names.map(pathOf))
}
