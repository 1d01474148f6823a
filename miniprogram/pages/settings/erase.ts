import { deleteMatching } from '../../services/platform/files'
import { chooseLanguage } from '../../services/settings/language'
import { isNamespaced } from '../../services/platform/namespace'
import { pictureNames } from '../../services/records/pictures'
import { startRecords } from '../../services/records/index'

/** Deletes everything we store on the phone: records, pictures, settings. */
export async function eraseAll(): Promise<void> {
  const pictures = pictureNames()
  wx.getStorageInfoSync()
    .keys.filter(isNamespaced)
    .forEach((key) => wx.removeStorageSync(key))
  chooseLanguage(undefined)
  await startRecords()
  await deleteMatching((name) => isNamespaced(name) || pictures.has(name))
}
