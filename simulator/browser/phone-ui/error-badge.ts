import { el } from './dom'

interface Badge {
  count: HTMLElement
  list: HTMLElement
}

function createBadge(): Badge {
  const list = el('ol', { class: 'phone-error-list' })
  list.hidden = true
  const count = el('button', {
    class: 'phone-error-count',
    onClick: () => {
      list.hidden = !list.hidden
      count.setAttribute('aria-expanded', String(!list.hidden))
    },
  })
  document.body.append(el('div', { class: 'phone-errors', role: 'alert' }, list, count))
  return { count, list }
}

let badge: Badge | undefined

/** Adds a message to the error badge, once. A tap on the badge shows the list. */
export function addToBadge(message: string): void {
  badge ??= createBadge()
  const { count, list } = badge
  if ([...list.children].some((line) => line.textContent === message)) return
  list.append(el('li', { class: 'phone-error', text: message }))
  const total = list.childElementCount
  count.textContent = String(total)
  count.setAttribute('aria-label', `${total} 个错误 ${total} ${total === 1 ? 'error' : 'errors'}`)
}
