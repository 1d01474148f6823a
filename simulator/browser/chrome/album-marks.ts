import type { Sample } from './album'
import { el } from './dom'

interface Marking {
  /** The mark of a sample, to be set and taken back. */
  mark: (sample: Sample) => HTMLElement
  /** Shown once there is something to take. */
  done: HTMLElement
  /** In the order in which they were marked. */
  marked: Sample[]
}

/** Several samples of the album; no more than `count`. */
export function marking(count: number): Marking {
  const marked: Sample[] = []
  const marks = new Map<Sample, HTMLElement>()
  const done = el('button', { class: 'phone-sheet-item', text: '完成 Done' })
  const update = (): void => {
    done.hidden = marked.length === 0
    for (const [sample, mark] of marks)
      mark.textContent = marked.includes(sample) ? `${marked.indexOf(sample) + 1}` : ''
  }
  const toggle = (sample: Sample): void => {
    if (marked.includes(sample)) marked.splice(marked.indexOf(sample), 1)
    else if (marked.length < count) marked.push(sample)
    update()
  }
  update()
  return {
    marked,
    done,
    mark(sample) {
      const mark = el('button', {
        class: 'phone-album-mark',
        label: `选择 ${sample.name}`,
        onClick: () => {
          toggle(sample)
        },
      })
      marks.set(sample, mark)
      return mark
    },
  }
}
