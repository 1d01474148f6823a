import { throwOnMissing } from '../throw-on-missing'
import { USER_DATA } from '../../runtime/files'
import { fileSystem } from '../file-system'

export const env = { USER_DATA_PATH: USER_DATA }
const manager = throwOnMissing('FileSystemManager', fileSystem)
export const getFileSystemManager = (): typeof fileSystem => manager
export const { getFileInfo, saveFile } = fileSystem
