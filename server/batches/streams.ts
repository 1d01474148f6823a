import { RecognitionError } from '../../miniprogram/vehicle-license/errors'

/** Open event streams per person and process. */
export const MAX_STREAMS_PER_PERSON = 16

/** The open event streams. Aborting a stream's controller ends it. */
export interface Streams {
  /** @throws RecognitionError `RATE_LIMITED` if the person has too many open */
  open(person: string): AbortController
  close(stream: AbortController): void
  closeAll(): void
}

export function createStreams(maxPerPerson = MAX_STREAMS_PER_PERSON): Streams {
  const persons = new Map<AbortController, string>()
  const countOf = (person: string): number => [...persons.values()].filter((each) => each === person).length

  function close(stream: AbortController): void {
    persons.delete(stream)
    stream.abort()
  }

  return {
    open(person) {
      if (countOf(person) >= maxPerPerson) throw new RecognitionError('RATE_LIMITED')
      const stream = new AbortController()
      persons.set(stream, person)
      return stream
    },
    close,
    closeAll() {
      for (const stream of persons.keys()) close(stream)
    },
  }
}
