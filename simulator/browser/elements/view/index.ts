import { defineElement } from '../define'

export const element = defineElement({ hover: 'none' })
