import type { glassEasel, types } from 'glass-easel-miniprogram-adapter'
import type { ElementDefinition } from './elements/define'

export type Orientation = 'auto' | 'portrait' | 'landscape'

export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  onReachBottomDistance?: number
  pageOrientation?: Orientation
}

/** theme.json: the values of `@name` by theme. */
export type ThemeVariables = Record<'light' | 'dark', Record<string, string>>

export interface TabBarConfig {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  /** The program draws the bar with its component `custom-tab-bar/index`. */
  custom?: boolean
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export interface AppConfig {
  pages: string[]
  tabBar?: TabBarConfig
  window?: WindowConfig
  darkmode?: boolean
  /** Whether it rotates with a tablet. */
  resizable?: boolean
  __usePrivacyCheck__?: boolean
}

export interface ProgramComponent {
  /** Logical path, as `pages/home/index`. */
  path: string
  page: boolean
  /** Prefix of its class names; may be empty. */
  scope: string
  config: types.ComponentStaticConfig & WindowConfig
  css: string
  /** Logical paths of the components its template may use. */
  uses: string[]
  /** Errors in its files, shown when it is used. */
  problems: string[]
  /** Runs its script. */
  load: () => void
}

/** A built mini program. */
export interface Program {
  app: AppConfig
  theme?: ThemeVariables
  /** Path -> compiled template. */
  templates: NonNullable<glassEasel.template.ComponentTemplate['groupList']>
  /** app.wxss */
  css: string
  /** Errors in app.wxss. */
  problems: string[]
  /** Runs the app's script. */
  start: () => void
  components: ProgramComponent[]
  elements: Record<string, ElementDefinition>
  /** WeChat elements that the program uses and the simulator lacks. */
  missingElements: string[]
  /** Tags that are neither components nor elements; only their content is shown. */
  plainTags: string[]
}
