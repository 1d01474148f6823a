import type { Point } from '../../image/point'
import type { Area } from '../../image/rect'
import type { FieldPhoto } from '../../services/flow/card-photos'
import { words } from '../words'
import { baseOf, followed, type Stage, type Zoom, zoomOn } from './zoom'

/** Limits how often a gesture calls `setData`. */
const FRAME_MS = 33
/** Border width on the screen at any zoom. */
const MARK_PX = 2

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

const isAll = ({ width, height }: Area): boolean => width === 1 && height === 1

function markStyle(area: Area, scale: number): string {
  if (isAll(area)) return ''
  const place = `left: ${percent(area.x)}; top: ${percent(area.y)}; width: ${percent(area.width)}`
  return `${place}; height: ${percent(area.height)}; border-width: ${MARK_PX / scale}px; box-sizing: border-box`
}

/** A straightened card, zoomed to a field; can be pinched and dragged. Fills its parent. */
Component({
  behaviors: [words('cardView')],
  properties: {
    /** FieldPhoto | null */
    photo: { type: Object, value: null },
  },
  data: {
    style: '',
    mark: '',
    box: null as Box | null,
    zoom: { scale: 1, x: 0, y: 0 },
    /** Touch points and zoom at the start of the gesture. */
    from: [] as Point[],
    fromZoom: { scale: 1, x: 0, y: 0 },
    /** ms since 1970 */
    drawnAt: 0,
  },
  observers: {
    photo() {
      this.measure()
    },
  },
  lifetimes: {
    ready() {
      this.measure()
    },
  },
  methods: {
    fieldPhoto(): FieldPhoto | null {
      return this.data.photo
    },
    measure() {
      this.createSelectorQuery()
        .select('.box')
        .boundingClientRect((box: Box | null) => {
          if (!box || box.width === 0) return
          this.data.box = box
          const stage = this.stage()
          const photo = this.fieldPhoto()
          if (stage && photo) this.show(zoomOn(photo.area, stage))
          else this.setData({ style: '' })
        })
        .exec()
    },
    stage(): Stage | undefined {
      const { box } = this.data
      const photo = this.fieldPhoto()
      return box && photo ? { box, ratio: photo.card.width / photo.card.height } : undefined
    },
    show(zoom: Zoom) {
      const stage = this.stage()
      const photo = this.fieldPhoto()
      if (!stage || !photo) return
      const { width, height } = baseOf(stage)
      const { scale, x, y } = zoom
      this.data.zoom = zoom
      this.data.drawnAt = Date.now()
      this.setData({
        style: `width: ${width}px; height: ${height}px; transform: translate(${x}px, ${y}px) scale(${scale})`,
        mark: markStyle(photo.area, scale),
      })
    },
    points(touches: readonly WechatMiniprogram.TouchDetail[]): Point[] {
      const { left, top } = this.data.box ?? { left: 0, top: 0 }
      return touches.slice(0, 2).map(({ clientX, clientY }) => ({ x: clientX - left, y: clientY - top }))
    },
    /** A finger was added or lifted. */
    touch({ touches }: WechatMiniprogram.TouchEvent) {
      this.data.from = this.points(touches)
      this.data.fromZoom = this.data.zoom
    },
    move({ touches }: WechatMiniprogram.TouchEvent) {
      const stage = this.stage()
      if (!stage || Date.now() - this.data.drawnAt < FRAME_MS) return
      this.show(followed(this.data.fromZoom, this.data.from, this.points(touches), stage))
    },
  },
})
