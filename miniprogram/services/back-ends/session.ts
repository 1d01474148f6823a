import { errorOf } from './reply'

/** Renew this early: clocks differ, and uploads take time. */
const MARGIN_MS = 60_000

interface Granted {
  readonly token: string
  /** ms since 1970 */
  readonly expiresAt: number
}

interface Session {
  /** Logs in if there is no valid token. */
  token(): Promise<string>
  /** Call when the server has rejected `token`. */
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

/** Kept in memory only: each start of the app logs in again. */
export function createSession(url: string): Session {
  /** Shared by concurrent callers. */
  let pending: Promise<Granted> | undefined
  let granted: Granted | undefined

  async function renew(): Promise<Granted> {
    pending ??= logIn(url)
    try {
      granted = await pending
      return granted
    } finally {
      pending = undefined
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
