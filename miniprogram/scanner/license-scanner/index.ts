import type { HostOptions, ScanSource } from '../../services/navigation/host'
import { scan } from '../index'
import { ScanError } from '../scan-error'
import { toPluginResult } from './plugin-result'

/** What the plugin calls a vehicle license; its other certificates are not read. */
const VEHICLE_LICENSE = 'drivingLicense'

const SOURCES: readonly ScanSource[] = ['camera', 'album', 'form']

/**
 * Opens the scanner when what lies in it is tapped. It has the habits of `ocr-navigator`, the component of WeChat's OCR
 * plugin. Triggers `onSuccess` with a {@link PluginResult}, `cancel`, and `fail` with the error's `reason` and `message`.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/extended/ocr.html
 */
Component({
  properties: {
    certificateType: { type: String, value: VEHICLE_LICENSE },
    /** `camera`, `album` or `form`; the person is asked without it. */
    from: { type: String, value: '' },
  },
  methods: {
    async scan() {
      try {
        this.triggerEvent('onSuccess', toPluginResult(await scan(this.options())))
      } catch (error) {
        this.tell(error)
      }
    },
    options(): HostOptions {
      const { certificateType } = this.data
      const from = SOURCES.find((source) => source === this.data.from)
      if (certificateType !== VEHICLE_LICENSE)
        throw new ScanError('unavailable', `certificateType "${certificateType}" is not read, only ${VEHICLE_LICENSE}`)
      return from ? { from } : {}
    },
    tell(error: unknown) {
      if (!(error instanceof ScanError)) throw error
      const { reason, message } = error
      if (reason === 'cancelled') {
        this.triggerEvent('cancel')
        return
      }
      // For the developer, whose page may not listen.
      console.error(message)
      this.triggerEvent('fail', { reason, message })
    },
  },
})
