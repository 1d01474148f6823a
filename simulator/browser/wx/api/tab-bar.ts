import { stack } from '../../runtime/stack'
import type { Tabs } from '../../runtime/tabs'
import { api } from '../api'

interface Tab {
  index: number
}

/** @throws Error if the program has no tab bar */
function tabs(): Tabs {
  if (!stack.tabs) throw new Error('not TabBar page')
  return stack.tabs
}

export const switchTab = api('switchTab', ({ url }: { url: string }) => {
  stack.switchTab(url)
  return {}
})

export const showTabBar = api('showTabBar', () => {
  tabs().bar.node.hidden = false
  return {}
})
export const hideTabBar = api('hideTabBar', () => {
  tabs().bar.node.hidden = true
  return {}
})

export const setTabBarBadge = api('setTabBarBadge', ({ index, text }: Tab & { text: string }) => {
  tabs().bar.mark(index, { badge: text })
  return {}
})
export const showTabBarRedDot = api('showTabBarRedDot', ({ index }: Tab) => {
  tabs().bar.mark(index, { dot: true })
  return {}
})
export const removeTabBarBadge = api('removeTabBarBadge', ({ index }: Tab) => {
  tabs().bar.mark(index, {})
  return {}
})
export const hideTabBarRedDot = api('hideTabBarRedDot', ({ index }: Tab) => {
  tabs().bar.mark(index, {})
  return {}
})

interface TabItem extends Tab {
  text?: string
  iconPath?: string
  selectedIconPath?: string
}

export const setTabBarItem = api('setTabBarItem', ({ index, text, iconPath, selectedIconPath }: TabItem) => {
  tabs().changeItem(index, {
    ...(text !== undefined && { text }),
    ...(iconPath !== undefined && { iconPath }),
    ...(selectedIconPath !== undefined && { selectedIconPath }),
  })
  return {}
})

interface TabBarStyle {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
}

export const setTabBarStyle = api(
  'setTabBarStyle',
  ({ color, selectedColor, backgroundColor, borderStyle }: TabBarStyle) => {
    tabs().change({
      ...(color !== undefined && { color }),
      ...(selectedColor !== undefined && { selectedColor }),
      ...(backgroundColor !== undefined && { backgroundColor }),
      ...(borderStyle !== undefined && { borderStyle }),
    })
    return {}
  },
)
