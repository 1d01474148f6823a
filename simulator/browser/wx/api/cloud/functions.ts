import { api } from '../../api'
import { postCloud } from '../../cloud'

interface Call {
  name: string
  data?: object
}

/** There is only one environment. */
export const init = (): void => undefined

export const callFunction = api('cloud.callFunction', ({ name, data = {} }: Call) =>
  postCloud<{ result: unknown; requestID: string }>(`functions/${encodeURIComponent(name)}`, data),
)
