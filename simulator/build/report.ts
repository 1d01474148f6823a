import type { AppConfig } from './graph'

/** An API or element that the simulator lacks, and the files that use it. */
export interface Missing {
  name: string
  files: string[]
}

export interface BuildReport {
  /** Used by the program's own scripts; packages are not counted. */
  apis: Missing[]
  elements: Missing[]
  /** Settings of app.json without effect in the simulator. */
  settings: string[]
  warnings: string[]
  /** Errors in the program's files; each is thrown when the file is used. */
  problems: string[]
}

const UNSUPPORTED_SETTINGS = ['plugins', 'useExtendedLib', 'workers', 'functionalPages']

/** The names in `used` that are not in `available`, sorted. */
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

/** The report as text for a terminal; may be empty. */
export function formatReport({ apis, elements, settings, warnings, problems }: BuildReport): string {
  const sections: [string, string[]][] = [
    [
      'Not available in the simulator (throws when used):',
      [
        ...apis.map((missing) => describe(missing, (name) => `wx.${name}`)),
        ...elements.map((missing) => describe(missing, (name) => `<${name}>`)),
        ...settings.map((name) => `  app.json "${name}"`),
      ],
    ],
    ['Errors in the program (thrown when used):', problems.map((problem) => `  ${problem}`)],
    ['Warnings:', warnings.map((warning) => `  ${warning}`)],
  ]
  return sections.flatMap(([title, lines]) => (lines.length > 0 ? [title, ...lines] : [])).join('\n')
}
