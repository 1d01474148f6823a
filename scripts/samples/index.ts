/** `npm run samples` */
import { defineCommand } from '../command/command'
import { main } from '../command/main'

const SAMPLES = defineCommand({
  name: 'npm run samples',
  about: 'Redraws the sample licenses of the simulator and the help pictures of the mini program.',
  options: {},
})

await main(SAMPLES, async () => {
  await import('./draw')
  return 0
})
