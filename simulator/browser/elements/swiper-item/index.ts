import { defineElement } from '../define'

export const element = defineElement({ properties: { itemId: String, skipHiddenItemLayout: Boolean } })
