import type { BackEndConfig } from '../config'
import type { HostEvents, HostOptions, Scanned, ScannedPicture, ScanSource } from '../services/navigation/host'
import type { FieldKey, VehicleLicense } from '../vehicle-license/fields'
import type { PluginResult } from './license-scanner/plugin-result'
import { ScanError } from './scan-error'

export type { BackEndConfig, FieldKey, HostOptions, PluginResult, Scanned, ScannedPicture, ScanSource, VehicleLicense }
export { ScanError }

export interface ScannerSettings {
  /** Folder that the scanner was copied to, from the root of the program. */
  readonly root?: string
  /** Who recognizes the pictures of all scans that do not say it themselves. */
  readonly backEnd?: BackEndConfig
}

const settings = { root: '/scanner', backEnd: undefined as BackEndConfig | undefined }

/** Sets what holds for all scans; to be called when the program starts. What is not given stays as it is. */
export function configureScanner({ root, backEnd }: ScannerSettings): void {
  if (root !== undefined) settings.root = `/${root.replace(/^\/+|\/+$/g, '')}`
  if (backEnd !== undefined) settings.backEnd = backEnd
}

let isOpen = false

/**
 * Opens the scanner over the page that is shown, and resolves with what the person confirmed and its pictures, once
 * that page is shown again.
 *
 * @throws ScanError `cancelled` where the person goes back, `unavailable` where the scanner cannot be opened, `busy`
 *   where it is open already
 */
export function scan(options: HostOptions = {}): Promise<Scanned> {
  if (isOpen) return Promise.reject(new ScanError('busy', 'The scanner is open already.'))
  isOpen = true
  const given: HostOptions = { ...(settings.backEnd && { backEnd: settings.backEnd }), ...options }
  return new Promise<Scanned>((confirmed, reject) => {
    const events: HostEvents = {
      confirmed,
      cancelled: () => reject(new ScanError('cancelled', 'The person went back.')),
    }
    wx.navigateTo({
      url: `${settings.root}/flow/pages/scanner/index?options=${encodeURIComponent(JSON.stringify(given))}`,
      events: { ...events },
      fail: ({ errMsg }) => reject(new ScanError('unavailable', `The scanner cannot be opened: ${errMsg}`)),
    })
  }).finally(() => {
    isOpen = false
  })
}

/**
 * Opens the scanner and resolves with what the person confirmed: the values by WeChat's own names in camelCase, those
 * that are not on the license absent.
 *
 * @throws ScanError as {@link scan}
 */
export const scanVehicleLicense = async (options?: HostOptions): Promise<VehicleLicense> =>
  (await scan(options)).license
