import { component as components, type glassEasel } from 'glass-easel-miniprogram-adapter'

type Component = components.GeneralComponent

/** A component that was taken off its page for good has no node any more; one without a node of its own shares its owner's fate. */
function isGone(element: glassEasel.GeneralComponent): boolean {
  if (!element.isVirtual()) return (element as { readonly $$?: unknown }).$$ === null
  const owner = element.ownerShadowRoot?.getHostNode()
  return owner !== undefined && isGone(owner)
}

/** What is set on a page that was left, or on a component of it, is passed over in silence, as by WeChat. */
export function ignoreDetached(): void {
  const { prototype } = components.ComponentCaller
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to the component it is called on
  const setData = prototype.setData as (this: Component, data: object, callback?: () => void) => void
  Object.assign(prototype, {
    setData(this: Component, data: object, callback?: () => void): void {
      if (!isGone(this._$ as glassEasel.GeneralComponent)) setData.call(this, data, callback)
    },
  })
}
