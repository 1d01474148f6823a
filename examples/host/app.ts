import { configureScanner } from './scanner/index'

App({
  onLaunch() {
    // Or the companion server: `{ kind: 'server', url: 'https://…' }`.
    configureScanner({ backEnd: { kind: 'cloud', environment: '' } })
  },
})
