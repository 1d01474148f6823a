/** `npm run upload` */
import { main } from './command/main'
import { UPLOAD } from './miniprogram/commands'
import { publish } from './miniprogram/publish'

await main(UPLOAD, ({ values }, context) => publish('upload', values, context))
