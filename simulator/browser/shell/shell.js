/* Puts the phone on the page: drawn on a wide screen, the whole window on a narrow one. */
const NARROW_PX = 600
const PHONE_HEIGHT_PX = 832
const MARGIN_PX = 24

const phone = document.getElementById('phone')
const framed = innerWidth > NARROW_PX
phone.src = `/app/${framed ? '?framed' : ''}${location.hash}`

function fit() {
  const scale = Math.min(1, (innerHeight - MARGIN_PX) / PHONE_HEIGHT_PX)
  document.documentElement.style.setProperty('--scale', String(scale))
}
fit()
addEventListener('resize', fit)
