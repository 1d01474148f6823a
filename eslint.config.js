import { importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

const MINIPROGRAM = './miniprogram'
const IMAGE = `${MINIPROGRAM}/image`
const STRINGS = `${MINIPROGRAM}/strings`
const LICENSE = `${MINIPROGRAM}/vehicle-license`
const VISION = `${MINIPROGRAM}/vision`
const SERVICES = `${MINIPROGRAM}/services`
const CORE = [IMAGE, STRINGS, LICENSE]

/** What each room may import besides itself: arrows run one way. */
const rooms = {
  [IMAGE]: [],
  [STRINGS]: [],
  [LICENSE]: [IMAGE, STRINGS],
  [VISION]: [IMAGE, LICENSE],
  [SERVICES]: [...CORE, VISION, `${MINIPROGRAM}/config.ts`],
  [MINIPROGRAM]: ['./node_modules'],
  './recognition': [...CORE, './node_modules'],
  './cloudfunctions': [...CORE, './recognition', './node_modules'],
  './server': [...CORE, './recognition', './node_modules'],
  './simulator': [...CORE, './recognition', './node_modules'],
}

/** The same within the services. `flow` may import all of them. */
const services = {
  platform: [],
  async: [],
  settings: ['platform'],
  'back-ends': ['platform', 'async'],
  pictures: ['platform', 'async', 'settings'],
  records: ['platform', 'settings', 'back-ends', 'pictures'],
  recognition: ['platform', 'async', 'settings', 'back-ends', 'records'],
  navigation: ['records', 'pictures'],
}

const zones = [
  ...Object.entries(rooms).map(([target, others]) => ({ target, from: './', except: [target, ...others] })),
  ...Object.entries(services).map(([room, others]) => ({
    target: `${SERVICES}/${room}`,
    from: SERVICES,
    except: [room, ...others].map((name) => `./${name}`),
  })),
  { target: './cloudfunctions', from: './recognition/engines/embedded' },
]

export default tseslint.config(
  {
    ignores: ['dist/', 'examples/*/scanner/', 'coverage/', 'miniprogram/miniprogram_npm/', 'cloudfunctions/*/index.js'],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.mjs', '.js', '.json'] } } },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['*.config.js', '*.config.ts', '**/*.d.ts'], rules: { 'import-x/no-default-export': 'off' } },
)
