import { deleteFiles, listFiles, pathOf } from '../../services/platform/files'
import { chooseLanguage } from '../../services/settings/language'
import { isNamespaced } from '../../services/platform/namespace'
import { pictureNames } from '../../services/records/pictures'
import { startRecords } from '../../services/records/index'

/** Deletes everything that this program keeps on the phone, for good: records, pictures, settings. Nothing else. */
export async function eraseAll(): Promise<void> {
  const pictures = pictureNames()
  wx.getStorageInfoSync()
    .keys.filter(isNamespaced)
    .forEach((key) => wx.removeStorageSync(key))
  chooseLanguage(undefined)
  await startRecords()
  const names = (await listFiles().catch(() => [])).filter((name) => isNamespaced(name) || pictures.has(name))
  await deleteFiles(names.map(pathOf))
}
