import type { Program, WindowConfig } from '../program'
import type { Theme } from './device'

/**
 * The window's settings for a page: app.json's, and over them those of the page's own JSON.
 *
 * @throws Error where a setting names a variable that theme.json does not have.
 */
export function windowConfig({ app, components, theme }: Program, route: string, shown: Theme): WindowConfig {
  const page = components.find(({ path }) => path === route)?.config
  const config: Record<string, unknown> = { ...app.window, ...page }
  const named = (name: string): string => {
    const value = theme?.[shown][name]
    if (value === undefined) throw new Error(`theme.json has no "${name}" for ${shown}`)
    return value
  }
  const resolved = Object.entries(config).map(([key, value]) => [
    key,
    typeof value === 'string' && value.startsWith('@') ? named(value.slice(1)) : value,
  ])
  return Object.fromEntries(resolved) as WindowConfig
}
