import autocannon from 'autocannon'
import { Agent, request } from 'undici'
import { HTTPS_PATH } from '../../recognition/wechat/api'
import { type Figure, median } from '../figures'
import { addedTime } from './added-time'
import { FORM_TYPE, formOf } from './multipart'
import { startProcess, type StartedProcess } from './processes/start'

const ROUNDS = 1_000
const WARM_UP = 500
const CONNECTIONS = 64
const SECONDS = 6
/** Runs of each, in turn, for the ratios. */
const RUNS = 5
const MEMORY_REQUESTS = 10_000
/** Over a proxy that does the same work. */
const THROUGHPUT_GOAL = 1
const ADDED_GOAL_MS = 1
/** What the resident memory may differ by from the second half of the requests to the first, to be called flat. */
const FLAT = 1.1

const ENVIRONMENT = {
  PORT: '0',
  ENGINE: 'https',
  WECHAT_APPID: 'wxbench',
  WECHAT_SECRET: 'bench',
  SESSION_SECRET: 'a secret of a benchmark, 32 characters or more',
  DAILY_LIMIT: '1000000',
  PERSON_DAILY_LIMIT: '1000000',
  PERSON_MINUTE_LIMIT: '1000000',
}

interface Target {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

async function login({ url }: StartedProcess): Promise<string> {
  const response = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: 'code-bench' }),
  })
  const { session } = (await response.json()) as { session: string }
  return session
}

const agent = new Agent({ connections: 1 })

async function post({ url, headers }: Target, body: Buffer): Promise<number> {
  const startedAt = performance.now()
  const response = await request(url, { method: 'POST', body, headers, dispatcher: agent })
  const text = await response.body.text()
  const ms = performance.now() - startedAt
  if (response.statusCode !== 200 || !text.includes('京A12345')) throw new Error(text)
  return ms
}

/** One connection: the server, a proxy that does the same work and the call that both make, in turn. */
async function measureLatency(
  server: Target,
  parsingProxy: Target,
  wechat: Target,
  picture: () => Buffer,
): Promise<readonly Figure[]> {
  const targets = [server, parsingProxy, wechat]
  const [ours, proxys, bare]: [number[], number[], number[]] = [[], [], []]
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const body = formOf(picture())
    const times = [ours, proxys, bare]
    for (const [i, target] of targets.entries()) {
      const ms = await post(target, body)
      if (round >= 0) times[i]?.push(ms)
    }
  }
  return [
    ...addedTime('server over the parsing proxy', { ours, peer: proxys }, () => ADDED_GOAL_MS),
    ...addedTime('server over a bare undici call', { ours, peer: bare }),
  ]
}

/** How much is asked: so many requests, or for so many seconds. */
type Amount = { readonly amount: number } | { readonly duration: number }

/** @returns how many requests were answered */
async function load({ url, headers }: Target, picture: () => Buffer, amount: Amount): Promise<number> {
  const result = await autocannon({
    ...amount,
    url,
    method: 'POST',
    headers,
    connections: CONNECTIONS,
    requests: [{ setupRequest: (asked) => ({ ...asked, body: formOf(picture()) }) }],
  })
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refused, ${result.errors} failed`)
  return result['2xx']
}

async function measureThroughput(
  server: Target,
  parsingProxy: Target,
  bareProxy: Target,
  picture: () => Buffer,
): Promise<readonly Figure[]> {
  const runs: Record<'server' | 'parsing' | 'bare', number>[] = []
  const perSecond = async (target: Target): Promise<number> =>
    (await load(target, picture, { duration: SECONDS })) / SECONDS
  for (let run = 0; run < RUNS; run += 1) {
    runs.push({
      parsing: await perSecond(parsingProxy),
      server: await perSecond(server),
      bare: await perSecond(bareProxy),
    })
  }
  // Pair by pair: what the machine does beside is done to both.
  const ratio = median(runs.map((run) => run.server / run.parsing))
  return [
    {
      name: `proxy that takes the picture out of its form, ${CONNECTIONS} connections, median of ${RUNS}`,
      value: median(runs.map(({ parsing }) => parsing)),
      unit: '1/s',
    },
    { name: 'server', value: median(runs.map((run) => run.server)), unit: '1/s' },
    {
      name: 'requests a second over that proxy’s',
      value: ratio,
      unit: 'x',
      goal: `>= ${THROUGHPUT_GOAL}`,
      reached: ratio >= THROUGHPUT_GOAL,
    },
    { name: 'bare proxy, which hands the form on unread', value: median(runs.map(({ bare }) => bare)), unit: '1/s' },
    {
      name: 'requests a second over the bare proxy’s',
      value: median(runs.map((run) => run.server / run.bare)),
      unit: 'x',
    },
  ]
}

/** After what came before: the resident memory at the half and at the end of many more requests. */
async function measureMemory(
  server: StartedProcess,
  target: Target,
  picture: () => Buffer,
): Promise<readonly Figure[]> {
  await load(target, picture, { amount: MEMORY_REQUESTS / 2 })
  const half = await server.memoryMb()
  await load(target, picture, { amount: MEMORY_REQUESTS / 2 })
  const end = await server.memoryMb()
  return [
    { name: `memory after ${MEMORY_REQUESTS / 2} requests`, value: half, unit: 'MB' },
    { name: `memory after ${MEMORY_REQUESTS} requests`, value: end, unit: 'MB' },
    {
      name: 'of these, the second over the first',
      value: end / half,
      unit: 'x',
      goal: `<= ${FLAT}`,
      reached: end / half <= FLAT,
    },
  ]
}

/** The companion server in a process of its own, in front of a stand-in for WeChat that answers at once. */
export async function* measureServer(picture: () => Buffer): AsyncIterable<readonly Figure[]> {
  const started: StartedProcess[] = []
  const start = async (script: string, env: Readonly<Record<string, string>> = {}): Promise<StartedProcess> => {
    const one = await startProcess(script, env)
    started.push(one)
    return one
  }
  try {
    const wechat = await start('bench/backend/processes/wechat.ts')
    const proxy = await start('bench/backend/processes/proxy.ts', { WECHAT_BASE_URL: wechat.url })
    const parsing = await start('bench/backend/processes/parsing-proxy.ts', { WECHAT_BASE_URL: wechat.url })
    const server = await start('scripts/serve.ts', { ...ENVIRONMENT, WECHAT_BASE_URL: wechat.url })
    const headers = { 'content-type': FORM_TYPE }
    const ours = {
      url: `${server.url}/vehicle-license`,
      headers: { ...headers, authorization: `Bearer ${await login(server)}` },
    }
    const wechatItself = { url: `${wechat.url}${HTTPS_PATH}?type=photo&access_token=token`, headers }
    const of = ({ url }: StartedProcess): Target => ({ url: `${url}/vehicle-license`, headers })
    yield await measureLatency(ours, of(parsing), wechatItself, picture)
    yield await measureThroughput(ours, of(parsing), of(proxy), picture)
    yield await measureMemory(server, ours, picture)
  } finally {
    await Promise.all(started.map((one) => one.stop()))
    await agent.close()
  }
}
