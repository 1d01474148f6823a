import type { WindowConfig } from '../program'
import { el } from './dom'

const TEXT_COLORS = { black: '#000', white: '#fff' }

interface NavigationBar {
  node: HTMLElement
  title: HTMLElement
  setColors: (text: string, background: string) => void
  /** Applies the colors of a page's settings. */
  showConfig: (config: WindowConfig) => void
}

/** The bar above a page; `navigationStyle: custom` leaves only WeChat's menu button. */
export function navigationBar(config: WindowConfig, onBack: (() => void) | undefined): NavigationBar {
  const custom = config.navigationStyle === 'custom'
  const title = el('div', { class: 'phone-title', text: config.navigationBarTitleText ?? '' })
  const back = onBack ? [el('button', { class: 'phone-back', label: '返回 Back', onClick: onBack })] : []
  const capsule = el(
    'div',
    { class: 'phone-capsule' },
    el('i', { class: 'phone-dots' }),
    el('i', { class: 'phone-ring' }),
  )
  capsule.setAttribute('aria-hidden', 'true')
  const node = el('header', { class: 'phone-nav' }, ...(custom ? [] : [...back, title]), capsule)
  const setColors = (text: string, background: string): void => {
    node.style.color = text
    node.classList.toggle('phone-nav-white', /^#?f{3}(f{3})?$|^white$/i.test(text))
    if (!custom) node.style.backgroundColor = background
  }
  const showConfig = ({ navigationBarTextStyle = 'black', navigationBarBackgroundColor = '#ededed' }: WindowConfig) =>
    setColors(TEXT_COLORS[navigationBarTextStyle], navigationBarBackgroundColor)
  showConfig(config)
  return { node, title, setColors, showConfig }
}
