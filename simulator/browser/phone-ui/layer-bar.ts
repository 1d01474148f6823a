import { el } from './dom'

/** The title bar of a WeChat page over the mini program. */
export const layerBar = (title: string, onBack: () => void): HTMLElement =>
  el(
    'header',
    { class: 'phone-layer-bar' },
    el('button', { class: 'phone-back', label: '返回 Back', onClick: onBack }),
    title,
  )
