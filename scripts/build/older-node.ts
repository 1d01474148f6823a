/** What the bundled code takes for granted and Node.js 18.15, the console's usual choice, has not. */
import diagnostics from 'node:diagnostics_channel'

type Lacking<T> = { -readonly [K in keyof T]?: T[K] }

// Since Node.js 18.19; pino asks for a channel, and leaves it alone where nobody listens.
const channels: Lacking<typeof diagnostics> = diagnostics
channels.tracingChannel ??= (() => ({ hasSubscribers: false })) as unknown as typeof diagnostics.tracingChannel
