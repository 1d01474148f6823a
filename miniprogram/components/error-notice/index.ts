import { words } from '../words'

/** An error message; the slot has the buttons. */
Component({
  behaviors: [words('error')],
  properties: {
    message: { type: String, value: '' },
    /** WeChat's error number, or 0 */
    wechatCode: { type: Number, value: 0 },
  },
})
