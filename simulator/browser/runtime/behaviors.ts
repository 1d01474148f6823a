import type { behavior, CodeSpace, types } from 'glass-easel-miniprogram-adapter'

type Behavior = behavior.GeneralBehavior
type Named = Record<string, Behavior>
const cache = new WeakMap<CodeSpace, Named>()

/** WeChat's built-in behaviors, which components name by a string. */
export function namedBehaviors(space: CodeSpace): Named {
  const known = cache.get(space)
  if (known) return known
  const field = { properties: { name: String, value: null } }
  const define = (definition: types.GeneralComponentDefinition): Behavior => {
    const registered: unknown = space.behavior().definition(definition).register()
    return registered as Behavior
  }
  const named = {
    'wx://form-field': define(field),
    'wx://form-field-group': define(field),
    'wx://form-field-button': define({}),
    'wx://component-export': define({}),
  }
  cache.set(space, named)
  return named
}

/**
 * A definition with its string behaviors replaced.
 *
 * @throws Error where a string names no built-in behavior.
 */
export function withBehaviors<T extends types.GeneralComponentDefinition>(definition: T, named: Named): T {
  const behaviors = (definition.behaviors as (Behavior | string)[] | undefined)?.map((behavior) => {
    if (typeof behavior !== 'string') return behavior
    const builtIn = named[behavior]
    if (!builtIn) throw new Error(`behavior "${behavior}" is not available in the simulator`)
    return builtIn
  })
  return behaviors ? { ...definition, behaviors } : definition
}
