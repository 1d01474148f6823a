import { dropFiles, listFiles, pathOf } from '../files'
import { chooseLanguage } from '../language'
import { isOwn } from '../own'
import { pictureNames } from './pictures'
import { startRecords } from './start'

/** Deletes everything that this program keeps on the phone, for good: records, pictures, settings. Nothing else. */
export async function eraseAll(): Promise<void> {
  const pictures = pictureNames()
  wx.getStorageInfoSync()
    .keys.filter(isOwn)
    .forEach((key) => wx.removeStorageSync(key))
  chooseLanguage(undefined)
  await startRecords()
  const names = (await listFiles().catch(() => [])).filter((name) => isOwn(name) || pictures.has(name))
  await dropFiles(names.map(pathOf))
}
