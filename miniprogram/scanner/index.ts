import type { BackEndConfig } from '../config'
import type { HostEvents, HostOptions, Scanned, ScannedPicture, ScanSource } from '../services/navigation/host'
import type { FieldKey, VehicleLicense } from '../vehicle-license/fields'
import type { PluginResult } from './license-scanner/plugin-result'
import { ScanError } from './scan-error'

export type { BackEndConfig, FieldKey, HostOptions, PluginResult, Scanned, ScannedPicture, ScanSource, VehicleLicense }
export { ScanError }

export interface ScannerSettings {
  /** Folder of the scanner, from the root of the mini program. */
  readonly root?: string
  /** Default for all scans. */
  readonly backEnd?: BackEndConfig
}

const settings = { root: '/scanner', backEnd: undefined as BackEndConfig | undefined }

/** Settings for all scans; call it when the mini program starts. Omitted settings stay unchanged. */
export function configureScanner({ root, backEnd }: ScannerSettings): void {
  if (root !== undefined) settings.root = `/${root.replace(/^\/+|\/+$/g, '')}`
  if (backEnd !== undefined) settings.backEnd = backEnd
}

let isOpen = false

/**
 * Opens the scanner above the current page. Resolves to the confirmed license and its pictures when the scanner closes.
 *
 * @throws ScanError `cancelled` if the person goes back, `unavailable` if the scanner cannot be opened, `busy` if it is
 *   open already
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
 * Like {@link scan}, but resolves to the license alone. Keys are WeChat's names in camelCase; empty fields are absent.
 *
 * @throws ScanError as {@link scan}
 */
export const scanVehicleLicense = async (options?: HostOptions): Promise<VehicleLicense> =>
  (await scan(options)).license
