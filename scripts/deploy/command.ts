import { ACCOUNT, ENVIRONMENT_ID, HELP, VARIABLES } from '../account/options'
import { defineCommand, type ArgumentsOf } from '../command/command'
import { flag, option } from '../command/options'

export const DEPLOY = defineCommand({
  name: 'npm run deploy',
  about: `Bundles the cloud functions, uploads them to WeChat's cloud, which installs wx-server-sdk, and sets the timer of
sweep.`,
  options: {
    ...ACCOUNT,
    env: option(ENVIRONMENT_ID, HELP.environment, { variable: VARIABLES.environment, isRequired: true }),
    json: flag('print one JSON object on stdout and nothing else'),
  },
  answersInJson: true,
  notes: `WECHAT_SECRET, only from the environment, is the mini program's app secret. With it, the command also creates the
database's collections and indexes and declares the function's permission.

Uses HTTPS_PROXY if set. Values saved by \`npm run setup\` can be omitted.

Exit code: 0 deployed, 1 failed, 2 usage error.`,
})

export type DeployValues = ArgumentsOf<typeof DEPLOY>['values']
