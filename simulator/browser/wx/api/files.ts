import { USER_DATA } from '../../runtime/files'
import { fileSystem } from '../file-system'
import { loud } from '../loud'

export const env = { USER_DATA_PATH: USER_DATA }
const manager = loud('FileSystemManager', fileSystem)
export const getFileSystemManager = (): typeof fileSystem => manager
export const { getFileInfo, saveFile } = fileSystem
