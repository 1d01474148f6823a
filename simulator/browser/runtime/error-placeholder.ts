import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import { hostOf, type Instance } from '../elements/define'
import type { Program, ProgramComponent } from '../program'

/** Registers, for a page or component that could not be loaded, one that says why in its place. */
export function showErrorInPlace(
  space: CodeSpace,
  { templates }: Program,
  { path, page }: ProgramComponent,
  error: unknown,
): void {
  const message = `${page ? path : `<${path}>`}: ${error instanceof Error ? error.message : String(error)}`
  space.addCompiledTemplate(path, { groupList: templates, content: templates['elements/view'] } as never)
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
