import type { AppConfig } from './graph'

/** Something the program uses that the simulator does not have, and the files that use it. */
export interface Missing {
  name: string
  files: string[]
}

export interface BuildReport {
  /** Those that the program's own scripts use, its packages aside. */
  apis: Missing[]
  elements: Missing[]
  /** Settings of app.json that have no effect here. */
  settings: string[]
  warnings: string[]
  /** What is wrong with the program's files: each fails when it is used. */
  problems: string[]
}

const UNSUPPORTED_SETTINGS = ['plugins', 'useExtendedLib', 'workers', 'functionalPages']

/** What of `used` is not in `available`, in alphabetical order. */
export function missingFrom(
  used: ReadonlyMap<string, ReadonlySet<string>>,
  available: ReadonlySet<string>,
  label: (file: string) => string,
): Missing[] {
  return [...used]
    .filter(([name]) => !available.has(name))
    .map(([name, files]) => ({ name, files: [...files].map(label).sort() }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

export const unsupportedSettings = (app: AppConfig): string[] =>
  UNSUPPORTED_SETTINGS.filter((name) => app[name] !== undefined && app[name] !== false)

const describe = ({ name, files }: Missing, write: (name: string) => string): string =>
  `  ${write(name)}  used by ${files.slice(0, 3).join(', ')}${files.length > 3 ? ` and ${files.length - 3} more` : ''}`

/** The report as text for a terminal; empty where there is nothing to say. */
export function formatReport({ apis, elements, settings, warnings, problems }: BuildReport): string {
  const sections: [string, string[]][] = [
    [
      'Not available in the simulator (fails loudly when it is used):',
      [
        ...apis.map((missing) => describe(missing, (name) => `wx.${name}`)),
        ...elements.map((missing) => describe(missing, (name) => `<${name}>`)),
        ...settings.map((name) => `  app.json "${name}"`),
      ],
    ],
    ['Wrong in the program (fails when it is used):', problems.map((problem) => `  ${problem}`)],
    ['Warnings:', warnings.map((warning) => `  ${warning}`)],
  ]
  return sections.flatMap(([title, lines]) => (lines.length > 0 ? [title, ...lines] : [])).join('\n')
}
