import { chosenPicture, sizeAsTurned } from '../../vehicle-license/crop/chosen'
import { drag, type Dragging, drop, grab, reset, startDragging, undo } from '../../vehicle-license/crop/dragging'
import { isWhole, WHOLE } from '../../vehicle-license/crop/quad'
import type { Point } from '../../vehicle-license/recognition'
import { type Layout, layOut, type Loupe, loupeAt, type Rect, sharesOf } from './layout'

/** A fingertip. px */
const REACH_PX = 48
/** Between two pictures of a drag at least: more are more than the way to the screen carries. ms */
const FRAME_MS = 33

const CORNER_NAMES = ['左上角 Left top', '右上角 Right top', '右下角 Right bottom', '左下角 Left bottom']

const placeOf = ({ changedTouches: [touch] }: WechatMiniprogram.TouchEvent): Point => ({
  x: touch?.clientX ?? 0,
  y: touch?.clientY ?? 0,
})

/** Cuts a license out of a picture by its four corners. Triggers `done` with a Quad in shares, or `cancel`. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** ChosenPicture, its size known */
    picture: { type: Object, value: chosenPicture('', '') },
  },
  data: {
    names: CORNER_NAMES,
    layout: null as Layout | null,
    dragging: startDragging(WHOLE),
    loupe: null as Loupe | null,
    whole: true,
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
    grab(event: WechatMiniprogram.TouchEvent) {
      const { layout, dragging } = this.data
      if (layout && !dragging.held)
        this.show(grab(dragging, sharesOf(placeOf(event), layout), layout.picture, REACH_PX))
    },
    drag(event: WechatMiniprogram.TouchEvent) {
      const { layout, dragging, drawnAt } = this.data
      if (!layout || !dragging.held || Date.now() - drawnAt < FRAME_MS) return
      this.show(drag(dragging, sharesOf(placeOf(event), layout)))
    },
    drop(event: WechatMiniprogram.TouchEvent) {
      const { layout, dragging } = this.data
      if (layout && dragging.held) this.show(drop(drag(dragging, sharesOf(placeOf(event), layout))))
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
