import type { Random } from '../random'
import type { SplitStyle } from '../splits'
import { createForm, type Form } from './plain'
import { createStandardForm, type StandardForm } from './standard'

export type AnyForm = Form | StandardForm

/** Forms by frequency. `plain` is the style of generated examples. */
const NAMES = ['current', 'current', 'current', 'current', 'former', 'plain'] as const
export type FormName = (typeof NAMES)[number]

export const pickForm = (random: Random): FormName => random.pick(NAMES)

export const createAnyForm = (name: FormName, random: Random, style: SplitStyle): AnyForm =>
  name === 'plain' ? createForm(random, style) : createStandardForm(name, random, style)
