import { el } from './dom'

/** The bar of a page that WeChat lays over the mini program: the way back, and a title. */
export const layerBar = (title: string, onBack: () => void): HTMLElement =>
  el(
    'header',
    { class: 'phone-layer-bar' },
    el('button', { class: 'phone-back', label: '返回 Back', onClick: onBack }),
    title,
  )
