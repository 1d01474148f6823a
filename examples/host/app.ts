import { configureScanner } from './scanner/index'

App({
  onLaunch() {
    // Or `{ kind: 'server', url: 'https://…' }`, the companion server.
    configureScanner({ backEnd: { kind: 'cloud', environment: '' } })
  },
})
