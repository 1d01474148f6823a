import type { component } from 'glass-easel-miniprogram-adapter'
import { SelectorQuery } from '../../runtime/query'
import { stack } from '../../runtime/stack'

interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

export const createSelectorQuery = (): SelectorQuery => new SelectorQuery(stack.top?.instance)

export const createIntersectionObserver = (
  target: component.GeneralComponent,
  options?: ObserverOptions,
): ReturnType<component.GeneralComponent['createIntersectionObserver']> => target.createIntersectionObserver(options)

export const nextTick = (callback: () => void): void => {
  setTimeout(callback)
}
