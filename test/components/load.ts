import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import simulate from 'miniprogram-simulate'
import { globSync } from 'tinyglobby'

const ROOT = resolve(__dirname, '../..')
const SOURCES = ['miniprogram/components', 'node_modules/@vant/weapp/lib']
const list = (extension: string): string[] =>
  globSync(
    SOURCES.map((source) => `${source}/**/*.${extension}`),
    { cwd: ROOT },
  )

/** Where the names of `usingComponents` lie without DevTools' npm build. */
function inTree(target: string): string {
  return target.startsWith('@vant/weapp/')
    ? target.replace('@vant/weapp/', '/node_modules/@vant/weapp/lib/')
    : `/miniprogram${target}`
}

/** A rendered component, or one inside it, as far as the tests look at it. */
export interface Rendered {
  readonly dom: HTMLElement | undefined
  readonly instance: {
    readonly data: Readonly<Record<string, unknown>>
    triggerEvent(name: string, detail?: unknown): void
  }
  querySelector(selector: string): Rendered | undefined
  querySelectorAll(selector: string): Rendered[]
  addEventListener(name: string, listener: (event: { readonly detail: unknown }) => void): void
  dispatchEvent(name: string, options?: { readonly detail?: unknown }): void
}

export const textOf = (element: Element | undefined): string => element?.textContent ?? ''

/** Renders a component of `miniprogram/components` into the document. */
export function render(name: string, properties: Record<string, unknown>): Rendered {
  const path = resolve(ROOT, 'miniprogram/components', name, 'index')
  const { usingComponents = {} } = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as {
    usingComponents?: Record<string, string>
  }
  const options = {
    rootPath: ROOT,
    usingComponents: Object.fromEntries(Object.entries(usingComponents).map(([tag, target]) => [tag, inTree(target)])),
    compilerOptions: { wxmlList: list('wxml'), wxsList: list('wxs'), maxBuffer: 64 * 1024 * 1024 },
  }
  const component = simulate.render(simulate.load(path, name, options), properties)
  component.attach(document.body)
  return component as unknown as Rendered
}
