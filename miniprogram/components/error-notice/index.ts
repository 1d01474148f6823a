import { words } from '../words'

/** What went wrong and what to do about it; the ways on stand in the slot. */
Component({
  behaviors: [words('error')],
  properties: {
    message: { type: String, value: '' },
    /** WeChat's own number for it, for whoever is told; 0 where there is none. */
    wechatCode: { type: Number, value: 0 },
  },
})
