/** The part we use. The package has no types, and is installed by the first benchmark. */
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
