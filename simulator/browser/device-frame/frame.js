/*
 * Shows the phone: in a drawn frame on a wide screen, in the whole window on a narrow one.
 *
 * The URL sets the same as the controls: `?width=320&landscape&theme=dark&language=en&text=200&keyboard`. `width` draws
 * the phone on a narrow screen too; `bare` hides the frame and the controls.
 */
const NARROW_PX = 600
const FRAME_PX = 20
const MARGIN_PX = 24
const HEIGHTS = { 320: 568, 375: 812, 414: 896, 768: 1024 }
const DEFAULT_WIDTH = 375
/** Minimum width of a tablet, where `resizable` and not the page decides whether the screen turns. */
const TABLET_PX = 600
/** Changing these restarts the program. */
const RESTARTING = ['language', 'text', 'keyboard']

const phone = document.getElementById('phone')
const controls = document.getElementById('controls')
const note = document.getElementById('note')
const address = new URLSearchParams(location.search)
const isDrawn = address.has('width') || innerWidth > NARROW_PX
const isBare = address.has('bare')
/** Sent by the visible page. */
let rotation = { orientation: 'portrait', resizable: false }

function fill() {
  for (const control of controls.elements) {
    if (!address.has(control.name)) continue
    if (control.type === 'checkbox') control.checked = address.get(control.name) !== 'light'
    else control.value = address.get(control.name)
  }
}

/** The settings of the controls that differ from the default. */
function changedSettings() {
  const values = new URLSearchParams()
  for (const control of controls.elements) {
    if (control.type === 'checkbox' && control.checked)
      values.set(control.name, control.value === 'on' ? '' : control.value)
    if (control.tagName === 'SELECT' && !control.selectedOptions[0]?.defaultSelected)
      values.set(control.name, control.value)
  }
  return values
}

function open() {
  const values = isDrawn ? changedSettings() : new URLSearchParams(address)
  if (isDrawn) values.set('framed', '')
  if (address.has('meter')) values.set('meter', '')
  const query = values.size > 0 ? `?${values}` : ''
  phone.src = `/app/${query}${phone.contentWindow.location.hash || location.hash}`
}

/** px */
function screenSize() {
  const width = Number(address.get('width') ?? controls.elements.width.value) || DEFAULT_WIDTH
  const height = HEIGHTS[width] ?? Math.round(width * 1.8)
  const { orientation, resizable } = rotation
  const wantsLandscape = controls.elements.landscape.checked
  const mayTurn = width >= TABLET_PX ? resizable : orientation === 'auto'
  const isLandscape = (wantsLandscape && mayTurn) || (width < TABLET_PX && orientation === 'landscape')
  note.textContent = wantsLandscape && !isLandscape ? '此页不随屏幕旋转 This page does not turn' : ''
  return isLandscape ? { width: height, height: width } : { width, height }
}

function fit() {
  if (!isDrawn) return
  const { width, height } = screenSize()
  const { style } = document.documentElement
  style.setProperty('--width', `${width}px`)
  style.setProperty('--height', `${height}px`)
  const container = phone.parentElement
  const share = Math.min(
    (container.clientHeight - MARGIN_PX) / (height + FRAME_PX),
    container.clientWidth / (width + FRAME_PX),
  )
  const scale = isBare ? 1 : Math.min(1, share)
  style.setProperty('--scale', String(scale))
}

function change({ target }) {
  for (const name of [...address.keys()]) if (name !== 'bare' && name !== 'meter') address.delete(name)
  for (const [name, value] of changedSettings()) address.set(name, value)
  history.replaceState(null, '', `?${address}${location.hash}`)
  if (RESTARTING.includes(target.name)) open()
  else if (target.name === 'theme')
    phone.contentWindow.postMessage({ theme: target.checked ? 'dark' : 'light' }, origin)
  fit()
}

document.documentElement.dataset.view = isDrawn ? (isBare ? 'bare' : 'drawn') : 'whole'
fill()
fit()
open()
addEventListener('resize', fit)
controls.addEventListener('change', change)
addEventListener('message', ({ source, data }) => {
  if (source !== phone.contentWindow || !data?.orientation) return
  rotation = data
  fit()
})
