import axeCore from 'axe-core'
import type { Stage } from './stage'

/** WCAG 2.1, level AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']
/** px; smaller than that is hard to hit with a finger. */
export const MIN_TARGET = 44

/** px; ten keys have to stand beside each other on 320 px, as on any phone's keyboard: they are as high, but narrower. */
const MIN_KEY_WIDTH = 26
const KEY = /--(key|character)\b/

/** Something on the screen that a rule forbids. */
export interface Violation {
  readonly rule: string
  /** Where, and what it says there. */
  readonly node: string
  readonly why: string
}

/** What axe finds wrong in the page that is open and in what lies over it; WeChat's own interface is not ours. */
export async function violations(stage: Stage): Promise<Violation[]> {
  const frame = await stage.frame()
  if (!(await frame.evaluate('"axe" in window'))) await frame.evaluate(axeCore.source)
  return frame.evaluate(async (tags): Promise<Violation[]> => {
    const { axe } = window as unknown as { axe: typeof axeCore }
    const view = document.querySelector('.phone-page:not([hidden]) .phone-view')
    if (!view) throw new Error('no page is open')
    const { violations } = await axe.run(view, {
      runOnly: { type: 'tag', values: tags },
      // About keyboards, which a phone's page is not scrolled by.
      rules: { 'scrollable-region-focusable': { enabled: false } },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary = '' }) => ({
        rule: id,
        node: html.slice(0, 160),
        why: failureSummary.split('\n').slice(1).join(' ').trim().slice(0, 200),
      })),
    )
  }, RULES)
}

export interface Target {
  /** Tag and classes. */
  readonly node: string
  /** What a screen reader says: its label, else its text. */
  readonly name: string
  /** px */
  readonly width: number
  readonly height: number
}

/** Everything on the screen that does something when it is tapped. */
export async function targets(stage: Stage): Promise<Target[]> {
  const frame = await stage.frame()
  return frame.evaluate(() => {
    const view = document.querySelector('.phone-page:not([hidden]) .phone-view')
    if (!view) throw new Error('no page is open')
    const bounds = view.getBoundingClientRect()
    /** Whether a finger on the middle of it reaches it: it may be covered, or scrolled out of sight. */
    const isReachable = (node: Element, { left, top, right, bottom }: DOMRect): boolean => {
      const x = (Math.max(left, bounds.left) + Math.min(right, bounds.right)) / 2
      const y = (Math.max(top, bounds.top) + Math.min(bottom, bounds.bottom)) / 2
      const hit = document.elementFromPoint(x, y)
      return hit !== null && (node.contains(hit) || hit.contains(node))
    }
    /** vant's icons and fields listen in their insides, too, and tell nobody unless the host is listened to. */
    const isInside = (node: Element): boolean =>
      node.matches('wx-view.van-icon') ||
      (node.matches('input, textarea') && node.closest('wx-input, wx-textarea') !== node)
    const isTappable = (node: Element): boolean =>
      ((node as { tappable?: boolean }).tappable === true || node.matches('wx-input, wx-textarea')) && !isInside(node)
    return [...view.querySelectorAll('*')].filter(isTappable).flatMap((node) => {
      const rect = node.getBoundingClientRect()
      const isDisabled = node.closest('[disabled], [aria-disabled="true"], [aria-hidden="true"]') !== null
      if (rect.width === 0 || rect.height === 0 || isDisabled || !isReachable(node, rect)) return []
      const field = node.querySelector(':scope > input, :scope > textarea')
      const label = (field ?? node).getAttribute('aria-label')
      // A field's hint is gone once there is a value: it is no name.
      const text =
        label ?? node.querySelector('[aria-label]')?.getAttribute('aria-label') ?? (node as HTMLElement).innerText
      const own = [...node.classList].filter((name) => !name.includes('--') || /^c\w+--(?!van)/.test(name))
      return [
        {
          node: [node.tagName.toLowerCase(), ...own].join('.'),
          name: text.replace(/\s+/g, ' ').trim().slice(0, 30),
          width: Math.round(rect.width),
          height: Math.round(rect.height),
        },
      ]
    })
  })
}

const unique = (lines: string[]): string[] => [...new Set(lines)]

/** Targets that are too small, as they stand in a list of what is wrong. */
export const tooSmall = (all: readonly Target[], min = MIN_TARGET): string[] =>
  unique(
    all
      .filter(({ node, width, height }) => width < (KEY.test(node) ? MIN_KEY_WIDTH : min) || height < min)
      .map(({ node, name, width, height }) => `${node} "${name}": ${width} × ${height} px`),
  )

/** px; of a key the height. */
export const shorterSide = ({ node, width, height }: Target): number =>
  KEY.test(node) ? height : Math.min(width, height)

/** Targets of which a screen reader cannot say what they are. */
export const nameless = (all: readonly Target[]): string[] =>
  unique(all.filter(({ name }) => name === '').map(({ node }) => node))
