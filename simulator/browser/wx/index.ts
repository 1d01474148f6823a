import { throwOnMissing } from './throw-on-missing'
import { addAvailable } from './available'
import * as animation from './api/animation'
import * as app from './api/app'
import * as camera from './api/camera'
import * as canvas from './api/canvas'
import * as changes from './api/changes'
import * as device from './api/device'
import * as files from './api/files'
import * as image from './api/image'
import * as interaction from './api/interaction'
import * as login from './api/login'
import * as logs from './api/logs'
import * as media from './api/media'
import * as navigation from './api/navigation'
import * as page from './api/page'
import * as permission from './api/permission'
import * as privacy from './api/privacy'
import * as query from './api/query'
import * as random from './api/random'
import * as request from './api/request'
import * as share from './api/share'
import * as storage from './api/storage'
import * as system from './api/system'
import * as tabBar from './api/tab-bar'
import * as upload from './api/upload'
import * as cloudFiles from './api/cloud/files'
import * as cloudFunctions from './api/cloud/functions'

/** The global `wx`. The build report derives the available APIs from the exports of the same files. */
export function createWx(): object {
  // Many programs get the database at their start without using it, so only its use fails.
  const database = (): object => throwOnMissing('wx.cloud.database()', {})
  const cloud = throwOnMissing('wx.cloud', { ...cloudFiles, ...cloudFunctions, database })
  const apis = {
    ...animation,
    ...app,
    ...camera,
    ...canvas,
    ...changes,
    ...device,
    ...files,
    ...image,
    ...interaction,
    ...login,
    ...logs,
    ...media,
    ...navigation,
    ...page,
    ...permission,
    ...privacy,
    ...query,
    ...random,
    ...request,
    ...share,
    ...storage,
    ...system,
    ...tabBar,
    ...upload,
    cloud,
  }
  addAvailable(Object.keys(apis))
  return throwOnMissing('wx', apis)
}
