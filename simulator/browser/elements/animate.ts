import type { AnimationAction } from '../wx/api/animation'

const ANGLE = /^(rotate|skew)/

function transformOf(type: string, args: (string | number)[]): string {
  const unit = type.startsWith('translate') ? 'px' : ANGLE.test(type) ? 'deg' : ''
  return `${type}(${args.map((arg) => (typeof arg === 'number' ? `${arg}${unit}` : arg)).join(', ')})`
}

const styleValue = (name: string, value: string | number | undefined): string =>
  typeof value === 'number' && name !== 'opacity' ? `${value}px` : String(value)

function apply(node: HTMLElement, { animates, option }: AnimationAction): void {
  const { duration, timingFunction, delay, transformOrigin } = option
  node.style.transition = `all ${duration}ms ${timingFunction} ${delay}ms`
  node.style.transformOrigin = transformOrigin
  const transforms: string[] = []
  for (const { type, args } of animates) {
    if (type in node.style && type !== 'scale' && type !== 'rotate' && type !== 'translate')
      Object.assign(node.style, { [type]: styleValue(type, args[0]) })
    else transforms.push(transformOf(type, args))
  }
  if (transforms.length > 0) node.style.transform = transforms.join(' ')
}

/** Plays the steps of `wx.createAnimation().export()` one after the other. */
export function animate(node: HTMLElement, actions: AnimationAction[]): void {
  let atMs = 0
  for (const action of actions) {
    const play = (): void => apply(node, action)
    if (atMs === 0) play()
    else setTimeout(play, atMs)
    atMs += action.option.duration + action.option.delay
  }
}
