import { defineElement } from '../define'

export const element = defineElement({ properties: { scrollTop: Number } })
