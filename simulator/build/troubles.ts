/**
 * What is wrong with the files of a program: logical path of the page, component or template -> messages. Whoever
 * uses it is told; the rest of the program runs.
 */
export type Troubles = Map<string, string[]>

export function tell(troubles: Troubles, path: string, message: string): void {
  const known = troubles.get(path)
  if (known) known.push(message)
  else troubles.set(path, [message])
}
