/** `npm run samples` */
import { defineCommand } from '../command/command'
import { main } from '../command/main'

const SAMPLES = defineCommand({
  name: 'npm run samples',
  about: 'Draws the sample licenses of the simulator, and the pictures of the mini program’s help, anew.',
  options: {},
})

await main(SAMPLES, async () => {
  await import('./draw')
  return 0
})
