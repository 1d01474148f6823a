import { marking } from './album-marks'
import { ask, el } from './dom'

export interface Picked {
  blob: Blob
  name: string
}

export interface Sample {
  name: string
  url: string
}

async function samples(): Promise<Sample[]> {
  const response = await fetch('/samples')
  return response.ok ? ((await response.json()) as Sample[]) : []
}

const fetchSample = async ({ name, url }: Sample): Promise<Picked> => ({ name, blob: await (await fetch(url)).blob() })

/**
 * A file input that takes anything: bad files must be tried too. A system's chooser knows "one" and "several", no
 * number: it may give more than was asked for.
 */
function fileInput(count: number, onPick: (picked: Picked[]) => void): HTMLInputElement {
  const input = el('input', { class: 'phone-file' })
  input.type = 'file'
  input.multiple = count > 1
  input.addEventListener('change', () => {
    const files = [...(input.files ?? [])]
    if (files.length > 0) onPick(files.map((blob) => ({ blob, name: blob.name })))
  })
  return input
}

/**
 * The phone's album: sample pictures and the computer's own files. A tap on a sample takes that one; marks take
 * several.
 *
 * @param count how many of the samples at most.
 * @returns nothing where it was cancelled.
 */
export async function showAlbum(count: number): Promise<Picked[]> {
  const pictures = await samples()
  const picked = await ask<(Picked | Sample)[]>('sheet', (choose) => {
    const input = fileInput(count, choose)
    const { mark, done, marked } = marking(count)
    done.addEventListener('click', () => {
      choose(marked)
    })
    const thumbnail = (sample: Sample): HTMLElement => {
      const picture = el('button', {
        class: 'phone-album-item',
        label: sample.name,
        onClick: () => {
          choose([sample])
        },
      })
      picture.append(el('img', { src: sample.url }))
      return el('div', { class: 'phone-album-cell' }, picture, ...(count > 1 ? [mark(sample)] : []))
    }
    return [
      el(
        'div',
        { class: 'phone-sheet-list' },
        el('div', { class: 'phone-sheet-alert', text: '相册（模拟）Album (simulated)' }),
        el('div', { class: 'phone-album' }, ...pictures.map(thumbnail)),
        done,
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
  return Promise.all(picked.map(async (picture) => ('blob' in picture ? picture : fetchSample(picture))))
}
