import { type Quad, WHOLE } from '../../image/quad'
import { CORNERS } from '../../image/crop/corners'
import { edgeStyles, shadeStyle } from './outline'

/** Shows the crop over a picture, in a box of the picture's size. */
Component({
  properties: {
    /** Quad; shares 0..1 of the picture */
    quad: { type: Object, value: WHOLE },
    /** Size of the picture, rpx */
    width: { type: Number, value: 0 },
    height: { type: Number, value: 0 },
  },
  data: { corners: CORNERS, shade: '', edges: [] as string[] },
  observers: {
    'quad, width, height'(quad: Quad, width: number, height: number) {
      this.setData({ shade: shadeStyle(quad), edges: edgeStyles(quad, { width, height }) })
    },
  },
})
