import { EventChannel } from '../../runtime/event-channel'
import { stack } from '../../runtime/stack'
import { api } from '../api'

interface Url {
  url: string
}

interface Opening extends Url {
  /** Listeners to the opened page's `getOpenerEventChannel()`. */
  events?: ConstructorParameters<typeof EventChannel>[0]
}

export const navigateTo = api('navigateTo', ({ url, events }: Opening) => {
  const eventChannel = new EventChannel(events)
  stack.push(url, eventChannel)
  return { eventChannel }
})
export const navigateBack = api('navigateBack', async ({ delta = 1 }: { delta?: number }) => {
  await stack.back(delta)
  return {}
})
export const redirectTo = api('redirectTo', ({ url }: Url) => {
  stack.replace(url)
  return {}
})
export const reLaunch = api('reLaunch', ({ url }: Url) => {
  stack.replaceAll(url)
  return {}
})
