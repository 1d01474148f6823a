/** What the bundled code takes for granted and Node.js 18.15, the console's usual choice, has not. */
import diagnostics from 'node:diagnostics_channel'

type Lacking<T> = { -readonly [K in keyof T]?: T[K] }

/** Since Node.js 20.3. */
function any(signals: Iterable<AbortSignal>): AbortSignal {
  const controller = new AbortController()
  for (const signal of signals) {
    const abort = (): void => controller.abort(signal.reason)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true, signal: controller.signal })
  }
  return controller.signal
}

const signals: Lacking<typeof AbortSignal> = AbortSignal
signals.any ??= any

// Since Node.js 18.19; pino asks for a channel, and leaves it alone where nobody listens.
const channels: Lacking<typeof diagnostics> = diagnostics
channels.tracingChannel ??= (() => ({ hasSubscribers: false })) as unknown as typeof diagnostics.tracingChannel
