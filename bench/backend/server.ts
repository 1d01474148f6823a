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
/** Alternating runs of each target. */
const RUNS = 5
const MEMORY_REQUESTS = 10_000
/** Relative to a proxy that does the same work. */
const THROUGHPUT_GOAL = 1
const ADDED_GOAL_MS = 1
/** Allowed growth of resident memory in the second half of the requests. */
const MAX_GROWTH = 1.1

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

/** Alternates on one connection between the server, a proxy that does the same work, and the call that both make. */
async function measureLatency(
  server: Target,
  parsingProxy: Target,
  wechat: Target,
  picture: () => Buffer,
): Promise<readonly Figure[]> {
  const targets = [server, parsingProxy, wechat]
  const [ours, proxied, bare]: [number[], number[], number[]] = [[], [], []]
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const body = formOf(picture())
    const times = [ours, proxied, bare]
    for (const [i, target] of targets.entries()) {
      const ms = await post(target, body)
      if (round >= 0) times[i]?.push(ms)
    }
  }
  return [
    ...addedTime('server over the parsing proxy', { ours, peer: proxied }, () => ADDED_GOAL_MS),
    ...addedTime('server over a bare undici call', { ours, peer: bare }),
  ]
}

/** Number of requests, or duration in seconds. */
type Amount = { readonly amount: number } | { readonly duration: number }

/** @returns the number of successful requests */
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
  // Ratios of adjacent runs cancel other load on the machine.
  const ratio = median(runs.map((run) => run.server / run.parsing))
  return [
    {
      name: `proxy that extracts the picture from the form, ${CONNECTIONS} connections, median of ${RUNS}`,
      value: median(runs.map(({ parsing }) => parsing)),
      unit: '1/s',
    },
    { name: 'server', value: median(runs.map((run) => run.server)), unit: '1/s' },
    {
      name: 'server relative to that proxy',
      value: ratio,
      unit: 'x',
      goal: `>= ${THROUGHPUT_GOAL}`,
      reached: ratio >= THROUGHPUT_GOAL,
    },
    { name: 'bare proxy, which forwards the form', value: median(runs.map(({ bare }) => bare)), unit: '1/s' },
    {
      name: 'server relative to the bare proxy',
      value: median(runs.map((run) => run.server / run.bare)),
      unit: 'x',
    },
  ]
}

/** Resident memory after half and after all of many requests. */
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
      name: 'memory growth in the second half',
      value: end / half,
      unit: 'x',
      goal: `<= ${MAX_GROWTH}`,
      reached: end / half <= MAX_GROWTH,
    },
  ]
}

/** Measures the companion server in its own process, in front of a mock of WeChat. */
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
