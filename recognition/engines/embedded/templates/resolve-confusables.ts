import type { Quad } from '../../../../miniprogram/image/quad'
import type { Field, FieldKind } from '../../../../miniprogram/vehicle-license/fields'
import type { Reading } from '../license/read-value'
import type { Picture } from '../pixels/picture'
import { type CharacterImage, characterImagesOf } from './character-images'
import { type Template, templateDistance, templateOf } from './template'

/** Kinds that have no O and I, so that their zeros and ones make the templates. */
const UNAMBIGUOUS: ReadonlySet<FieldKind> = new Set(['vin', 'date', 'mass', 'count', 'size', 'fileNumber'])
const MIN_POSTERIOR = 0.9

interface Pair {
  readonly digit: string
  readonly letter: string
  /** Template distance at which both are equally likely. */
  readonly even: number
  /** Template distance below which it is the digit, whatever the recognizer says. */
  readonly certain?: number
}

const ZERO_OR_O: Pair = { digit: '0', letter: 'O', even: 0.045, certain: 0.06 }
const ONE_OR_I: Pair = { digit: '1', letter: 'I', even: 0.05 }
/** Plates have no O. */
const ZERO_OR_Q: Pair = { digit: '0', letter: 'Q', even: 0.1 }

/**
 * Log-odds of the letter per unit of template distance. Fitted with `even` on generated licenses: right for 276 of 282
 * zeros and O, 252 of 253 ones and I, and all 175 zeros and Q of plates; the recognizer alone: 267, 252 and 175.
 */
const WEIGHT = 40
/** The recognizer's candidates are cut off below this probability. */
const MIN_PROBABILITY = 1e-4

/** Kinds in which only the shape tells a letter from a digit. */
const AMBIGUOUS: Readonly<Partial<Record<FieldKind, readonly Pair[]>>> = {
  model: [ZERO_OR_O, ONE_OR_I],
  engineNum: [ZERO_OR_O, ONE_OR_I],
  plate: [ZERO_OR_Q],
}
const DIGITS = ['0', '1']

interface Placed {
  readonly reading: Reading
  /** From px of the view to px of the picture. */
  readonly inPicture: (quad: Quad) => Quad
}

/** The images of a value's characters; none unless every character has one. */
function imagesOf(picture: Picture, { reading, inPicture }: Placed): { printed: string; image: CharacterImage }[] {
  const images = reading.lines.flatMap((line) => characterImagesOf(picture, inPicture(line.box), line))
  const characters = Array.from(reading.text.replace(/\s/g, ''))
  return images.length === characters.length ? images.map((image, i) => ({ printed: characters[i] ?? '', image })) : []
}

/** Templates of the digits, from values in which they are unambiguous. */
function templatesOf(picture: Picture, values: readonly Placed[]): ReadonlyMap<string, Template> {
  const images = values.flatMap((placed) => imagesOf(picture, placed))
  return new Map(
    DIGITS.flatMap((digit) => {
      const template = templateOf(images.filter(({ printed }) => printed === digit).map(({ image }) => image.pixels()))
      return template ? [[digit, template] as const] : []
    }),
  )
}

function resolve(
  printed: string,
  { candidates, pixels }: CharacterImage,
  pairs: readonly Pair[],
  templates: ReadonlyMap<string, Template>,
): string {
  const pair = pairs.find(({ digit, letter }) => printed === digit || printed === letter)
  const template = pair && templates.get(pair.digit)
  if (!template) return printed
  const probability = (text: string): number => candidates.find((one) => one.text === text)?.probability ?? 0
  const letter = probability(pair.letter)
  // However unusual its shape, it is a digit if the recognizer never considered the letter.
  if (letter === 0) return printed
  const distance = templateDistance(template, pixels())
  if (distance < (pair.certain ?? -1)) return pair.digit
  const logOdds = Math.log(letter / Math.max(MIN_PROBABILITY, probability(pair.digit)))
  return logOdds + WEIGHT * (distance - pair.even) > 0 ? pair.letter : pair.digit
}

/** Replaces the characters of a text one by one, except its spaces. */
function replaceCharacters(text: string, characters: readonly string[]): string {
  let next = 0
  return Array.from(text, (one) => (/\s/.test(one) ? one : (characters[next++] ?? one))).join('')
}

/**
 * Tells O and Q from 0, and I from 1, by templates of the zeros and ones of the same license: the recognizer confuses
 * them with high confidence. Returns only the readings that change.
 */
export function resolveConfusables(picture: Picture, found: ReadonlyMap<Field, Placed>): Map<Field, Reading> {
  const resolved = new Map<Field, Reading>()
  const ambiguous = [...found].flatMap(([field, placed]) => {
    const pairs = (AMBIGUOUS[field.kind] ?? []).filter(
      ({ digit, letter }) => placed.reading.text.includes(digit) || placed.reading.text.includes(letter),
    )
    return pairs.length > 0 ? [{ field, placed, pairs }] : []
  })
  if (ambiguous.length === 0) return resolved
  const templates = templatesOf(
    picture,
    [...found].flatMap(([{ kind }, placed]) => {
      const { posterior, valid } = placed.reading.decoding
      return UNAMBIGUOUS.has(kind) && posterior > MIN_POSTERIOR && valid !== false ? [placed] : []
    }),
  )
  for (const { field, placed, pairs } of ambiguous) {
    const { reading } = placed
    const characters = imagesOf(picture, placed).map(({ printed, image }) => resolve(printed, image, pairs, templates))
    const text = replaceCharacters(reading.text, characters)
    if (text !== reading.text)
      resolved.set(field, { ...reading, text, decoding: { ...reading.decoding, text, repaired: true } })
  }
  return resolved
}
