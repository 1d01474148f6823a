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

/** theme.json: what `@name` in a window's settings means in each theme. */
export type ThemeVariables = Record<'light' | 'dark', Record<string, string>>

export interface TabBarConfig {
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: 'black' | 'white'
  /** The program draws the bar itself, as the component `custom-tab-bar/index`. */
  custom?: boolean
  list: { pagePath: string; text: string; iconPath?: string; selectedIconPath?: string }[]
}

export interface AppConfig {
  pages: string[]
  tabBar?: TabBarConfig
  window?: WindowConfig
  darkmode?: boolean
  /** Whether it turns with a tablet. */
  resizable?: boolean
  __usePrivacyCheck__?: boolean
}

export interface ProgramComponent {
  /** Logical path, as `pages/home/index`. */
  path: string
  page: boolean
  /** Prefix of its class names; empty for none. */
  scope: string
  config: types.ComponentStaticConfig & WindowConfig
  css: string
  /** Logical paths of the components that its template may show. */
  uses: string[]
  /** What is wrong with its files, which is told when it is used. */
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
  /** What is wrong with app.wxss. */
  problems: string[]
  /** Runs the app's script. */
  start: () => void
  components: ProgramComponent[]
  elements: Record<string, ElementDefinition>
  /** Tags that the program uses and the simulator does not have. */
  missingElements: string[]
  /** Tags that stand for neither a component nor an element; what is in them is shown. */
  plainTags: string[]
}
