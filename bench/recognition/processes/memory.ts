import { readFileSync } from 'node:fs'
import type { Memory } from './messages'

const KB_PER_MB = 1024
const BYTES_PER_MB = 1024 * KB_PER_MB

/**
 * The memory of this process. Linux counts into `maxRSS` what the parent held when it started the process, and so
 * its own count for the program alone is preferred.
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
