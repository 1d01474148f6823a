import { parseArgs } from 'node:util'
import { buildFunctions } from './functions'

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } })

if (values.help) {
  console.log('npm run build: bundles each cloud function to cloudfunctions/NAME/index.js, ready to be uploaded')
} else {
  for (const { name, bytes } of await buildFunctions()) {
    console.log(`cloudfunctions/${name}/index.js  ${(bytes / 1000).toFixed(1)} kB`)
  }
}
