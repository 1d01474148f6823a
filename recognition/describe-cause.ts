const FRAME = /^\s*at .*?([^/\\(]+:\d+:\d+)\)?$/m

/**
 * An error in a form that is safe to log: its name, code, model file and source line. Its message may quote license
 * data, a URL or a token.
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
