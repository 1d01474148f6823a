import type { Program, ThemeVariables, WindowConfig } from '../program'
import type { Theme } from './device'

/**
 * Settings with the values of theme.json in the place of `@name`.
 *
 * @throws Error where a setting names a variable that theme.json does not have.
 */
export function themed<T extends object>(settings: T, theme: ThemeVariables | undefined, shown: Theme): T {
  const named = (name: string): string => {
    const value = theme?.[shown][name]
    if (value === undefined) throw new Error(`theme.json has no "${name}" for ${shown}`)
    return value
  }
  const resolved = Object.entries(settings).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'string' && value.startsWith('@') ? named(value.slice(1)) : value,
  ])
  return Object.fromEntries(resolved) as T
}

/**
 * The window's settings for a page: app.json's, and over them those of the page's own JSON.
 *
 * @throws Error where a setting names a variable that theme.json does not have.
 */
export function windowConfig({ app, components, theme }: Program, route: string, shown: Theme): WindowConfig {
  const page = components.find(({ path }) => path === route)?.config
  return themed<WindowConfig>({ ...app.window, ...page }, theme, shown)
}
