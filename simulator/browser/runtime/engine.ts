import { ignoreDetached } from './detached'
import { type AssociatedBackend, type CodeSpace, glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { registerElements } from '../elements/register'
import type { Program } from '../program'
import { PhoneBackend } from './backend'
import { messageOf } from '../../error-message'
import { reportError } from './errors'
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

/** glass-easel's name of the step that builds a definition. */
const PREPARING = '[prepare]'

/** Sets up glass-easel and registers the built-in elements. */
export function startEngine(program: Program): Engine {
  // vant's components have a property `dataset`, which elements have too.
  glassEasel.globalOptions.writeFieldsToNode = false
  glassEasel.addGlobalErrorListener((error, method, component) => {
    // WeChat ignores errors in a definition, such as an observer that names no method.
    if (method === PREPARING) console.warn(`${typeof component === 'string' ? component : ''}: ${messageOf(error)}`)
    else reportError(error)
    return false
  })
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const window = new PhoneBackend()
  const backend = env.associateBackend(window)
  window.onEvent((target, type, detail, { originalEvent }) => {
    dispatch(target, type, originalEvent, detail)
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

/** glass-easel does not trigger `ready`: a component is ready once its page has been laid out. */
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
