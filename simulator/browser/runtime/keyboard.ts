import { el } from '../phone-ui/dom'
import { hasKeyboard } from './device'
import { viewOf } from './view'

/** px, with the home bar; about the height on current phones. */
const HEIGHT_PX = 300
/** Share of the screen's height, on a tablet or in landscape. */
const MAX_SHARE = 0.5
/** Duration of the keyboard's animation. */
export const KEYBOARD_MS = 250

const listeners = new Set<(height: number) => void>()
let keyboard: HTMLElement | undefined
let field: HTMLElement | undefined

/** The listener gets the new height in px, 0 when hidden. */
export const onKeyboard = (listener: (height: number) => void): void => {
  listeners.add(listener)
}

const heightPx = (): number => Math.round(Math.min(HEIGHT_PX, innerHeight * MAX_SHARE))

const notify = (height: number): void => {
  listeners.forEach((listener) => listener(height))
}

/** Moves the page up until the field and the spacing below it are above the keyboard. */
function adjust(height: number, spacing: number): void {
  const view = field && viewOf(field)
  if (!field || !view) return
  const hidden = field.getBoundingClientRect().bottom + spacing - (innerHeight - height)
  view.style.translate = hidden > 0 ? `0 ${-hidden}px` : ''
}

interface Field {
  node: HTMLElement
  /** `adjust-position` */
  adjusts: boolean
  /** `cursor-spacing`, px */
  spacing: number
}

/** Shows the keyboard for a field. @returns its height in px; 0 without a soft keyboard */
export function showKeyboard({ node, adjusts, spacing }: Field): number {
  if (!hasKeyboard()) return 0
  field = node
  const height = heightPx()
  if (adjusts) adjust(height, spacing)
  if (keyboard) return height
  keyboard = el('div', { class: 'phone-keyboard' })
  keyboard.setAttribute('aria-hidden', 'true')
  keyboard.style.height = `${height}px`
  // A tap on the keyboard keeps the focus.
  keyboard.addEventListener('mousedown', (event) => event.preventDefault())
  document.body.append(keyboard)
  notify(height)
  return height
}

/** Hides the keyboard unless another field has it now. @returns whether it did */
export function hideKeyboard(node: HTMLElement): boolean {
  if (!keyboard || field !== node) return false
  const view = viewOf(node)
  if (view) view.style.translate = ''
  keyboard.remove()
  keyboard = undefined
  field = undefined
  notify(0)
  return true
}
