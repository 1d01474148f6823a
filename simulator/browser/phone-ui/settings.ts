import { permission, type Scope, SCOPES, setPermission } from '../runtime/permissions'
import { el, showLayer } from './dom'
import { layerBar } from './layer-bar'

const NAMES: Record<Scope, string> = {
  'scope.camera': '摄像头 Camera',
  'scope.writePhotosAlbum': '添加到相册 Add to album',
}

function row(scope: Scope): HTMLElement {
  const input = el('input', { class: 'phone-switch', role: 'switch', label: NAMES[scope] })
  input.type = 'checkbox'
  input.checked = permission(scope) === true
  input.addEventListener('change', () => setPermission(scope, input.checked))
  return el('label', { class: 'phone-setting' }, NAMES[scope], input)
}

/** WeChat's settings page of the mini program, with a switch for each permission it has requested. */
export const showSettings = (): Promise<void> =>
  showLayer('page-layer', (choose) => {
    const asked = SCOPES.filter((scope) => permission(scope) !== undefined)
    const nothing = el('p', { class: 'phone-note', text: '小程序未请求任何权限 Nothing has been asked for yet' })
    return [layerBar('设置 Settings', () => choose(undefined)), ...(asked.length > 0 ? asked.map(row) : [nothing])]
  })
