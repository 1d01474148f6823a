import { component as components } from 'glass-easel-miniprogram-adapter'

type Component = components.GeneralComponent

/** A component that was taken off its page for good has no node any more. */
const isGone = (instance: Component): boolean => (instance._$ as { readonly $$?: unknown }).$$ === null

/** What is set on a page that was left, or on a component of it, is passed over in silence, as by WeChat. */
export function passOverGone(): void {
  const { prototype } = components.ComponentCaller
  // eslint-disable-next-line @typescript-eslint/unbound-method -- applied to the component it is called on
  const setData = prototype.setData as (this: Component, data: object, callback?: () => void) => void
  Object.assign(prototype, {
    setData(this: Component, data: object, callback?: () => void): void {
      if (!isGone(this)) setData.call(this, data, callback)
    },
  })
}
