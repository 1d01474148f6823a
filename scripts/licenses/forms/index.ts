import type { Random } from '../random'
import type { SplitStyle } from '../splits'
import { createForm, type Form } from './plain'
import { createStandardForm, type StandardForm } from './standard'

export type AnyForm = Form | StandardForm

/** What licenses are printed on: the form in use mostly, the one before it, and what programs draw. */
const NAMES = ['current', 'current', 'current', 'current', 'former', 'plain'] as const
export type FormName = (typeof NAMES)[number]

export const pickForm = (random: Random): FormName => random.pick(NAMES)

export const createAnyForm = (name: FormName, random: Random, style: SplitStyle): AnyForm =>
  name === 'plain' ? createForm(random, style) : createStandardForm(name, random, style)
