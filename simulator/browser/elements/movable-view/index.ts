import { defineElement, emit, hostOf } from '../define'
import { type Change, followFingers } from './gesture'
import { inBounds, type Place, type Size } from './place'

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({ width: offsetWidth, height: offsetHeight })

/** Why a view moved, as its `change` says: the finger, the way back into its area, or the program. */
type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | ''

const places = new WeakMap<HTMLElement, Place>()

export const element = defineElement({
  properties: {
    direction: { type: String, value: 'none' },
    inertia: Boolean,
    outOfBounds: Boolean,
    x: null,
    y: null,
    damping: { type: Number, value: 20 },
    friction: { type: Number, value: 2 },
    disabled: Boolean,
    scale: Boolean,
    scaleMin: { type: Number, value: 0.1 },
    scaleMax: { type: Number, value: 10 },
    scaleValue: { type: Number, value: 1 },
    animation: { type: Boolean, value: true },
  },
  lifetimes: {
    created() {
      const onStart = (): ((change: Change) => void) | undefined => {
        const before = this.place()
        return this.data.disabled ? undefined : (change) => this.follow(before, change)
      }
      followFingers(hostOf(this), onStart, () => this.moveTo(this.bounded(this.place()), 'out-of-bounds', true))
    },
    attached() {
      // The area has its size once it is laid out.
      requestAnimationFrame(() => {
        if (hostOf(this).isConnected) this.obey()
      })
    },
  },
  observers: {
    'x, y, scaleValue'() {
      this.obey()
    },
  },
  methods: {
    place(): Place {
      return places.get(hostOf(this)) ?? { x: 0, y: 0, scale: 1 }
    },
    bounded(place: Place): Place {
      const host = hostOf(this)
      const area = host.closest<HTMLElement>('wx-movable-area')
      return area ? inBounds(place, sizeOf(host), sizeOf(area)) : place
    },
    /** Goes where the program wants it. */
    obey(): void {
      if (!hostOf(this).isConnected) return
      const { scaleValue, animation } = this.data
      const [x, y] = [this.data.x, this.data.y] as unknown[]
      const before = this.place()
      const px = (value: unknown, usual: number): number => {
        const number = parseFloat(String(value))
        return Number.isNaN(number) ? usual : number
      }
      const wanted = { x: px(x, before.x), y: px(y, before.y), scale: this.scaled(scaleValue) }
      this.moveTo(this.bounded(wanted), '', animation)
    },
    scaled(scale: number): number {
      const { scaleMin, scaleMax } = this.data
      // WeChat's own bounds, whatever is asked for.
      return Math.min(Math.max(scale, scaleMin, 0.1), scaleMax, 10)
    },
    follow(before: Place, { dx, dy, scale }: Change): void {
      const { direction, outOfBounds } = this.data
      const horizontal = direction === 'all' || direction === 'horizontal'
      const vertical = direction === 'all' || direction === 'vertical'
      const wanted = {
        x: before.x + (horizontal ? dx : 0),
        y: before.y + (vertical ? dy : 0),
        scale: this.data.scale ? this.scaled(before.scale * scale) : before.scale,
      }
      const inside = this.bounded(wanted)
      const isOut = inside.x !== wanted.x || inside.y !== wanted.y
      if (outOfBounds && isOut) this.moveTo(wanted, 'touch-out-of-bounds', false)
      else this.moveTo(inside, 'touch', false)
    },
    moveTo(place: Place, source: Source, animated: boolean): void {
      const host = hostOf(this)
      const before = this.place()
      places.set(host, place)
      host.style.transition = animated ? 'transform 0.2s' : 'none'
      host.style.transform = `translate(${place.x}px, ${place.y}px) scale(${place.scale})`
      const { x, y, scale } = place
      if (x !== before.x || y !== before.y) emit(this, 'change', { x, y, source })
      if (scale !== before.scale) emit(this, 'scale', { x, y, scale })
    },
  },
})
