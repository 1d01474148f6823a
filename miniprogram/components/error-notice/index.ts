/** What went wrong and what to do about it; the ways on stand in the slot. */
Component({
  options: { addGlobalClass: true },
  properties: {
    /** Text: { zh, en } */
    message: { type: Object, value: { zh: '', en: '' } },
    /** WeChat's own number for it, for whoever is told; 0 where there is none. */
    wechatCode: { type: Number, value: 0 },
  },
})
