import { ask, el } from './dom'

/** Pictures in full, one after the other; a tap closes. */
export const showPreview = (urls: string[], first: number): Promise<void> =>
  ask('preview', (choose) => {
    const strip = el('div', { class: 'phone-preview-strip' }, ...urls.map((src) => el('img', { src })))
    strip.addEventListener('click', () => {
      choose(undefined)
    })
    requestAnimationFrame(() => {
      strip.scrollLeft = first * strip.clientWidth
    })
    return [strip]
  })
