/** Errors in a program's files, by logical path of the page, component or template that they break. */
export type Problems = Map<string, string[]>

export function addProblem(problems: Problems, path: string, message: string): void {
  problems.set(path, [...(problems.get(path) ?? []), message])
}
