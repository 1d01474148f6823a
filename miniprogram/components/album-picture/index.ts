import { chosenPicture, type ChosenPicture, fit, sizeAsTurned } from '../../vehicle-license/crop/chosen'
import type { Size } from '../../vehicle-license/picture/pose'
import { isWhole } from '../../vehicle-license/crop/quad'
import type { RecognitionType } from '../../vehicle-license/recognition'
import { words } from '../words'

/** rpx */
const WIDTH = 702
const HEIGHT = 620
/** Of one of two, so that both are seen at once. */
const HALF_HEIGHT = 400

/**
 * A picture of the album with what is done to it, and what can be done. Triggers `enlarge`, `turn`, `crop`, `replace`,
 * `remove`; `type` with a RecognitionType; `load` with its size in px and `error` as the phone shows it or not.
 */
Component({
  behaviors: [words('albumPicture')],
  properties: {
    /** ChosenPicture */
    picture: { type: Object, value: chosenPicture('', '') },
    /** Whether it is one of two. */
    half: { type: Boolean, value: false },
    /** Whether it is on its way and stays as it is. */
    busy: { type: Boolean, value: false },
  },
  data: { width: 0, height: 0, boxHeight: HEIGHT, cropped: false },
  observers: {
    'picture, half'(picture: ChosenPicture, half: boolean) {
      const boxHeight = half ? HALF_HEIGHT : HEIGHT
      const size = fit(sizeAsTurned(picture), { width: WIDTH, height: boxHeight })
      this.setData({ ...size, boxHeight, cropped: !isWhole(picture.quad) })
    },
  },
  methods: {
    tell({ currentTarget }: DataEvent<{ event: string }>) {
      this.triggerEvent(currentTarget.dataset.event)
    },
    onType({ detail }: { detail: RecognitionType }) {
      this.triggerEvent('type', detail)
    },
    onLoad({ detail }: { detail: Size }) {
      this.triggerEvent('load', detail)
    },
    onError() {
      this.triggerEvent('error')
    },
  },
})
