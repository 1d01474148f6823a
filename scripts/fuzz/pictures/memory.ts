import { readFileSync } from 'node:fs'

/** MB; Linux counts into `maxRSS` what the parent held when it started this process, but says the program's own, too. */
export function peakMb(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : ''
  const own = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return Math.round(Number(own ?? process.resourceUsage().maxRSS) / 1024)
}
