import type { PictureResult } from '../../../server/batches/batch'
import { until } from '../until'
import { CLIENTS } from './world'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: Record<string, unknown>
}

export interface State {
  readonly total: number
  readonly done: number
  readonly workers: number
  readonly results: readonly PictureResult[]
}

export interface Event {
  readonly id?: number
  readonly name: string
  readonly data: Record<string, unknown>
}

/** The events in a piece of text that ends with one. */
export const readEvents = (text: string): Event[] =>
  text
    .split('\n\n')
    .filter((block) => block.includes('event: '))
    .map((block) => {
      const lines = new Map(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line] as const))
      const value = (key: string): string | undefined => lines.get(key)?.slice(key.length + 2)
      const id = value('id')
      return {
        ...(id !== undefined && { id: Number(id) }),
        name: value('event') ?? '',
        data: JSON.parse(value('data') ?? '{}') as Record<string, unknown>,
      }
    })

/** A form as browsers and servers send it. */
export function form(pictures: readonly Buffer[], type: string | undefined = 'photo'): FormData {
  const form = new FormData()
  form.append('type', type)
  for (const picture of pictures) form.append('image', new Blob([new Uint8Array(picture)]), 'a.jpg')
  return form
}

const withHeaders = (init: RequestInit, headers: Record<string, string>): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string> | undefined), ...headers },
})

async function requestToken(url: string, id: keyof typeof CLIENTS): Promise<string> {
  const response = await fetch(`${url}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', appid: id, secret: CLIENTS[id] }),
  })
  const { access_token: token } = (await response.json()) as { access_token: string }
  return token
}

/**
 * A program that uses the server.
 *
 * @param knownToken - an access token of any server with the same secret, where it has one already
 */
export async function createClient(url: string, id: keyof typeof CLIENTS = 'one', knownToken?: string) {
  const token = knownToken ?? (await requestToken(url, id))
  const headers = { authorization: `Bearer ${token}` }

  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(url + path, withHeaders(init, headers))
    return {
      status: answer.status,
      headers: answer.headers,
      json: (await answer.json()) as Record<string, unknown>,
    }
  }

  async function read(batch: string, after = 0): Promise<State> {
    const { status, json } = await request(`/batches/${batch}?after=${after}`)
    expect({ status, json }).toMatchObject({ status: 200 })
    return json as unknown as State
  }

  return {
    token,
    request,
    read,
    post: (body: FormData) => request('/batches', { method: 'POST', body }),
    /** Sends a batch that must be taken, and gives its id. */
    async send(pictures: readonly Buffer[]): Promise<string> {
      const { status, json } = await request('/batches', { method: 'POST', body: form(pictures) })
      expect({ status, json }).toMatchObject({ status: 202, json: { total: pictures.length } })
      return String(json.id)
    },
    /** Waits until all is answered. */
    async finish(batch: string): Promise<State> {
      await until(async () => {
        const { done, total } = await read(batch)
        return done === total
      })
      return read(batch)
    },
    /** Opens the event stream. */
    follow: (batch: string, init: RequestInit = {}) =>
      fetch(`${url}/batches/${batch}/events`, withHeaders(init, headers)),
  }
}
