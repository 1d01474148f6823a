import { defineElement, hostOf } from '../define'

export const element = defineElement({
  properties: { selectable: Boolean, userSelect: Boolean, space: String, decode: Boolean },
  observers: {
    'selectable, userSelect'(selectable: boolean, userSelect: boolean) {
      hostOf(this).style.userSelect = selectable || userSelect ? 'text' : ''
    },
    space(space: string) {
      hostOf(this).style.whiteSpace = space ? 'pre-wrap' : ''
    },
  },
})
