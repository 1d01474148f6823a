import { readFileSync } from 'node:fs'

/** Peak memory in MB. On Linux `maxRSS` includes the parent's at fork, so prefer VmHWM. */
export function peakMb(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
