/*
 * Puts the phone on the page: drawn on a wide screen, the whole window on a narrow one.
 *
 * The address may say what phone it is, as the controls do: `?width=320&landscape&theme=dark&language=en&text=200`
 * and `&keyboard`. With a width there is a drawn phone on a narrow screen, too; `&bare` leaves its frame and the
 * controls away, so that nothing but the screen is seen.
 */
const NARROW_PX = 600
const FRAME_PX = 20
const MARGIN_PX = 24
const HEIGHTS = { 320: 568, 375: 812, 414: 896, 768: 1024 }
const USUAL_WIDTH = 375
/** From this width of the screen on it is a tablet, which asks `resizable` and not the page whether it may turn. */
const TABLET_PX = 600
/** What the program learns when it starts; the theme may change while it runs. */
const AT_START = ['language', 'text', 'keyboard']

const phone = document.getElementById('phone')
const controls = document.getElementById('controls')
const note = document.getElementById('note')
const address = new URLSearchParams(location.search)
const isDrawn = address.has('width') || innerWidth > NARROW_PX
const isBare = address.has('bare')
/** What the visible page says about turning. */
let turning = { orientation: 'portrait', resizable: false }

function fill() {
  for (const control of controls.elements) {
    if (!address.has(control.name)) continue
    if (control.type === 'checkbox') control.checked = address.get(control.name) !== 'light'
    else control.value = address.get(control.name)
  }
}

/** What is chosen, without what is usual. */
function chosen() {
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
  const values = isDrawn ? chosen() : new URLSearchParams(address)
  if (isDrawn) values.set('framed', '')
  if (address.has('meter')) values.set('meter', '')
  const query = values.size > 0 ? `?${values}` : ''
  phone.src = `/app/${query}${phone.contentWindow.location.hash || location.hash}`
}

/** Sizes of the screen that the visible page sees, px. */
function screenSize() {
  const width = Number(address.get('width') ?? controls.elements.width.value) || USUAL_WIDTH
  const height = HEIGHTS[width] ?? Math.round(width * 1.8)
  const { orientation, resizable } = turning
  const wants = controls.elements.landscape.checked
  const may = width >= TABLET_PX ? resizable : orientation === 'auto'
  const isTurned = (wants && may) || (width < TABLET_PX && orientation === 'landscape')
  note.textContent = wants && !isTurned ? '此页不随屏幕旋转 This page does not turn' : ''
  return isTurned ? { width: height, height: width } : { width, height }
}

function fit() {
  if (!isDrawn) return
  const { width, height } = screenSize()
  const { style } = document.documentElement
  style.setProperty('--width', `${width}px`)
  style.setProperty('--height', `${height}px`)
  const room = phone.parentElement
  const share = Math.min((room.clientHeight - MARGIN_PX) / (height + FRAME_PX), room.clientWidth / (width + FRAME_PX))
  const scale = isBare ? 1 : Math.min(1, share)
  style.setProperty('--scale', String(scale))
}

function change({ target }) {
  for (const name of [...address.keys()]) if (name !== 'bare' && name !== 'meter') address.delete(name)
  for (const [name, value] of chosen()) address.set(name, value)
  history.replaceState(null, '', `?${address}${location.hash}`)
  if (AT_START.includes(target.name)) open()
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
  turning = data
  fit()
})
