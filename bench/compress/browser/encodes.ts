/** Broadcast channel on which workers report encodes. */
const CHANNEL = 'encodes'

function spy(prototype: object, name: string, onCall: () => void): () => void {
  const original: unknown = Reflect.get(prototype, name)
  Reflect.set(prototype, name, function (this: unknown, ...options: unknown[]): unknown {
    onCall()
    return Reflect.apply<unknown, unknown[], unknown>(original as (...options: unknown[]) => unknown, this, options)
  })
  return () => {
    Reflect.set(prototype, name, original)
  }
}

/** Counts canvas encodes in this page and its workers. */
export function countEncodes(): { stop(): Promise<number> } {
  let count = 0
  const add = (): void => {
    count += 1
  }
  const restore = [
    spy(HTMLCanvasElement.prototype, 'toBlob', add),
    spy(HTMLCanvasElement.prototype, 'toDataURL', add),
    spy(OffscreenCanvas.prototype, 'convertToBlob', add),
  ]
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = add
  return {
    async stop() {
      // Wait for pending messages of the workers.
      await new Promise((resolve) => setTimeout(resolve, 50))
      channel.close()
      for (const one of restore) one()
      return count
    },
  }
}
