/** `npm run fuzz` */
import { surroundingsHere } from '../command/main'
import { run } from './run'

process.exitCode = await run(process.argv.slice(2), surroundingsHere())
