import { reportMissing } from './errors'
import type { behavior, CodeSpace, types } from 'glass-easel-miniprogram-adapter'

type Behavior = behavior.GeneralBehavior
type Named = Record<string, Behavior>
const cache = new WeakMap<CodeSpace, Named>()

/** WeChat's built-in behaviors, which components name by a string; one that is not there says so when it is used. */
export function namedBehaviors(space: CodeSpace): Named {
  const known = cache.get(space)
  if (known) return known
  const field = { properties: { name: String, value: null } }
  const define = (definition: types.GeneralComponentDefinition): Behavior => {
    const registered: unknown = space.behavior().definition(definition).register()
    return registered as Behavior
  }
  const missing = (name: string): Behavior =>
    define({ lifetimes: { attached: () => void reportMissing(`behavior "${name}"`) } })
  const builtIn: Named = {
    'wx://form-field': define(field),
    'wx://form-field-group': define(field),
    'wx://form-field-button': define({}),
    'wx://component-export': define({}),
  }
  const named = new Proxy(builtIn, {
    get: (behaviors, name: string) => (behaviors[name] ??= missing(name)),
  })
  cache.set(space, named)
  return named
}

/** A definition with its string behaviors replaced. */
export function withBehaviors<T extends types.GeneralComponentDefinition>(definition: T, named: Named): T {
  const behaviors = (definition.behaviors as (Behavior | string)[] | undefined)?.flatMap((behavior) =>
    typeof behavior === 'string' ? (named[behavior] ?? []) : behavior,
  )
  return behaviors ? { ...definition, behaviors } : definition
}
