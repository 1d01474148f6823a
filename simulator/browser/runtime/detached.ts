import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { interceptSetData } from './set-data'

/** A component that was removed has no node; one with a virtual host never has, so its owner decides. */
function isDetached(element: glassEasel.Element): boolean {
  if (!element.isVirtual()) return element.$$ === null
  const owner = element.ownerShadowRoot?.getHostNode()
  return owner !== undefined && isDetached(owner)
}

/** Ignores `setData` on a page or component that has been removed, as WeChat does. */
export const ignoreDetached = (): void =>
  interceptSetData((instance, _, setData) => {
    if (!isDetached(instance._$)) setData()
  })
