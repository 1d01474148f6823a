import { CLOUD_ENV } from './config'

App<IAppOption>({
  onLaunch() {
    wx.cloud.init({ ...(CLOUD_ENV && { env: CLOUD_ENV }), traceUser: false })
  },
})
