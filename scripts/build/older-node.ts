/** Polyfills for Node.js 18.15, the default in WeChat's console. */
import diagnostics from 'node:diagnostics_channel'

type Mutable<T> = { -readonly [K in keyof T]?: T[K] }

// Added in Node.js 18.19. pino uses the channel only if it has subscribers.
const channels: Mutable<typeof diagnostics> = diagnostics
channels.tracingChannel ??= (() => ({ hasSubscribers: false })) as unknown as typeof diagnostics.tracingChannel
