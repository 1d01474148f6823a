import { defineElement, emit, hostOf } from '../define'
import { nodeOf } from '../../runtime/element-node'
import { type Change, trackTouches } from './gesture'
import { inBounds, type Place, type Size } from './place'

const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement): Size => ({ width: offsetWidth, height: offsetHeight })

/** Why a view moved, in its `change` event: a drag, the snap back into its area, or (empty) the program. */
type Source = 'touch' | 'touch-out-of-bounds' | 'out-of-bounds' | ''

/** WeChat's limits. */
const [MIN_SCALE, MAX_SCALE] = [0.1, 10]

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
    scaleMin: { type: Number, value: MIN_SCALE },
    scaleMax: { type: Number, value: MAX_SCALE },
    scaleValue: { type: Number, value: 1 },
    animation: { type: Boolean, value: true },
  },
  lifetimes: {
    created() {
      const onStart = (): ((change: Change) => void) | undefined => {
        const before = this.place()
        return this.data.disabled ? undefined : (change) => this.drag(before, change)
      }
      trackTouches(hostOf(this), onStart, () => this.moveTo(this.bounded(this.place()), 'out-of-bounds', true))
    },
    attached() {
      // The area has a size once it is laid out.
      requestAnimationFrame(() => this.moveToProperties())
    },
  },
  observers: {
    'x, y, scaleValue'() {
      this.moveToProperties()
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
    moveToProperties(): void {
      if (!nodeOf(this._$)?.isConnected) return
      const { scaleValue, animation } = this.data
      const before = this.place()
      const px = (value: unknown, fallback: number): number => {
        const number = parseFloat(String(value))
        return Number.isNaN(number) ? fallback : number
      }
      const target = { x: px(this.data.x, before.x), y: px(this.data.y, before.y), scale: this.scaled(scaleValue) }
      this.moveTo(this.bounded(target), '', animation)
    },
    scaled(scale: number): number {
      const { scaleMin, scaleMax } = this.data
      return Math.min(Math.max(scale, scaleMin, MIN_SCALE), scaleMax, MAX_SCALE)
    },
    drag(before: Place, { dx, dy, scale }: Change): void {
      const { direction, outOfBounds } = this.data
      const horizontal = direction === 'all' || direction === 'horizontal'
      const vertical = direction === 'all' || direction === 'vertical'
      const target = {
        x: before.x + (horizontal ? dx : 0),
        y: before.y + (vertical ? dy : 0),
        scale: this.data.scale ? this.scaled(before.scale * scale) : before.scale,
      }
      const inside = this.bounded(target)
      const isOut = inside.x !== target.x || inside.y !== target.y
      if (outOfBounds && isOut) this.moveTo(target, 'touch-out-of-bounds', false)
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
