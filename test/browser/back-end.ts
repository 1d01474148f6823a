import type { LocalAppOptions } from '../../scripts/start/local-app'

/** The companion server, with the embedded engine. */
export const SERVER_OPTIONS: Partial<LocalAppOptions> = {
  backEnd: 'server',
  environment: { ENGINE: 'embedded', REQUEST_BUDGET_MS: '60000' },
}

/** Whether tests that name no back end run on the server, as by `TEST_BACK_END=server npx jest test/browser/killed`. */
export const IS_SERVER = process.env.TEST_BACK_END === 'server'
