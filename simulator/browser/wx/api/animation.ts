/** A step of `wx.createAnimation()`, as in the `animation` attribute. */
export interface AnimationAction {
  animates: { type: string; args: (string | number)[] }[]
  option: { duration: number; timingFunction: string; delay: number; transformOrigin: string }
}

type Timing = Partial<AnimationAction['option']>

const STYLES = ['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'right', 'bottom']
const TRANSFORMS = [
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d', 'scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d'],
  ...[
    'translate',
    'translateX',
    'translateY',
    'translateZ',
    'translate3d',
    'skew',
    'skewX',
    'skewY',
    'matrix',
    'matrix3d',
  ],
]

const DEFAULTS = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' }

class Animation {
  private actions: AnimationAction[] = []
  private animates: AnimationAction['animates'] = []

  constructor(private readonly timing: Timing) {}

  add(type: string, args: (string | number)[]): this {
    this.animates.push({ type, args })
    return this
  }

  step(timing: Timing = {}): this {
    this.actions.push({ animates: this.animates, option: { ...DEFAULTS, ...this.timing, ...timing } })
    this.animates = []
    return this
  }

  export(): { actions: AnimationAction[] } {
    const { actions } = this
    this.actions = []
    return { actions }
  }
}

for (const type of [...STYLES, ...TRANSFORMS])
  Object.defineProperty(Animation.prototype, type, {
    value(this: Animation, ...args: (string | number)[]) {
      return this.add(type, args)
    },
  })

export const createAnimation = (timing: Timing = {}): Animation => new Animation(timing)
