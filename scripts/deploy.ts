/** `npm run deploy` */
import { main } from './command/main'
import { DEPLOY } from './deploy/command'
import { deploy } from './deploy/deploy'

await main(DEPLOY, ({ values }, surroundings) => deploy(values, surroundings))
