import { el, showLayer } from './dom'
import { layerBar } from './layer-bar'

interface Shared {
  name: string
  url: string
  /** Bytes */
  size: number
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} kB`

function download({ name, url }: Shared): void {
  const link = el('a')
  link.href = url
  link.download = name
  link.click()
}

const fileRow = ({ name, size }: Shared): HTMLElement =>
  el('div', { class: 'phone-setting' }, name, el('span', { text: kilobytes(size) }))

/** WeChat's chat picker; "sending" downloads the file. @returns whether it was sent */
export const sendFile = (file: Shared): Promise<boolean> =>
  showLayer('page-layer', (choose) => [
    layerBar('发送给朋友 Send to', () => choose(false)),
    fileRow(file),
    el('button', {
      class: 'phone-setting',
      text: '文件传输助手 File Transfer',
      onClick: () => {
        download(file)
        choose(true)
      },
    }),
  ])

/** Shares the mini program as a card; nothing is sent. */
export const sendCard = (title: string): Promise<void> =>
  showLayer('page-layer', (choose) => [
    layerBar('发送给朋友 Send to', () => choose(undefined)),
    el('div', { class: 'phone-setting', text: title }),
    el('button', {
      class: 'phone-setting',
      text: '文件传输助手 File Transfer',
      onClick: () => choose(undefined),
    }),
  ])

/** Stands in for WeChat's document viewer: name, size and a download. */
export const showDocument = (file: Shared): Promise<void> =>
  showLayer('page-layer', (choose) => [
    layerBar(file.name, () => choose(undefined)),
    fileRow(file),
    el('button', {
      class: 'phone-setting',
      text: '下载 Download',
      onClick: () => download(file),
    }),
  ])
