import { createSelection } from './album-selection'
import { el, showLayer } from './dom'
import { fetchSample, listSamples, type Picked, type Sample } from './samples'

/** Accepts any file, so that bad ones can be tried. The browser knows no maximum: it may return more than `count`. */
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
 * Shows the phone's album: the sample pictures and a file chooser.
 *
 * @param count maximum number of samples
 * @returns empty if canceled
 */
export async function showAlbum(count: number): Promise<Picked[]> {
  const samples = await listSamples()
  const picked = await showLayer<(Picked | Sample)[]>('sheet', (choose) => {
    const input = fileInput(count, choose)
    const { toggleFor, done, selected } = createSelection(count)
    done.addEventListener('click', () => choose(selected))
    const thumbnail = (sample: Sample): HTMLElement => {
      const picture = el('button', {
        class: 'phone-album-item',
        label: sample.name,
        onClick: () => choose([sample]),
      })
      picture.append(el('img', { src: sample.url }))
      return el('div', { class: 'phone-album-cell' }, picture, ...(count > 1 ? [toggleFor(sample)] : []))
    }
    return [
      el(
        'div',
        { class: 'phone-sheet-list' },
        el('div', { class: 'phone-sheet-alert', text: '相册（模拟）Album (simulated)' }),
        el('div', { class: 'phone-album' }, ...samples.map(thumbnail)),
        done,
        el('button', {
          class: 'phone-sheet-item',
          text: '从电脑选择 Choose a file',
          onClick: () => input.click(),
        }),
        input,
        el('div', { class: 'phone-sheet-gap' }),
        el('button', {
          class: 'phone-sheet-item',
          text: '取消 Cancel',
          onClick: () => choose([]),
        }),
      ),
    ]
  })
  return Promise.all(picked.map(async (picture) => ('blob' in picture ? picture : fetchSample(picture))))
}
