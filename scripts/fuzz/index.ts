/** `npm run fuzz` */
import { processContext } from '../command/main'
import { run } from './run'

process.exitCode = await run(process.argv.slice(2), processContext())
