/** `npm run check`: everything that can be known without running the program. */
import { checkAll, CHECKS } from './checks'
import { defineCommand } from '../command/command'
import { oneOf } from '../command/kinds'
import { main } from '../command/main'

const NAMES = CHECKS.map(({ name }) => name)

const CHECK = defineCommand({
  name: 'npm run check',
  about: 'Looks at everything that can be known without running the program.',
  operands: { name: 'check', kind: oneOf(NAMES), help: 'all of them unless given', least: 0, most: NAMES.length },
  options: {},
  notes: 'Exit: 0 all checks hold, 1 one does not, 2 the command was given wrongly.',
})

await main(CHECK, async ({ operands }) => {
  const chosen = CHECKS.filter(({ name }) => operands.length === 0 || operands.includes(name))
  return (await checkAll(chosen)) ? 0 : 1
})
