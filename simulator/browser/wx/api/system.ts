import { stack } from '../../runtime/stack'
import { api } from '../api'
import { isAvailable } from '../available'
import { listeners } from '../listeners'
import { safeInsets, statusBarHeight } from '../../phone-ui/status-bar'
import { language, programTheme, textSize } from '../../runtime/device'
import { deviceOrientation } from '../../runtime/orientation'
import { permission } from '../../runtime/permissions'

const MENU_BUTTON = { width: 87, height: 32, right: 7, top: 6 }
const NAVIGATION_BAR_PX = 44

export function getWindowInfo() {
  const custom = stack.top?.config.navigationStyle === 'custom'
  const bar = custom ? 0 : statusBarHeight() + NAVIGATION_BAR_PX
  const [width, height] = [innerWidth, innerHeight]
  const { top, right, bottom, left } = safeInsets()
  const safeArea = { left, right: width - right, top, bottom: height - bottom }
  return {
    pixelRatio: devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: width,
    windowHeight: height - bar - (stack.top?.tabBarHeight ?? 0),
    statusBarHeight: top,
    screenTop: bar,
    safeArea: { ...safeArea, width: safeArea.right - left, height: safeArea.bottom - top },
  }
}

export const getDeviceInfo = () => ({
  abi: '',
  benchmarkLevel: 50,
  brand: 'devtools',
  model: 'simulator',
  system: navigator.userAgent,
  platform: 'devtools',
  memorySize: 4096,
})

export const getAppBaseInfo = () => ({
  SDKVersion: '3.8.12',
  version: '8.0.50',
  language: language(),
  theme: programTheme(),
  ...textSize(),
  enableDebug: false,
  host: { env: 'WeChat', appId: '' },
})

export const getSystemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: false,
  wifiEnabled: navigator.onLine,
  deviceOrientation: deviceOrientation(),
})

/** What the phone allows WeChat itself. */
export const getAppAuthorizeSetting = () => ({
  albumAuthorized: 'authorized',
  cameraAuthorized: permission('scope.camera') === undefined ? 'not determined' : 'authorized',
})

export const getSystemInfoSync = () => ({ ...getWindowInfo(), ...getDeviceInfo(), ...getAppBaseInfo() })
export const getSystemInfo = api('getSystemInfo', getSystemInfoSync)
export const canIUse = isAvailable

export const getAccountInfoSync = () => ({
  miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
})

/** px of the window */
export function getMenuButtonBoundingClientRect() {
  const { width, height } = MENU_BUTTON
  const top = statusBarHeight() + MENU_BUTTON.top
  const right = innerWidth - MENU_BUTTON.right
  return { width, height, top, right, bottom: top + height, left: right - width }
}

interface NetworkStatus {
  isConnected: boolean
  networkType: 'wifi' | 'none'
}
const network = (): NetworkStatus => ({
  isConnected: navigator.onLine,
  networkType: navigator.onLine ? 'wifi' : 'none',
})
const networkChange = listeners<NetworkStatus>()
for (const event of ['online', 'offline']) addEventListener(event, () => networkChange.notify(network()))

export const getNetworkType = api('getNetworkType', () => ({ networkType: network().networkType }))

export const onNetworkStatusChange = networkChange.on
export const offNetworkStatusChange = networkChange.off
