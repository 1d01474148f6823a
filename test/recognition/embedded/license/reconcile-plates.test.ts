import { fieldOf } from '../../../../miniprogram/vehicle-license/fields'
import { type Reading, readValue } from '../../../../recognition/engines/embedded/license/read-value'
import { reconcilePlates } from '../../../../recognition/engines/embedded/license/reconcile-plates'
import { confidenceOf } from '../../../../recognition/engines/embedded/license/confidence'
import type { Line } from '../../../../recognition/engines/embedded/ocr/line'
import { write } from '../made-up'

const [MAIN, DUPLICATE] = [fieldOf('plateNum'), fieldOf('plateNumB')]

/** A line whose one character could be another one. */
function doubtful(text: string, at: number, other: string, probability: number): Line {
  const line = write(text, 0, 0)
  const steps = line.steps.map((step, i) =>
    i === 2 * at + 1
      ? {
          ...step,
          candidates: [
            { text: text[at] ?? '', probability: 1 - probability },
            { text: other, probability },
          ],
        }
      : step,
  )
  return { ...line, steps }
}

function reading(line: Line): Reading {
  const read = readValue('plate', [line])
  if (!read) throw new Error('nothing was read')
  return read
}

function agree(main: Line, duplicate: Line): (readonly [text: string, confidence: number])[] {
  const readings = new Map([
    [MAIN, reading(main)],
    [DUPLICATE, reading(duplicate)],
  ])
  return [...reconcilePlates(readings).values()].map((one) => [one.text, confidenceOf(one)] as const)
}

test('two readings that agree stay as they are', () => {
  const [main, duplicate] = agree(write('粤B5K7T9', 0, 0), write('粤B5K7T9', 0, 0))
  expect([main?.[0], duplicate?.[0]]).toEqual(['粤B5K7T9', '粤B5K7T9'])
  expect(main?.[1]).toBeGreaterThan(0.9)
})

test('where they differ, the surer one is on both, and the other is not given as sure', () => {
  const [main, duplicate] = agree(write('粤B5K7T9', 0, 0), doubtful('粤B5K1T9', 4, '7', 0.45))
  expect([main?.[0], duplicate?.[0]]).toEqual(['粤B5K7T9', '粤B5K7T9'])
  expect(duplicate?.[1]).toBeLessThan(0.95)
})

test('where both are sure of something else, neither is given as sure', () => {
  const both = agree(write('粤B5K7T9', 0, 0), write('京A12345', 0, 0))
  for (const [, confidence] of both) expect(confidence).toBeLessThan(0.95)
})
