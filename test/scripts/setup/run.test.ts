import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { run, type SetupContext } from '../../../scripts/setup/run'
import { APPID, createAccountFolder } from '../account-files'

const { folder, write, key, keyFile } = createAccountFolder()
let count = 0

/** Runs the command with its own files; `answers` are a person's, in order. */
async function setup(argv: readonly string[], { env = {}, answers, before = {} }: Partial<Setup> = {}) {
  count += 1
  const files = { variables: join(folder, `variables-${count}`), devTools: join(folder, `dev-tools-${count}.json`) }
  if (before.variables !== undefined) write(`variables-${count}`, before.variables)
  if (before.devTools !== undefined) write(`dev-tools-${count}.json`, before.devTools)
  let [out, error] = ['', '']
  const questions: string[] = []
  const left = [...(answers ?? [])]
  const person = {
    ask(question: string) {
      questions.push(question)
      const answer = left.shift()
      return answer === undefined ? Promise.reject(new Error('no more answers')) : Promise.resolve(answer)
    },
    tell: (text: string) => void (out += text),
  }
  const context: SetupContext = {
    ...{ env, files, out: (text) => void (out += text), error: (text) => void (error += text) },
    ...(answers && { person }),
  }
  const status = await run(argv, context)
  const read = (file: string) => readFileSync(file, 'utf8')
  return {
    ...{ status, out, error, questions },
    variables: () => parseEnv(read(files.variables)),
    devTools: () => JSON.parse(read(files.devTools)) as unknown,
  }
}

interface Setup {
  readonly env: Record<string, string>
  readonly answers: readonly string[]
  readonly before: { readonly variables?: string; readonly devTools?: string }
}

const GIVEN = ['--appid', APPID, '--key', keyFile]

test('saves the given account and lists what is left to do', async () => {
  const { status, out, error, variables, devTools } = await setup([...GIVEN, '--env', 'cloud-1'])
  expect([status, error]).toEqual([0, ''])
  expect(variables()).toEqual({
    WECHAT_APPID: APPID,
    WECHAT_PRIVATE_KEY_PATH: keyFile,
    WECHAT_CLOUD_ENV: 'cloud-1',
  })
  expect(devTools()).toEqual({ appid: APPID })
  for (const words of [
    'IP白名单',
    '用户隐私保护指引',
    '摄像头',
    '选中的照片或视频信息',
    '剪切板',
    '微信云开发',
    'cloud-1',
  ]) {
    expect(out).toContain(words)
  }
  for (const name of ['vehicleLicense, sweep', 'ocr.vehicleLicense', '仅创建者可读写']) expect(out).toContain(name)
  expect(out).not.toContain('合法域名')
})

test('an own server has to be declared in the console, and needs no cloud', async () => {
  const { out, variables } = await setup([...GIVEN, '--server', 'https://ocr.example.com/'])
  expect(variables()).toMatchObject({ SERVER_URL: 'https://ocr.example.com' })
  expect(out).toContain('request合法域名: https://ocr.example.com\n')
  expect(out).toContain('uploadFile合法域名: https://ocr.example.com\n')
  expect(out).toContain('识别时，照片发送到运营者的服务器（ocr.example.com）')
  expect(out).not.toContain('云函数')
})

test('keeps other settings in the files and removes outdated ones', async () => {
  const before = {
    variables: "DAILY_LIMIT=5\nSERVER_URL='https://old.example.com'\n",
    devTools: '{"appid":"wxold","setting":{"urlCheck":false}}',
  }
  const { variables, devTools } = await setup(GIVEN, { before })
  expect(variables()).toEqual({ DAILY_LIMIT: '5', WECHAT_APPID: APPID, WECHAT_PRIVATE_KEY_PATH: keyFile })
  expect(devTools()).toEqual({ appid: APPID, setting: { urlCheck: false } })
})

describe('on a terminal', () => {
  test('asks for missing values until the answer is valid', async () => {
    const answers = ['wx1', APPID, join(folder, 'no.key'), keyFile, 'http://plain.example.com', 'cloud-1']
    const { status, out, questions, variables } = await setup([], { answers })
    expect(status).toBe(0)
    expect(questions).toHaveLength(6)
    expect(out).toContain('appid must be an appid (wx and 16 hex digits), not "wx1"')
    expect(out).toContain('key file not found')
    expect(out).toContain('back end must be empty, the ID of a cloud environment, or a URL')
    expect(variables()).toMatchObject({ WECHAT_APPID: APPID, WECHAT_CLOUD_ENV: 'cloud-1' })
  })

  test('offers the saved values', async () => {
    const env = { WECHAT_APPID: APPID, WECHAT_PRIVATE_KEY_PATH: keyFile, SERVER_URL: 'https://ocr.example.com' }
    const { questions, variables } = await setup([], { env, answers: ['', '', ''] })
    expect(questions[0]).toContain(`[${APPID}]`)
    expect(variables()).toEqual(env)
  })

  test('an empty answer means the account’s default environment', async () => {
    const { variables } = await setup(GIVEN, { answers: [''] })
    expect(Object.keys(variables())).toEqual(['WECHAT_APPID', 'WECHAT_PRIVATE_KEY_PATH'])
  })
})

test('without a terminal it reports all problems at once and saves nothing', async () => {
  const { status, error, variables } = await setup(['--appid', 'wx1', '--env', 'a', '--server', 'https://b.example'])
  expect(status).toBe(2)
  expect(error).toContain('--appid must be an appid')
  expect(error).toContain('--key is missing')
  expect(variables).toThrow('ENOENT')
})

test('allows only one back end', async () => {
  const { status, error } = await setup([...GIVEN, '--env', 'a', '--server', 'https://b.example'])
  expect(status).toBe(2)
  expect(error).toContain('give --env or --server')
})

test('leaves an invalid private configuration alone', async () => {
  const { status, error, variables } = await setup(GIVEN, { before: { devTools: '{' } })
  expect(status).toBe(1)
  expect(error).toContain('project.private.config.json is not valid JSON')
  expect(variables).toThrow('ENOENT')
})

test('the key itself is never saved', async () => {
  const { out, variables } = await setup(GIVEN)
  const secret = key.split('\n')[3] ?? ''
  expect(secret).toHaveLength(64)
  expect(out + JSON.stringify(variables())).not.toContain(secret)
})
