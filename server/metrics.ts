import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { LogLine } from '../recognition/recognizer'

export interface Metrics {
  readonly registry: Registry
  observe(line: LogLine): void
}

const BUCKETS_S = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 20]

/** Prometheus metrics of this process. No label identifies a person. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const recognitions = new Counter({
    name: 'vehicle_license_recognitions_total',
    help: 'Recognitions by outcome ("ok" or the error code), engine, and whether an earlier answer was returned',
    labelNames: ['outcome', 'engine', 'replayed'],
    registers,
  })
  const duration = new Histogram({
    name: 'vehicle_license_recognition_seconds',
    help: 'Duration of a recognition, from the picture’s arrival to the answer',
    labelNames: ['engine'],
    buckets: BUCKETS_S,
    registers,
  })
  const used = new Gauge({
    name: 'vehicle_license_quota_used',
    help: 'Calls of WeChat’s OCR today (Asia/Shanghai), as last seen by this process',
    registers,
  })
  const limit = new Gauge({
    name: 'vehicle_license_quota_limit',
    help: 'Calls of WeChat’s OCR a day',
    registers,
  })

  return {
    registry,
    observe({ ok, code, engine = 'none', replayed = false, ms, quota }) {
      recognitions.inc({ outcome: ok ? 'ok' : (code ?? 'none'), engine, replayed: String(replayed) })
      duration.observe({ engine }, ms / 1000)
      if (!quota || replayed) return
      used.set(quota.used)
      limit.set(quota.limit)
    },
  }
}
