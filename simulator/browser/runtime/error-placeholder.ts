import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { messageOf } from '../../error-message'
import { hostOf, type Instance } from '../elements/define'
import type { Program, ProgramComponent } from '../program'
import { templateOf } from './template'

/** Registers a placeholder that shows why a page or component could not be loaded. */
export function showErrorInPlace(
  space: CodeSpace,
  { templates }: Program,
  { path, page }: ProgramComponent,
  error: unknown,
): void {
  const message = `${page ? path : `<${path}>`}: ${messageOf(error)}`
  space.addCompiledTemplate(path, templateOf(templates, 'elements/view'))
  space
    .component(path)
    .definition({
      lifetimes: {
        attached(this: Instance) {
          const host = hostOf(this)
          host.classList.add('phone-missing')
          host.textContent = message
        },
      },
    })
    .register()
}
