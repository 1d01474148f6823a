import type { behavior, CodeSpace, types } from 'glass-easel-miniprogram-adapter'
import { reportMissing } from './errors'

type Behavior = behavior.GeneralBehavior

/** A definition as programs write it; a string names a built-in behavior. */
export type WrittenDefinition = Omit<types.GeneralComponentDefinition, 'behaviors' | 'options'> & {
  behaviors?: (Behavior | string)[]
  options?: types.ComponentDefinitionOptions & Pick<types.ComponentStaticConfig, 'addGlobalClass' | 'styleIsolation'>
}

/** WeChat's built-in behaviors by name; any other name gives one that reports itself as missing when it is used. */
export class BuiltInBehaviors {
  private readonly behaviors = new Map<string, Behavior>()

  constructor(private readonly space: CodeSpace) {
    const field = { properties: { name: String, value: null } }
    this.define('wx://form-field', field)
    this.define('wx://form-field-group', field)
    this.define('wx://form-field-button', {})
    this.define('wx://component-export', {})
  }

  /** A definition with its string behaviors resolved. */
  resolve({ behaviors, ...definition }: WrittenDefinition): types.GeneralComponentDefinition {
    if (!behaviors) return definition
    return { ...definition, behaviors: behaviors.map((one) => (typeof one === 'string' ? this.find(one) : one)) }
  }

  private find(name: string): Behavior {
    const attached = (): void => void reportMissing(`behavior "${name}"`)
    return this.behaviors.get(name) ?? this.define(name, { lifetimes: { attached } })
  }

  private define(name: string, definition: types.GeneralComponentDefinition): Behavior {
    const registered: unknown = this.space.componentEnv('', ({ Behavior }) => Behavior(definition))
    const behavior = registered as Behavior
    this.behaviors.set(name, behavior)
    return behavior
  }
}
