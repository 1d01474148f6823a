/** What is used of it; the package brings no types, and is there only once a benchmark was run. */
declare module 'autocannon' {
  interface Options {
    readonly url: string
    readonly connections: number
    readonly amount?: number
    /** s */
    readonly duration?: number
    readonly method: 'POST'
    readonly headers: Readonly<Record<string, string>>
    readonly requests: readonly [{ readonly setupRequest: (request: object) => object }]
  }
  interface Result {
    readonly errors: number
    readonly non2xx: number
    readonly '2xx': number
  }
  export default function autocannon(options: Options): Promise<Result>
}
