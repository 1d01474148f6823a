import type { Point } from '../../../image/point'
import { isWhole, WHOLE } from '../../../image/quad'
import { editorPicture, sizeAsTurned } from '../../../services/pictures/editor-picture'
import { drag, type Dragging, drop, grab, reset, startDragging, undo } from '../../../image/crop/dragging'
import { type Layout, layOut, type Loupe, loupeAt, type Rect, sharesOf } from './layout'
import { words } from '../../../components/words'

/** How far a finger may be from a corner. */
const REACH_PX = 48
/** Limits how often a drag calls `setData`. */
const FRAME_MS = 33

const CORNER_NAMES = ['leftTop', 'rightTop', 'rightBottom', 'leftBottom'] as const

const placeOf = ({ clientX, clientY }: WechatMiniprogram.TouchDetail): Point => ({ x: clientX, y: clientY })

/** Crops a picture by its four corners. Triggers `done` with a Quad in shares, or `cancel`. */
Component({
  behaviors: [words('crop')],
  properties: {
    /** EditorPicture with its size */
    picture: { type: Object, value: editorPicture('') },
  },
  data: {
    names: CORNER_NAMES,
    layout: null as Layout | null,
    dragging: startDragging(WHOLE),
    loupe: null as Loupe | null,
    whole: true,
    /** ID of the finger that drags; others are ignored. */
    finger: 0,
    /** ms since 1970 */
    drawnAt: 0,
  },
  lifetimes: {
    ready() {
      this.show(startDragging(this.data.picture.quad))
      this.createSelectorQuery()
        .select('.stage')
        .boundingClientRect((stage: Rect) => this.setData({ layout: layOut(stage, sizeAsTurned(this.data.picture)) }))
        .exec()
    },
  },
  methods: {
    show(dragging: Dragging) {
      const { layout } = this.data
      const held = dragging.held && dragging.quad[dragging.held.corner]
      const loupe = layout && held ? loupeAt(held, layout) : null
      this.data.drawnAt = Date.now()
      this.setData({ dragging, loupe, whole: isWhole(dragging.quad) })
    },
    grab({ changedTouches: [touch] }: WechatMiniprogram.TouchEvent) {
      const { layout, dragging } = this.data
      if (!layout || !touch || dragging.held) return
      this.data.finger = touch.identifier
      this.show(grab(dragging, sharesOf(placeOf(touch), layout), layout.picture, REACH_PX))
    },
    /** Moves the corner to its finger; undefined for events of other fingers. */
    follow({ changedTouches }: WechatMiniprogram.TouchEvent): Dragging | undefined {
      const { layout, dragging, finger } = this.data
      const touch = changedTouches.find(({ identifier }) => identifier === finger)
      return layout && touch && dragging.held ? drag(dragging, sharesOf(placeOf(touch), layout)) : undefined
    },
    drag(event: WechatMiniprogram.TouchEvent) {
      const dragging = this.follow(event)
      if (dragging && Date.now() - this.data.drawnAt >= FRAME_MS) this.show(dragging)
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      const dragging = this.follow(event)
      if (dragging) this.show(drop(dragging))
    },
    undo() {
      this.show(undo(this.data.dragging))
    },
    reset() {
      if (!this.data.whole) this.show(reset(this.data.dragging))
    },
    cancel() {
      this.triggerEvent('cancel')
    },
    done() {
      this.triggerEvent('done', this.data.dragging.quad)
    },
  },
})
