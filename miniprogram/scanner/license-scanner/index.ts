import type { HostOptions, ScanSource } from '../../services/navigation/host'
import { scan } from '../index'
import { ScanError } from '../scan-error'
import { toPluginResult } from './plugin-result'

/** The plugin's name for a vehicle license; its other certificates are not supported. */
const VEHICLE_LICENSE = 'drivingLicense'

const SOURCES: readonly ScanSource[] = ['camera', 'album', 'form']

/**
 * Opens the scanner when its content is tapped. A drop-in replacement for `ocr-navigator` of WeChat's OCR plugin. Triggers
 * `onSuccess` with a {@link PluginResult}, `cancel`, or `fail` with `{ reason, message }`.
 *
 * Source: https://developers.weixin.qq.com/miniprogram/dev/platform-capabilities/extended/ocr.html
 */
Component({
  properties: {
    certificateType: { type: String, value: VEHICLE_LICENSE },
    /** `camera`, `album` or `form`; by default the person chooses. */
    from: { type: String, value: '' },
  },
  methods: {
    async scan() {
      try {
        this.triggerEvent('onSuccess', toPluginResult(await scan(this.options())))
      } catch (error) {
        this.report(error)
      }
    },
    options(): HostOptions {
      const { certificateType } = this.data
      const from = SOURCES.find((source) => source === this.data.from)
      if (certificateType !== VEHICLE_LICENSE)
        throw new ScanError(
          'unavailable',
          `certificateType "${certificateType}" is not supported, only ${VEHICLE_LICENSE}`,
        )
      return from ? { from } : {}
    },
    report(error: unknown) {
      if (!(error instanceof ScanError)) throw error
      const { reason, message } = error
      if (reason === 'cancelled') {
        this.triggerEvent('cancel')
        return
      }
      // The page may not listen to `fail`.
      console.error(message)
      this.triggerEvent('fail', { reason, message })
    },
  },
})
