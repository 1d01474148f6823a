import { component as components } from 'glass-easel-miniprogram-adapter'

/** Runs `around` in place of every `setData` of a page or component. */
export function interceptSetData(
  around: (instance: components.GeneralComponent, data: object, setData: () => void) => void,
): void {
  const { prototype } = components.ComponentCaller
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the instance below
  const { setData } = prototype
  prototype.setData = function (this: components.GeneralComponent, data: object, callback?: () => void) {
    around(this, data, () => setData.call(this, data, callback))
  }
}
