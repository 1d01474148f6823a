import type { component } from 'glass-easel-miniprogram-adapter'
import type { ObserverOptions } from '../../runtime/intersection'
import { SelectorQuery } from '../../runtime/query'
import { stack } from '../../runtime/stack'

export const createSelectorQuery = (): SelectorQuery => new SelectorQuery(stack.top?.instance)

export const createIntersectionObserver = (
  target: component.GeneralComponent,
  options?: ObserverOptions,
): ReturnType<component.GeneralComponent['createIntersectionObserver']> => target.createIntersectionObserver(options)

export const nextTick = (callback: () => void): void => {
  setTimeout(callback)
}
