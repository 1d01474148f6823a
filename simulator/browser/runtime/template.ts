import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Program } from '../program'

/** @throws Error if the build has no template of this path */
export function templateOf(groupList: Program['templates'], path: string): glassEasel.template.ComponentTemplate {
  const content = groupList[path]
  if (!content) throw new Error(`${path}: no compiled template`)
  return { groupList, content }
}
