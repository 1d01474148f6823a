/** `npm run check` */
import { checkAll, CHECKS } from './checks'
import { defineCommand } from '../command/command'
import { oneOf } from '../command/kinds'
import { main } from '../command/main'

const NAMES = CHECKS.map(({ name }) => name)

const CHECK = defineCommand({
  name: 'npm run check',
  about: 'Checks everything that needs no running program: types, lint, format, templates and package size.',
  operands: { name: 'check', kind: oneOf(NAMES), help: 'default: all', min: 0, max: NAMES.length },
  options: {},
  notes: 'Exit code: 0 all passed, 1 a check failed, 2 usage error.',
})

await main(CHECK, async ({ operands }) => {
  const chosen = CHECKS.filter(({ name }) => operands.length === 0 || operands.includes(name))
  return (await checkAll(chosen)) ? 0 : 1
})
