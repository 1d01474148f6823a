import type { Program, ThemeVariables, WindowConfig } from '../program'
import type { Theme } from './device'

/** Replaces each `@name` by its value in theme.json. @throws Error if theme.json has no such variable */
export function themed<T extends object>(settings: T, theme: ThemeVariables | undefined, shown: Theme): T {
  const named = (name: string): string => {
    const value = theme?.[shown][name]
    if (value === undefined) throw new Error(`theme.json has no "${name}" for ${shown}`)
    return value
  }
  const resolved = Object.entries(settings).map(([key, value]: [string, unknown]): [string, unknown] => [
    key,
    typeof value === 'string' && value.startsWith('@') ? named(value.slice(1)) : value,
  ])
  return { ...settings, ...Object.fromEntries(resolved) }
}

/** The window settings of app.json and of the page, which override them. @throws Error as `themed` */
export function windowConfig({ app, components, theme }: Program, route: string, shown: Theme): WindowConfig {
  const page = components.find(({ path }) => path === route)?.config
  return themed<WindowConfig>({ ...app.window, ...page }, theme, shown)
}
