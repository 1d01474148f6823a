import { callApp } from '../../runtime/app'
import { onTheme, type Theme } from '../../runtime/device'
import { onKeyboard } from '../../runtime/keyboard'
import { deviceOrientation } from '../../runtime/orientation'
import { listeners } from '../listeners'
import { getWindowInfo } from './system'

const theme = listeners<{ theme: Theme }>()
onTheme((changed) => {
  callApp('onThemeChange', { theme: changed })
  theme.notify({ theme: changed })
})
export const onThemeChange = theme.on
export const offThemeChange = theme.off

const keyboard = listeners<{ height: number }>()
onKeyboard((height) => {
  keyboard.notify({ height })
})
export const onKeyboardHeightChange = keyboard.on
export const offKeyboardHeightChange = keyboard.off

const size = listeners<object>()
addEventListener('resize', () => {
  const { windowWidth, windowHeight, screenWidth, screenHeight } = getWindowInfo()
  size.notify({
    size: { windowWidth, windowHeight, screenWidth, screenHeight },
    deviceOrientation: deviceOrientation(),
  })
})
export const onWindowResize = size.on
export const offWindowResize = size.off

/** Never fires: the simulator's menu button does not move. */
const menuButton = listeners<object>()
export const onMenuButtonBoundingClientRectWeightChange = menuButton.on
export const offMenuButtonBoundingClientRectWeightChange = menuButton.off
