import { ignoreDetached } from './detached'
import { type AssociatedBackend, type CodeSpace, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { registerElements } from '../elements/register'
import type { Program } from '../program'
import { PhoneBackend } from './backend'
import { messageOf, reportError } from './errors'
import { Loader } from './loader'
import { markLaidOut, startMeter } from './meter'
import { patchIntersections } from './intersection'
import { patchQueries } from './query'
import { dispatch, listenToTouches } from './touch'

export interface Engine {
  space: CodeSpace
  backend: AssociatedBackend
  window: PhoneBackend
  loader: Loader
}

/** The engine's name for the step in which it puts a definition together. */
const PREPARING = '[prepare]'

/** Prepares glass-easel and registers the built-in elements. */
export function startEngine(program: Program): Engine {
  // vant's components have a property called `dataset`, which the element has too.
  glassEasel.globalOptions.writeFieldsToNode = false
  glassEasel.addGlobalErrorListener((error, method, component) => {
    // Slips in a definition, such as an observer that there is no method for: WeChat passes over them.
    if (method === PREPARING) console.warn(`${typeof component === 'string' ? component : ''}: ${messageOf(error)}`)
    else reportError(error)
    return false
  })
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const window = new PhoneBackend()
  const backend = env.associateBackend(window)
  window.onEvent((target, type, detail, { originalEvent }) => {
    dispatch(target, type, originalEvent as Event, detail)
  })
  listenToTouches()
  patchQueries()
  patchIntersections()
  ignoreDetached()
  startMeter()
  space.setOverallBehavior(readyBehavior(space))
  registerElements(space, program)
  window.registerStyleSheetContent('app', program.css)
  return { space, backend, window, loader: new Loader(space, window, program) }
}

/** The engine leaves `ready` to its host: a component is ready once its page has been laid out. */
function readyBehavior(space: CodeSpace): glassEasel.GeneralBehavior {
  const attached = function (this: glassEasel.GeneralComponent | { _$: glassEasel.GeneralComponent }): void {
    const instance = '_$' in this ? this._$ : this
    setTimeout(() => {
      markLaidOut(instance)
      instance.triggerLifetime('ready', [])
    })
  }
  return space.getComponentSpace().defineBehavior({ lifetimes: { attached } }).general()
}
