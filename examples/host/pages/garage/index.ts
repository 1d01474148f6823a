import { type PluginResult, ScanError, scanVehicleLicense, type VehicleLicense } from '../../scanner/index'

/** Gets a vehicle's data from the scanner, by the function and by the component. */
Page({
  data: {
    status: '还没有车辆',
    picture: '',
    rows: [] as { key: string; value: string }[],
  },
  /** By the function. */
  async scan() {
    try {
      this.show(await scanVehicleLicense({ from: 'album' }))
    } catch (error) {
      if (!(error instanceof ScanError)) throw error
      this.setData({ status: error.reason === 'cancelled' ? '已取消' : error.message })
    }
  },
  /** By the component, which replaces `ocr-navigator`. */
  onSuccess({ detail }: WechatMiniprogram.CustomEvent<PluginResult>) {
    this.setData({ picture: detail.image_path })
    this.show({ plateNum: detail.plate_num.text, vin: detail.vin.text })
  },
  onCancel() {
    this.setData({ status: '已取消' })
  },
  onFail({ detail }: WechatMiniprogram.CustomEvent<{ message: string }>) {
    this.setData({ status: detail.message })
  },
  show(license: VehicleLicense) {
    const rows = Object.entries(license).map(([key, value]) => ({ key, value }))
    this.setData({ status: '已添加', rows })
  },
})
