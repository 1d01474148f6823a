import type { Range } from './random'

export type Split = 'dev' | 'test'

/** A font for printed values. */
export interface ValueFont {
  /** CSS font-family: for letters and digits, then for Chinese. */
  readonly family: string
  readonly weight: number
  readonly zero: 'plain' | 'slashed' | 'dotted'
  /** Advance width in em; monospaced fonts only. */
  readonly advance?: number
}

/** Everything that differs between the splits; they share nothing. */
export interface SplitStyle {
  /** Prefix of every seed. */
  readonly seed: string
  /** Manifest of the packages that hold the fonts. */
  readonly from: 'package.json' | 'bench/package.json'
  /** Stylesheets of the fonts. */
  readonly stylesheets: readonly string[]
  readonly labelFamilies: readonly string[]
  readonly sealFamilies: readonly string[]
  readonly values: readonly ValueFont[]
  readonly labelColors: readonly string[]
  readonly papers: readonly string[]
  readonly inks: readonly string[]
  readonly desks: readonly string[]
  /** mm: offsets of the columns from the samples. */
  readonly leftColumn: Range
  readonly rightColumn: Range
  readonly valueColumn: Range
  /** Factor of the samples' row pitch. */
  readonly rowPitch: Range
  /** mm */
  readonly top: Range
  readonly labelMm: Range
  /** Offset of the form from the specimens in mm, and the factor of their row pitch. */
  readonly formShift: Range
  readonly formPitch: Range
  readonly serifFamilies: readonly string[]
  readonly sansFamily: string
  readonly darkLabels: readonly string[]
  /** Paper colors from left to right: of the current form, and of the former one. */
  readonly gradients: readonly (readonly [string, string, string])[]
  readonly greenPapers: readonly (readonly [string, string, string])[]
  /** Colors of the fingers and wallets that hold the cards. */
  readonly skins: readonly string[]
  readonly leathers: readonly string[]
}

const DEV: SplitStyle = {
  seed: 'dev',
  from: 'package.json',
  stylesheets: ['noto-sans-sc', 'noto-serif-sc', 'roboto-mono', 'inconsolata', 'source-code-pro'].map(
    (font) => `@fontsource-variable/${font}/index.css`,
  ),
  labelFamilies: ["'Noto Sans SC Variable'", "'Noto Sans SC Variable'", "'Noto Serif SC Variable'"],
  sealFamilies: ["'Noto Serif SC Variable'"],
  values: [
    { family: "'Noto Sans SC Variable'", weight: 400, zero: 'plain' },
    { family: "'Noto Sans SC Variable'", weight: 500, zero: 'plain' },
    { family: "'Noto Serif SC Variable'", weight: 400, zero: 'plain' },
    { family: "'Noto Serif SC Variable'", weight: 600, zero: 'plain' },
    { family: "'Roboto Mono Variable','Noto Sans SC Variable'", weight: 500, zero: 'slashed', advance: 0.6 },
    { family: "'Inconsolata Variable','Noto Sans SC Variable'", weight: 500, zero: 'slashed', advance: 0.5 },
    { family: "'Inconsolata Variable','Noto Serif SC Variable'", weight: 500, zero: 'slashed', advance: 0.5 },
    { family: "'Source Code Pro Variable','Noto Sans SC Variable'", weight: 500, zero: 'dotted', advance: 0.6 },
  ],
  labelColors: ['#2c7565', '#2a5f8f', '#555f5b', '#1f2a28', '#3c7d4a'],
  papers: ['#f4f7f1', '#f2f5f8', '#f8f6ec', '#eef4ee'],
  inks: ['#9cc9ac', '#b9d5e6', '#e6c9b9', '#c9c3e0'],
  desks: ['wood', 'cloth', 'dashboard', 'paper'],
  leftColumn: [-0.6, 1],
  rightColumn: [-1, 1.2],
  valueColumn: [-1, 0.6],
  rowPitch: [0.97, 1.02],
  top: [-0.6, 0.8],
  labelMm: [1.8, 2.15],
  formShift: [-0.8, 0.5],
  formPitch: [0.985, 1.005],
  serifFamilies: ["'Noto Serif SC Variable'"],
  sansFamily: "'Noto Sans SC Variable'",
  darkLabels: ['#2a2e33', '#3a4047', '#4a4f58', '#353a44'],
  gradients: [
    ['#bfe2f2', '#f1d6ea', '#bcdff3'],
    ['#cfe8f5', '#eedff0', '#d3ecf6'],
    ['#a9d3ea', '#dcc6e4', '#a8d5ee'],
    ['#e8f2f8', '#f7edf5', '#e4f0f8'],
  ],
  greenPapers: [
    ['#d9ecd8', '#e4f0dc', '#d3e8d6'],
    ['#cfe3cb', '#dde9d0', '#cbe0cc'],
  ],
  skins: ['#d9a98a', '#c68f6e'],
  leathers: ['#1f4fa3', '#2b63b8', '#274a86'],
}

const MISANS = ['Regular', 'Medium', 'Demibold'].map((weight) => `misans/lib/Normal/MiSans-${weight}.min.css`)

const TEST: SplitStyle = {
  seed: 'test',
  from: 'bench/package.json',
  stylesheets: [
    ...MISANS,
    '@fontsource/lxgw-wenkai/500.css',
    '@fontsource/lxgw-wenkai/700.css',
    '@fontsource/zcool-xiaowei/400.css',
    '@fontsource/share-tech-mono/400.css',
    '@fontsource/overpass-mono/500.css',
    '@fontsource/space-mono/400.css',
  ],
  labelFamilies: ["'MiSans'", "'LXGW WenKai'", "'ZCOOL XiaoWei','LXGW WenKai'"],
  sealFamilies: ["'LXGW WenKai'", "'ZCOOL XiaoWei','LXGW WenKai'"],
  values: [
    { family: "'MiSans'", weight: 330, zero: 'plain' },
    { family: "'MiSans'", weight: 380, zero: 'plain' },
    { family: "'LXGW WenKai'", weight: 500, zero: 'plain' },
    { family: "'LXGW WenKai'", weight: 700, zero: 'plain' },
    { family: "'Share Tech Mono','MiSans'", weight: 400, zero: 'dotted', advance: 0.54 },
    { family: "'Overpass Mono','MiSans'", weight: 500, zero: 'slashed', advance: 0.616 },
    { family: "'Space Mono','MiSans'", weight: 400, zero: 'slashed', advance: 0.612 },
    { family: "'Space Mono','LXGW WenKai'", weight: 400, zero: 'slashed', advance: 0.612 },
  ],
  labelColors: ['#1f6b4f', '#34508a', '#6a6a64', '#2b2b2b', '#4a6f2f'],
  papers: ['#f6f4f2', '#edf3f6', '#f3f8ee', '#faf7f0'],
  inks: ['#a9cfc0', '#a7bfe0', '#e0b9c4', '#d8cfa4'],
  desks: ['checkered', 'leather', 'keyboard', 'marble'],
  leftColumn: [-1, 0.4],
  rightColumn: [0.2, 2.4],
  valueColumn: [-0.4, 1.4],
  rowPitch: [0.93, 0.99],
  top: [0.2, 2],
  labelMm: [1.65, 2.3],
  formShift: [0.2, 1.4],
  formPitch: [0.965, 0.99],
  serifFamilies: ["'ZCOOL XiaoWei','LXGW WenKai'", "'LXGW WenKai'"],
  sansFamily: "'MiSans'",
  darkLabels: ['#26292c', '#40464c', '#51565c', '#2f3640'],
  gradients: [
    ['#c6e4ee', '#f4dce6', '#c2e2ef'],
    ['#b4dbea', '#e6cfe2', '#b0d8ec'],
    ['#daeef4', '#f3e6ee', '#d6edf6'],
    ['#eef5f8', '#f9f0f4', '#ebf4f9'],
  ],
  greenPapers: [
    ['#d4e8cf', '#e0ecd6', '#cee4cd'],
    ['#dcefd9', '#e9f4e0', '#d8ecda'],
  ],
  skins: ['#e3b99b', '#a8734f'],
  leathers: ['#16386f', '#3a78c9', '#203a78'],
}

export const SPLITS: Readonly<Record<Split, SplitStyle>> = { dev: DEV, test: TEST }
