/** Compiles TypeScript and ESM-only packages. */
const transform = {
  '\\.(ts|js|mjs)$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
  ],
}
const common = {
  transform,
  // Looking up a global in the sandbox goes through an interceptor, which made vision's loops four times slower.
  sandboxInjectedGlobals: ['Math'],
  transformIgnorePatterns: ['node_modules/(?!(mingo|magic-string|p-retry|is-network-error|typebox|uqr)/)'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/miniprogram/miniprogram_npm/'],
}

export default {
  testTimeout: 180_000,
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['<rootDir>/test/components/', '<rootDir>/test/browser/', '/node_modules/'],
    },
    {
      ...common,
      displayName: 'components',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
      moduleFileExtensions: ['js', 'ts', 'json'],
    },
    { ...common, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
}
