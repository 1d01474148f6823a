import { el } from '../phone-ui/dom'
import { hasKeyboard } from './device'
import { viewOf } from './view'

/** px, home bar included; about what phones of today show under a text field. */
const HEIGHT_PX = 300
/** The keyboard of a tablet and of a turned phone takes no more of the screen. */
const MAX_SHARE = 0.5
/** ms; what the keyboard takes to come up. */
export const KEYBOARD_MS = 250

const listeners = new Set<(height: number) => void>()
let drawn: HTMLElement | undefined
let field: HTMLElement | undefined

/** `listener` hears of every new height of the keyboard; 0 where it has gone. px */
export const onKeyboard = (listener: (height: number) => void): void => {
  listeners.add(listener)
}

const heightPx = (): number => Math.round(Math.min(HEIGHT_PX, innerHeight * MAX_SHARE))

const tell = (height: number): void => {
  listeners.forEach((listener) => listener(height))
}

/** Moves the page up as far as it takes to keep a field, and what it wants below it, above the keyboard. */
function adjust(height: number, spacing: number): void {
  const view = field && viewOf(field)
  if (!field || !view) return
  const hidden = field.getBoundingClientRect().bottom + spacing - (innerHeight - height)
  view.style.translate = hidden > 0 ? `0 ${-hidden}px` : ''
}

interface Field {
  node: HTMLElement
  /** Whether the page makes room for the keyboard. */
  adjusts: boolean
  /** px that stay between the field and the keyboard. */
  spacing: number
}

/**
 * Brings the keyboard up for a field.
 *
 * @returns its height in px; 0 where there is none: a laptop has its own.
 */
export function showKeyboard({ node, adjusts, spacing }: Field): number {
  if (!hasKeyboard()) return 0
  field = node
  const height = heightPx()
  if (adjusts) adjust(height, spacing)
  if (drawn) return height
  drawn = el('div', { class: 'phone-keyboard' })
  drawn.setAttribute('aria-hidden', 'true')
  drawn.style.height = `${height}px`
  // A tap on it keeps the field; what lies under it cannot be reached.
  drawn.addEventListener('mousedown', (event) => event.preventDefault())
  document.body.append(drawn)
  tell(height)
  return height
}

/** Takes the keyboard away, unless another field has it by now. @returns whether it did. */
export function hideKeyboard(node: HTMLElement): boolean {
  if (!drawn || field !== node) return false
  const view = viewOf(node)
  if (view) view.style.translate = ''
  drawn.remove()
  drawn = undefined
  field = undefined
  tell(0)
  return true
}
