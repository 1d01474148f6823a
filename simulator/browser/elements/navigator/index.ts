import { stack } from '../../runtime/stack'
import { unavailable } from '../../runtime/errors'
import { defineElement } from '../define'

interface Target {
  url: string
  delta: number
}

const OPEN_TYPES: Record<string, (target: Target) => void> = {
  navigate: ({ url }) => stack.push(url),
  redirect: ({ url }) => stack.replace(url),
  reLaunch: ({ url }) => stack.replaceAll(url),
  switchTab: ({ url }) => stack.switchTab(url),
  navigateBack: ({ delta }) => void stack.back(delta).catch(() => undefined),
}

export const element = defineElement({
  hover: 'navigator-hover',
  properties: {
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    target: String,
    appId: String,
    path: String,
    extraData: null,
    version: String,
  },
  lifetimes: {
    created() {
      this._$.addListener('tap', () => {
        const { openType, url, delta } = this.data
        const open = OPEN_TYPES[openType] ?? (() => unavailable(`<navigator open-type="${openType}">`))
        open({ url, delta })
      })
    },
  },
})
