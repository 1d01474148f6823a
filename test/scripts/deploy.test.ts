import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { COLLECTIONS } from '../../cloudfunctions/vehicleLicense/src/state/collections'
import { readArguments } from '../../scripts/command/read'
import { DEPLOY } from '../../scripts/deploy/command'
import { ROOT } from '../../scripts/paths'
import { APPID, createAccountFolder } from './account-files'
import { type Answer, type Asked, type StandIn, startWechat } from './wechat'

const SECRET = 'the-app-secret'
const TOKEN = 'the-access-token'
const ENVIRONMENT = 'env-1'

const tsx = createRequire(__filename).resolve('tsx/cli')
const { folder, key, keyFile } = createAccountFolder()

let wechat: StandIn | undefined
afterEach(() => wechat?.close())

const ACTIVE = {
  FunctionName: 'any',
  Handler: 'index.main',
  MemorySize: 256,
  Timeout: 20,
  Status: 'Active',
  InstallDependency: 'TRUE',
  Runtime: 'Nodejs18.15',
  Environment: { Variables: [] },
  PublicNetConfig: { EipConfig: { EipStatus: 'DISABLE', EipAddress: [] } },
}
const CLOUD: Readonly<Record<string, object>> = {
  DescribeEnvs: {
    EnvList: [
      {
        EnvId: ENVIRONMENT,
        Source: 'miniapp',
        Alias: 'test',
        Status: 'NORMAL',
        CreateTime: '2026-01-01 00:00:00',
        UpdateTime: '2026-01-01 00:00:00',
        Databases: [],
        Storages: [],
        Functions: [{ Namespace: ENVIRONMENT, Region: 'ap-shanghai' }],
      },
    ],
  },
  GetFunction: ACTIVE,
  BatchCreateTrigger: {},
}

/** Tencent Cloud's replies through WeChat's agent. */
function answerCloud({ host, path, body }: Asked): object | undefined {
  if (host.startsWith('scf.')) return { Response: { RequestId: '1' } }
  if (path === '/wxa/ci/getqcloudapisignature') return { errCode: 0, header: 'x-signed: yes' }
  if (path !== '/wxa/ci/cloudapihttpagent') return undefined
  const { action } = (body as { agentReq: { action: string } }).agentReq
  const content = JSON.stringify({ Response: { RequestId: '1', ...CLOUD[action] } })
  return { errCode: 0, data: { base_resp: { ret: 0 }, content } }
}

const answerApi = ({ path }: Asked): object =>
  path === '/cgi-bin/stable_token' ? { access_token: TOKEN, expires_in: 7200 } : { errcode: 0, errmsg: 'ok' }

async function deploy(env: Record<string, string>, answer: Answer = () => undefined) {
  const asked: Asked[] = []
  wechat = await startWechat(undefined, (request) => {
    asked.push(request)
    const isApi = request.host === 'api.weixin.qq.com'
    return answer(request) ?? (isApi ? answerApi(request) : answerCloud(request))
  })
  const certificate = join(folder, 'certificate.pem')
  writeFileSync(certificate, wechat.certificate)
  const child = spawn(
    process.execPath,
    [tsx, `${ROOT}/scripts/deploy/index.ts`, '--appid', APPID, '--key', keyFile, '--env', ENVIRONMENT],
    {
      env: {
        PATH: process.env.PATH,
        ENV_FILE: '',
        ...env,
        HTTPS_PROXY: wechat.proxy,
        NODE_EXTRA_CA_CERTS: certificate,
      },
    },
  )
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, output, asked, api: asked.filter(({ host }) => host === 'api.weixin.qq.com') }
}

test('uploads both functions, sets the timer, creates the database and declares the permission', async () => {
  const { status, output, asked, api } = await deploy({ WECHAT_SECRET: SECRET })
  expect(output).toContain('Declared the permission')
  expect(status).toBe(0)
  for (const line of ['Uploaded vehicleLicense.', 'Uploaded sweep.', 'Set the timer of sweep.', 'Declared']) {
    expect(output).toContain(line)
  }
  const uploads = asked.filter(({ host }) => host.startsWith('scf.')).map(({ body }) => body as Record<string, unknown>)
  expect(uploads.map(({ FunctionName, InstallDependency }) => [FunctionName, InstallDependency]).sort()).toEqual([
    ['sweep', 'TRUE'],
    ['vehicleLicense', 'TRUE'],
  ])
  const agent = asked.filter(({ path }) => path.endsWith('cloudapihttpagent')).map(({ body }) => JSON.stringify(body))
  expect(agent.filter((body) => body.includes('BatchCreateTrigger')).join()).toContain('0 */10 * * * * *')

  const made = api.filter(({ path }) => path === '/tcb/databasecollectionadd').map(({ body }) => body)
  expect(made).toEqual(Object.values(COLLECTIONS).map(({ name }) => ({ env: ENVIRONMENT, collection_name: name })))
  const indexed = api.filter(({ path }) => path === '/tcb/updateindex').map(({ body }) => body)
  expect(indexed).toHaveLength(3)
  expect(indexed[0]).toMatchObject({
    collection_name: COLLECTIONS.counters.name,
    create_indexes: [{ name: 'expireAt_1', unique: false, keys: [{ name: 'expireAt', direction: '1' }] }],
  })
  expect(api.slice(1).map(({ query }) => query.get('access_token'))).toEqual(Array(8).fill(TOKEN))
  expect(output).not.toContain(SECRET)
  expect(output).not.toContain(TOKEN)
  for (const name of ['vehicleLicense', 'sweep']) {
    const bundle = readFileSync(`${ROOT}/cloudfunctions/${name}/index.js`, 'utf8')
    expect(bundle).not.toContain(SECRET)
    expect(bundle).not.toContain(key.split('\n')[3])
  }
})

test('keeps an existing database, and explains what to do if the permission cannot be declared', async () => {
  const { status, output } = await deploy({ WECHAT_SECRET: SECRET }, ({ path }) => {
    if (path.startsWith('/tcb/database') || path === '/tcb/updateindex') {
      return { errcode: -501000, errmsg: 'Table exist' }
    }
    return path === '/tcb/uploadfuncconfig' ? { errcode: 48001, errmsg: 'api unauthorized' } : undefined
  })
  expect(output).toContain(`Found the collection ${COLLECTIONS.counters.name}`)
  expect(output).toContain('48001')
  expect(output).toContain('DevTools')
  expect(status).toBe(0)
})

test('says what is left to do without the secret', async () => {
  const { status, output, api } = await deploy({})
  expect(output).toContain('No WECHAT_SECRET')
  expect(api).toHaveLength(0)
  expect(status).toBe(0)
})

test.each<[string, Answer, string]>([
  [
    'a missing function',
    ({ body }) =>
      JSON.stringify(body).includes('"GetFunction"')
        ? {
            errCode: 0,
            data: {
              base_resp: { ret: 0 },
              content: JSON.stringify({ Response: { Error: { Code: 'ResourceNotFound.Function', Message: 'none' } } }),
            },
          }
        : undefined,
    'Node.js 18.15',
  ],
  ['an IP address that is not whitelisted', () => ({ errCode: -10008, errMsg: 'invalid ip: 127.0.0.1' }), 'IP白名单'],
  [
    'a wrong secret',
    ({ path }) => (path === '/cgi-bin/stable_token' ? { errcode: 40125, errmsg: 'invalid appsecret' } : undefined),
    '40125',
  ],
  [
    'an environment of another account',
    ({ path }) => (path.startsWith('/tcb/') ? { errcode: -501005, errmsg: 'env not exist' } : undefined),
    '-501005',
  ],
])('explains %s', async (_, answer, words) => {
  const { status, output } = await deploy({ WECHAT_SECRET: SECRET }, answer)
  expect(output).toContain(words)
  expect(output).not.toContain(SECRET)
  expect(status).toBe(1)
})

test('lists all missing options at once', () => {
  expect(readArguments(DEPLOY, [], {})).toEqual({
    kind: 'invalid',
    problems: ['--appid', '--key', '--env'].map((what) => expect.stringContaining(`${what} is missing`) as string),
  })
})

test('falls back to environment variables', () => {
  const env = { WECHAT_APPID: APPID, WECHAT_PRIVATE_KEY_PATH: keyFile, WECHAT_CLOUD_ENV: ENVIRONMENT }
  expect(readArguments(DEPLOY, [], env)).toMatchObject({
    kind: 'parsed',
    values: { appid: APPID, key: keyFile, env: ENVIRONMENT },
  })
})
