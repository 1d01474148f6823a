/** `npm run deploy` */
import { main } from '../command/main'
import { DEPLOY } from './command'
import { deploy } from './deploy'

await main(DEPLOY, ({ values }, context) => deploy(values, context))
