/**
 * What is wrong with the files of a program: logical path of the page, component or template -> messages. Whoever
 * uses it is told; the rest of the program runs.
 */
export type Problems = Map<string, string[]>

export function addProblem(problems: Problems, path: string, message: string): void {
  const known = problems.get(path)
  if (known) known.push(message)
  else problems.set(path, [message])
}
