import { importX } from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

/** Arrows run one way: what each room may not import. */
const zones = [
  { target: './miniprogram/strings', from: './', except: ['./miniprogram/strings'] },
  {
    target: './miniprogram/vehicle-license',
    from: './',
    except: ['./miniprogram/vehicle-license', './miniprogram/strings'],
  },
  { target: './miniprogram/vision', from: './', except: ['./miniprogram/vision', './miniprogram/vehicle-license'] },
  {
    target: './miniprogram/services',
    from: './',
    except: [
      './miniprogram/services',
      './miniprogram/strings',
      './miniprogram/vehicle-license',
      './miniprogram/vision',
      './miniprogram/config.ts',
    ],
  },
  { target: './miniprogram', from: './', except: ['./miniprogram', './node_modules'] },
  {
    target: './recognition',
    from: './',
    except: ['./recognition', './miniprogram/vehicle-license', './miniprogram/strings', './node_modules'],
  },
  {
    target: './cloudfunctions',
    from: './',
    except: [
      './cloudfunctions',
      './recognition',
      './miniprogram/vehicle-license',
      './miniprogram/strings',
      './node_modules',
    ],
  },
  { target: './cloudfunctions', from: './recognition/engines/embedded' },
  {
    target: './server',
    from: './',
    except: ['./server', './recognition', './miniprogram/vehicle-license', './miniprogram/strings', './node_modules'],
  },
  {
    target: './simulator',
    from: './',
    except: [
      './simulator',
      './recognition',
      './miniprogram/vehicle-license',
      './miniprogram/strings',
      './node_modules',
    ],
  },
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
