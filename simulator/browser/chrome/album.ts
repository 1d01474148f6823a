import { ask, el } from './dom'

export interface Picked {
  blob: Blob
  name: string
}

interface Sample {
  name: string
  url: string
}

async function samples(): Promise<Sample[]> {
  const response = await fetch('/samples')
  return response.ok ? ((await response.json()) as Sample[]) : []
}

async function pickSample({ name, url }: Sample): Promise<Picked[]> {
  return [{ name, blob: await (await fetch(url)).blob() }]
}

/** A file input that takes anything: bad files must be tried too. */
function fileInput(count: number, onPick: (picked: Picked[]) => void): HTMLInputElement {
  const input = el('input', { class: 'phone-file' })
  input.type = 'file'
  input.multiple = count > 1
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])].slice(0, count)
    if (files.length > 0) onPick(files.map((blob) => ({ blob, name: blob.name })))
  })
  return input
}

/**
 * The phone's album: sample pictures and the computer's own files.
 *
 * @param count how many at most.
 * @returns nothing where it was cancelled.
 */
export async function showAlbum(count: number): Promise<Picked[]> {
  const pictures = await samples()
  const picked = await ask<Picked[] | Sample>('sheet', (choose) => {
    const input = fileInput(count, choose)
    const thumbnail = (sample: Sample): HTMLElement =>
      el(
        'button',
        {
          class: 'phone-album-item',
          label: sample.name,
          onClick: () => {
            choose(sample)
          },
        },
        el('img', { src: sample.url }),
      )
    return [
      el(
        'div',
        { class: 'phone-sheet-list' },
        el('div', { class: 'phone-sheet-alert', text: '相册（模拟）Album (simulated)' }),
        el('div', { class: 'phone-album' }, ...pictures.map(thumbnail)),
        el('button', {
          class: 'phone-sheet-item',
          text: '从电脑选择 Choose a file',
          onClick: () => {
            input.click()
          },
        }),
        input,
        el('div', { class: 'phone-sheet-gap' }),
        el('button', {
          class: 'phone-sheet-item',
          text: '取消 Cancel',
          onClick: () => {
            choose([])
          },
        }),
      ),
    ]
  })
  return Array.isArray(picked) ? picked : pickSample(picked)
}
