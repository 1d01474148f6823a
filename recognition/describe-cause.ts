const FRAME = /^\s*at .*?([^/\\(]+:\d+:\d+)\)?$/m

/**
 * An error in a few words that are safe to log: its name, its code, the file of a network that it is about and the line
 * it comes from. Its message is left out, because it may quote what was read, where it was sent or the token it was sent
 * with.
 */
export function describeCause(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return typeof cause
  const { code, errCode, modelFile } = cause as Record<string, unknown>
  const parts = [
    cause instanceof Error ? cause.name : 'object',
    [code, errCode].find((value) => typeof value === 'string' || typeof value === 'number'),
    typeof modelFile === 'string' ? modelFile : undefined,
    cause instanceof Error ? FRAME.exec(cause.stack ?? '')?.[1] : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(' ')
}
