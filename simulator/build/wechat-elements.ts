/** https://developers.weixin.qq.com/miniprogram/dev/component/. Of any other undeclared tag only the content is shown. */
const WECHAT_ELEMENTS = new Set([
  // View containers
  ...['cover-image', 'cover-view', 'match-media', 'movable-area', 'movable-view', 'page-container', 'root-portal'],
  ...['scroll-view', 'share-element', 'swiper', 'swiper-item', 'view'],
  // Skyline
  ...['draggable-sheet', 'grid-builder', 'grid-view', 'list-builder', 'list-view', 'nested-scroll-body'],
  ...['nested-scroll-header', 'open-container', 'snapshot', 'sticky-header', 'sticky-section'],
  ...['double-tap-gesture-handler', 'force-press-gesture-handler', 'horizontal-drag-gesture-handler'],
  ...['long-press-gesture-handler', 'pan-gesture-handler', 'scale-gesture-handler', 'tap-gesture-handler'],
  'vertical-drag-gesture-handler',
  // Content and forms
  ...['icon', 'progress', 'rich-text', 'selection', 'text'],
  ...['button', 'checkbox', 'checkbox-group', 'editor', 'editor-portal', 'form', 'input', 'keyboard-accessory'],
  ...['label', 'picker', 'picker-view', 'picker-view-column', 'radio', 'radio-group', 'slider', 'switch', 'textarea'],
  // Navigation, media, maps and open content
  ...['functional-page-navigator', 'navigation-bar', 'navigator', 'page-meta'],
  ...['animation-video', 'animation-view', 'audio', 'camera', 'canvas', 'channel-live', 'channel-video', 'image'],
  ...['live-player', 'live-pusher', 'map', 'video', 'voip-room', 'xr-scene'],
  ...['ad', 'ad-custom', 'official-account', 'official-account-publish', 'open-data', 'open-data-list', 'store-coupon'],
  ...['store-gift', 'store-home', 'store-product', 'web-view'],
])

export const isWechatElement = (tag: string): boolean => WECHAT_ELEMENTS.has(tag)
