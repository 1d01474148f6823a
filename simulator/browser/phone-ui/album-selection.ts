import { el } from './dom'
import type { Sample } from './samples'

interface Selection {
  /** The button on a sample that selects or deselects it and shows its number. */
  toggleFor: (sample: Sample) => HTMLElement
  /** Hidden while nothing is selected. */
  done: HTMLElement
  /** In the order of selection. */
  selected: Sample[]
}

/** Selects several samples of the album, `max` at most. */
export function createSelection(max: number): Selection {
  const selected: Sample[] = []
  const toggles = new Map<Sample, HTMLElement>()
  const done = el('button', { class: 'phone-sheet-item', text: '完成 Done' })
  const update = (): void => {
    done.hidden = selected.length === 0
    for (const [sample, button] of toggles)
      button.textContent = selected.includes(sample) ? `${selected.indexOf(sample) + 1}` : ''
  }
  const toggle = (sample: Sample): void => {
    if (selected.includes(sample)) selected.splice(selected.indexOf(sample), 1)
    else if (selected.length < max) selected.push(sample)
    update()
  }
  update()
  return {
    selected,
    done,
    toggleFor(sample) {
      const button = el('button', {
        class: 'phone-album-mark',
        label: `选择 ${sample.name}`,
        onClick: () => toggle(sample),
      })
      toggles.set(sample, button)
      return button
    },
  }
}
