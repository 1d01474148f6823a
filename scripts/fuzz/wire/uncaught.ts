/** Collects uncaught errors of this process until it is stopped. */
export function watchUncaught() {
  const problems: string[] = []
  const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))
  const onRejection = (reason: unknown): void => void problems.push(`unhandled rejection: ${describe(reason)}`)
  const onException = (error: unknown): void => void problems.push(`uncaught exception: ${describe(error)}`)
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)
  return {
    /** Errors since the last call. */
    take: (): readonly string[] => problems.splice(0),
    stop(): void {
      process.off('unhandledRejection', onRejection)
      process.off('uncaughtException', onException)
    },
  }
}
