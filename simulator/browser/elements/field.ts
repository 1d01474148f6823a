import { hideKeyboard, KEYBOARD_MS, showKeyboard } from '../runtime/keyboard'
import { emit, hostOf, type Instance, listen, partOf } from './define'

type TextField = HTMLInputElement | HTMLTextAreaElement

interface FieldData {
  value: unknown
  disabled: boolean
  maxlength: number
  focus: boolean
  autoFocus: boolean
  confirmHold: boolean
  selectionStart: number
  selectionEnd: number
  cursor: number
  cursorSpacing: number
  adjustPosition: boolean
  holdKeyboard: boolean
  confirmType: string
}

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

function fieldOf(instance: Instance): TextField {
  const field = partOf(instance, 'field', HTMLElement)
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) return field
  throw new Error('the element has no text field')
}
const dataOf = (instance: Instance): FieldData => instance.data as FieldData

export const textOf = (value: unknown): string => (value === null || value === undefined ? '' : (value as string))

/** The placeholder is drawn by a part of its own, because a program may style it; the browser's is for reading aloud. */
function showPlaceholder(instance: Instance): void {
  partOf(instance, 'placeholder', HTMLElement).hidden = fieldOf(instance).value !== ''
}

/** The keyboard goes, unless the next field takes it over at once. */
export function leaveField(instance: Instance): void {
  const host = hostOf(instance)
  setTimeout(() => {
    if (!hideKeyboard(host)) return
    if (host.isConnected) emit(instance, 'keyboardheightchange', { height: 0, duration: KEYBOARD_MS / 1000 })
  })
}

/** With `hold-keyboard` a tap beside the field leaves it where it is. */
function holdFocus(instance: Instance, field: TextField): void {
  const keep = (event: MouseEvent): void => {
    if (!dataOf(instance).holdKeyboard || document.activeElement !== field) return
    if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement))
      event.preventDefault()
  }
  field.addEventListener('focus', () => document.addEventListener('mousedown', keep, true))
  field.addEventListener('blur', () => document.removeEventListener('mousedown', keep, true))
}

/** Ties the browser's field in an element's template to the program. `onText` hears of every new text. */
export function createField(instance: Instance, onText: () => void = () => undefined): void {
  const field = fieldOf(instance)
  listen(field, 'input', () => {
    const { value } = field
    showPlaceholder(instance)
    onText()
    instance.setData({ value })
    emit(instance, 'input', { value, cursor: field.selectionStart ?? value.length, keyCode: 0 })
  })
  listen(field, 'focus', () => {
    const { adjustPosition, cursorSpacing, disabled } = dataOf(instance)
    if (disabled) return
    const height = showKeyboard({ node: hostOf(instance), adjusts: adjustPosition, spacing: cursorSpacing })
    emit(instance, 'focus', { value: field.value, height })
    if (height > 0) emit(instance, 'keyboardheightchange', { height, duration: KEYBOARD_MS / 1000 })
  })
  listen(field, 'blur', () => {
    emit(instance, 'blur', { value: field.value, cursor: field.selectionStart ?? 0 })
    leaveField(instance)
  })
  holdFocus(instance, field)
  listen(field, 'change', () => undefined)
  listen(field, 'keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    const isNewLine = field instanceof HTMLTextAreaElement && dataOf(instance).confirmType === 'return'
    if (isNewLine) return
    event.preventDefault()
    emit(instance, 'confirm', { value: field.value })
    if (!dataOf(instance).confirmHold) field.blur()
  })
}

/** Shows a value that the program sets; what the person is typing already stands there. */
export function showValue(instance: Instance): void {
  const field = fieldOf(instance)
  const text = textOf(dataOf(instance).value)
  if (field.value !== text) field.value = text
  showPlaceholder(instance)
}

/** Observers that `<input>` and `<textarea>` share. */
export const fieldObservers = {
  placeholder(this: Instance, placeholder: string) {
    fieldOf(this).placeholder = placeholder
  },
  // A disabled field would swallow the taps that vant's read-only field waits for.
  disabled(this: Instance, disabled: boolean) {
    const field = fieldOf(this)
    field.readOnly = disabled
    field.tabIndex = disabled ? -1 : 0
    hostOf(this).toggleAttribute('disabled', disabled)
  },
  maxlength(this: Instance, maxlength: number) {
    if (maxlength >= 0) fieldOf(this).maxLength = maxlength
    else fieldOf(this).removeAttribute('maxlength')
  },
  confirmType(this: Instance, type: string) {
    fieldOf(this).enterKeyHint = type === 'return' ? 'enter' : type
  },
  focus(this: Instance, focus: boolean) {
    const field = fieldOf(this)
    // The element may not be on the page yet.
    setTimeout(() => {
      if (focus) field.focus()
      else if (document.activeElement === field) field.blur()
    })
  },
  'selectionStart, selectionEnd'(this: Instance, start: number, end: number) {
    if (start >= 0 && end >= 0) fieldOf(this).setSelectionRange(start, end)
  },
}

export const fieldMethods = {
  formValue(this: Instance): string {
    return fieldOf(this).value
  },
  formReset(this: Instance): void {
    this.setData({ value: '' })
  },
  activate(this: Instance): void {
    fieldOf(this).focus()
  },
}

export function focusOnAttach(instance: Instance): void {
  if (dataOf(instance).autoFocus) fieldOf(instance).focus()
}
