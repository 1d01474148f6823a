import { errorOf } from './reply'

/** Renewed this long before it expires: clocks differ, and uploads take their time. */
const MARGIN_MS = 60_000

interface Granted {
  readonly token: string
  /** ms since 1970 */
  readonly expiresAt: number
}

export interface Session {
  /** A token that should be good: the one in memory, or that of a new login. */
  token(): Promise<string>
  /** The server no longer takes `token`. */
  drop(token: string): void
}

const post = (url: string, data: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    wx.request({ url, method: 'POST', data, success: (response) => resolve(response.data), fail: reject })
  })

async function logIn(url: string): Promise<Granted> {
  const { code } = await wx.login({})
  const reply = await post(`${url}/login`, { code })
  const { session, expiresInS } = (reply ?? {}) as Partial<{ session: string; expiresInS: number }>
  if (typeof session !== 'string' || typeof expiresInS !== 'number') throw errorOf(reply)
  return { token: session, expiresAt: Date.now() + expiresInS * 1000 - MARGIN_MS }
}

/** A person's session with the server at `url`. In memory alone: the next start of the app logs in anew. */
export function createSession(url: string): Session {
  /** One login at a time, whoever asks for it. */
  let logins: Promise<Granted> | undefined
  let granted: Granted | undefined

  async function renew(): Promise<Granted> {
    logins ??= logIn(url)
    try {
      granted = await logins
      return granted
    } finally {
      logins = undefined
    }
  }

  return {
    async token() {
      const { token } = granted && Date.now() < granted.expiresAt ? granted : await renew()
      return token
    },
    drop(token) {
      if (granted?.token === token) granted = undefined
    },
  }
}
