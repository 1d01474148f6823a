/** `npm run deploy`: the cloud functions, their timer and their database, to WeChat's cloud. */
import { type DeployArguments, HELP, parseDeployArguments } from './deploy/arguments'
import { makeDatabase } from './deploy/database'
import { declarePermissions } from './deploy/permissions'
import { ApiError, openApi } from './deploy/wechat-api'
import { runScript } from './tsx'

const BY_HAND =
  'Upload vehicleLicense once by WeChat DevTools (上传并部署：云端安装依赖), which declares its permission.'

/** What miniprogram-ci cannot do. @throws ApiError */
async function setUp({ appid, environment }: DeployArguments, secret: string): Promise<void> {
  const call = await openApi(appid, secret, process.env.WECHAT_BASE_URL)
  await makeDatabase(call, environment, console.log)
  try {
    await declarePermissions(call, environment)
    console.log('Declared the permission of vehicleLicense.')
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    console.log(`The permission of vehicleLicense was not declared: ${error.message}\n${BY_HAND}`)
  }
}

async function deploy(argv: readonly string[]): Promise<number> {
  const parsed = parseDeployArguments(argv, process.env)
  if (parsed.kind === 'help') {
    console.log(HELP)
    return 0
  }
  if (parsed.kind === 'missing') {
    console.error(`${parsed.problems.map((problem) => `- ${problem}`).join('\n')}\n\n${HELP}`)
    return 1
  }
  const { status, output } = await runScript('scripts/deploy/hand-over.ts', [JSON.stringify(parsed.arguments)])
  console.log(output.trim())
  if (status !== 0) return status

  const { WECHAT_SECRET: secret = '' } = process.env
  if (secret === '') {
    console.log(
      `No WECHAT_SECRET: the function makes its collections itself when it first needs them, but not their indexes, ` +
        `without which the sweep slows down as they grow.\n${BY_HAND}`,
    )
    return 0
  }
  try {
    await setUp(parsed.arguments, secret)
    return 0
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    console.error(`The database is not set up: ${error.message}`)
    return 1
  }
}

process.exitCode = await deploy(process.argv.slice(2))
