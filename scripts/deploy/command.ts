import { ACCOUNT, ENVIRONMENT_ID, HELP, VARIABLES } from '../account/options'
import { defineCommand, type GivenTo } from '../command/command'
import { flag, option } from '../command/options'

export const DEPLOY = defineCommand({
  name: 'npm run deploy',
  about: `Bundles the cloud functions, hands them to WeChat's cloud, which installs wx-server-sdk, and sets the timer of the
sweep.`,
  options: {
    ...ACCOUNT,
    env: option(ENVIRONMENT_ID, HELP.environment, { variable: VARIABLES.environment, isRequired: true }),
    json: flag('one JSON object on stdout, and nothing else there'),
  },
  answersInJson: true,
  notes: `WECHAT_SECRET, only from the environment: the mini program's app secret. With it the database's collections and
indexes are made as well, and the function's permission is declared.

Goes through HTTPS_PROXY if that is set. What \`npm run setup\` wrote need not be given.

Exit: 0 it is there, 1 it is not, 2 the command was given wrongly.`,
})

export type DeployValues = GivenTo<typeof DEPLOY>['values']
