/** `npm run preview` */
import { main } from './command/main'
import { PREVIEW } from './miniprogram/commands'
import { publish } from './miniprogram/publish'

await main(PREVIEW, ({ values }, context) => publish('preview', values, context))
