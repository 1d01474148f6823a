/** `npm run build` */
import { defineCommand } from '../command/command'
import { main } from '../command/main'
import { buildFunctions } from './functions'

const BUILD = defineCommand({
  name: 'npm run build',
  about: 'Bundles each cloud function to cloudfunctions/NAME/index.js, ready to upload.',
  options: {},
})

await main(BUILD, async (_, { out }) => {
  for (const { name, bytes } of await buildFunctions()) {
    out(`cloudfunctions/${name}/index.js  ${(bytes / 1000).toFixed(1)} kB\n`)
  }
  return 0
})
