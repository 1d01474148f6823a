import type { types } from 'glass-easel-miniprogram-adapter'
import type { ElementDefinition } from './elements/define'

export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  onReachBottomDistance?: number
}

export interface AppConfig {
  pages: string[]
  window?: WindowConfig
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
  /** Runs its script. */
  load: () => void
}

/** A built mini program. */
export interface Program {
  app: AppConfig
  /** Path -> compiled template. */
  templates: Record<string, unknown>
  /** app.wxss */
  css: string
  /** Runs the app's script. */
  start: () => void
  components: ProgramComponent[]
  elements: Record<string, ElementDefinition>
  /** Tags that the program uses and the simulator does not have. */
  missingElements: string[]
}
