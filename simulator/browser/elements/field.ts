import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { hideKeyboard, KEYBOARD_MS, showKeyboard } from '../runtime/keyboard'
import { emit, hostOf, listen, partOf, type Self } from './define'

type TextField = HTMLInputElement | HTMLTextAreaElement

/** Properties that `<input>` and `<textarea>` share. */
export const fieldProperties = {
  name: String,
  value: null,
  disabled: Boolean,
  placeholder: String,
  placeholderStyle: String,
  maxlength: { type: Number, value: 140 },
  focus: Boolean,
  autoFocus: Boolean,
  confirmType: { type: String, value: 'done' },
  confirmHold: Boolean,
  cursor: { type: Number, value: -1 },
  cursorSpacing: Number,
  cursorColor: String,
  selectionStart: { type: Number, value: -1 },
  selectionEnd: { type: Number, value: -1 },
  adjustPosition: { type: Boolean, value: true },
  holdKeyboard: Boolean,
  alwaysEmbed: Boolean,
}

type FieldElement = Self & {
  data: glassEasel.typeUtils.PropertyValues<typeof fieldProperties>
  setData(data: { value: string }): void
}

function fieldOf(element: Self): TextField {
  const field = partOf(element, 'field', HTMLElement)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error('the element has no text field')
}

/** Programs may style the placeholder, so it is an element of its own; screen readers use the browser's. */
function showPlaceholder(element: FieldElement): void {
  partOf(element, 'placeholder', HTMLElement).hidden = fieldOf(element).value !== ''
}

/** Hides the keyboard unless another field gets the focus at once. */
function leaveField(element: FieldElement): void {
  const host = hostOf(element)
  setTimeout(() => {
    if (!hideKeyboard(host)) return
    if (host.isConnected) emit(element, 'keyboardheightchange', { height: 0, duration: KEYBOARD_MS / 1000 })
  })
}

/** With `hold-keyboard` a tap outside the field does not blur it. */
function holdFocus(element: FieldElement, field: TextField): void {
  const keep = (event: MouseEvent): void => {
    if (!element.data.holdKeyboard || document.activeElement !== field) return
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
      event.preventDefault()
  }
  field.addEventListener('focus', () => document.addEventListener('mousedown', keep, true))
  field.addEventListener('blur', () => document.removeEventListener('mousedown', keep, true))
}

/** Connects the browser's field in an element's template with the program. */
function createField(element: FieldElement): void {
  const field = fieldOf(element)
  listen(field, 'input', () => {
    const { value } = field
    showPlaceholder(element)
    element.setData({ value })
    emit(element, 'input', { value, cursor: field.selectionStart ?? value.length, keyCode: 0 })
  })
  listen(field, 'focus', () => {
    const { adjustPosition, cursorSpacing, disabled } = element.data
    if (disabled) return
    const height = showKeyboard({ node: hostOf(element), adjusts: adjustPosition, spacing: cursorSpacing })
    emit(element, 'focus', { value: field.value, height })
    if (height > 0) emit(element, 'keyboardheightchange', { height, duration: KEYBOARD_MS / 1000 })
  })
  listen(field, 'blur', () => {
    emit(element, 'blur', { value: field.value, cursor: field.selectionStart ?? 0 })
    leaveField(element)
  })
  holdFocus(element, field)
  listen(field, 'change', () => undefined)
  listen(field, 'keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    const isNewLine = field instanceof HTMLTextAreaElement && element.data.confirmType === 'return'
    if (isNewLine) return
    event.preventDefault()
    emit(element, 'confirm', { value: field.value })
    if (!element.data.confirmHold) field.blur()
  })
}

/** Shows the value that the program sets; text that was typed is already there. */
export function showValue(element: FieldElement): void {
  const field = fieldOf(element)
  const text = String(element.data.value ?? '')
  if (field.value !== text) field.value = text
  showPlaceholder(element)
}

/** Observers that `<input>` and `<textarea>` share. */
export const fieldObservers = {
  placeholder(this: FieldElement, placeholder: string) {
    fieldOf(this).placeholder = placeholder
  },
  // A disabled field would swallow the taps that vant's read-only field listens to.
  disabled(this: FieldElement, disabled: boolean) {
    const field = fieldOf(this)
    field.readOnly = disabled
    field.tabIndex = disabled ? -1 : 0
    hostOf(this).toggleAttribute('disabled', disabled)
  },
  maxlength(this: FieldElement, maxlength: number) {
    if (maxlength >= 0) fieldOf(this).maxLength = maxlength
    else fieldOf(this).removeAttribute('maxlength')
  },
  confirmType(this: FieldElement, type: string) {
    fieldOf(this).enterKeyHint = type === 'return' ? 'enter' : type
  },
  focus(this: FieldElement, focus: boolean) {
    const field = fieldOf(this)
    // The element may not be attached yet.
    setTimeout(() => {
      if (focus) field.focus()
      else if (document.activeElement === field) field.blur()
    })
  },
  'selectionStart, selectionEnd'(this: FieldElement, start: number, end: number) {
    if (start >= 0 && end >= 0) fieldOf(this).setSelectionRange(start, end)
  },
}

export const fieldMethods = {
  formValue(this: FieldElement): string {
    return fieldOf(this).value
  },
  formReset(this: FieldElement): void {
    this.setData({ value: '' })
  },
  activate(this: FieldElement): void {
    fieldOf(this).focus()
  },
}

export const focusOnAttach = (element: FieldElement): void => {
  if (element.data.autoFocus) fieldOf(element).focus()
}

export const fieldLifetimes = {
  created(this: FieldElement) {
    createField(this)
  },
  attached(this: FieldElement) {
    focusOnAttach(this)
  },
  detached(this: FieldElement) {
    leaveField(this)
  },
}
