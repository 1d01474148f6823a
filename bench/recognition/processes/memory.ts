import { readFileSync } from 'node:fs'
import type { Memory } from './messages'

const KB_PER_MB = 1024
const BYTES_PER_MB = 1024 * KB_PER_MB

/**
 * Memory of this process. On Linux `maxRSS` includes the parent's at fork, so prefer VmHWM.
 */
export function memory(): Memory {
  let peakKb = process.resourceUsage().maxRSS
  try {
    peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? peakKb)
  } catch {
    // Not Linux.
  }
  return { residentMb: process.memoryUsage.rss() / BYTES_PER_MB, peakMb: peakKb / KB_PER_MB }
}
