import { callApp } from '../../runtime/app'
import { onTheme, type Theme } from '../../runtime/device'
import { onKeyboard } from '../../runtime/keyboard'
import { deviceOrientation } from '../../runtime/orientation'
import { listeners } from '../listeners'
import { getWindowInfo } from './system'

const theme = listeners<{ theme: Theme }>()
onTheme((changed) => {
  callApp('onThemeChange', { theme: changed })
  theme.tell({ theme: changed })
})
export const onThemeChange = theme.on
export const offThemeChange = theme.off

const keyboard = listeners<{ height: number }>()
onKeyboard((height) => {
  keyboard.tell({ height })
})
export const onKeyboardHeightChange = keyboard.on
export const offKeyboardHeightChange = keyboard.off

const size = listeners<object>()
addEventListener('resize', () => {
  const { windowWidth, windowHeight, screenWidth, screenHeight } = getWindowInfo()
  size.tell({
    size: { windowWidth, windowHeight, screenWidth, screenHeight },
    deviceOrientation: deviceOrientation(),
  })
})
export const onWindowResize = size.on
export const offWindowResize = size.off

/** The capsule is always the same here: nobody is ever told of a change. */
const capsule = listeners<object>()
export const onMenuButtonBoundingClientRectWeightChange = capsule.on
export const offMenuButtonBoundingClientRectWeightChange = capsule.off
