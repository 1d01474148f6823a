import type { Redis } from 'ioredis'

type Argument = string | number | Buffer

/** Defines a Lua script, which Redis runs atomically, as a command of the client. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- It types the command below.
export function defineScript<N extends string>(redis: Redis, name: N, numberOfKeys: number, lua: string) {
  redis.defineCommand(name, { lua, numberOfKeys })
  // ioredis adds the command, but not to its type.
  const commands = redis as unknown as Readonly<Record<N, (...args: Argument[]) => Promise<number>>>
  return (...args: Argument[]): Promise<number> => commands[name](...args)
}
