import { median, type Figure, type Table } from '../figures'
import { percent } from '../recognition/report/select'
import { type Floor, METHODS, type Method, type Run } from './run'

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

const kB = (bytes: number): string => (bytes / 1000).toFixed(0)

const by = (runs: readonly Run[], method: Method): readonly Run[] => runs.filter((run) => run.method === method)

const msOf = (all: readonly { readonly ms: number }[]): number => median(all.map(({ ms }) => ms))

const bytesOf = (runs: readonly Run[]): number => median(runs.map(({ bytes }) => bytes))

export function tableMethods(runs: readonly Run[], floors: readonly Floor[]): Table {
  const rows = METHODS.map((method) => {
    const own = by(runs, method)
    return [
      method,
      msOf(own).toFixed(0),
      (msOf(own) / msOf(floors)).toFixed(2),
      mean(own.map(({ encodes }) => encodes)).toFixed(2),
      String(Math.max(...own.map(({ encodes }) => encodes))),
      kB(bytesOf(own)),
      String(own.filter(({ isOver }) => isOver).length),
      median(own.map(({ similarity }) => similarity)).toFixed(4),
      percent(mean(own.map(({ after }) => after))),
    ]
  })
  const uncompressed = percent(mean(by(runs, 'ours').map(({ before }) => before)))
  return {
    title: `${floors.length} pictures, medians; exact match of fields before compression ${uncompressed}`,
    head: ['method', 'ms', 'x floor', 'encodes', 'max', 'kB', 'over 2 MB', 'SSIM', 'exact match'],
    rows: [['floor', msOf(floors).toFixed(0), '1.00', '1.00', '1', '', '', '', ''], ...rows],
  }
}

export function tableKinds(runs: readonly Run[], floors: readonly Floor[]): Table {
  const kinds = [...new Set(floors.map(({ picture }) => picture.kind))]
  const rows = kinds.map((kind) => {
    const of = runs.filter(({ picture }) => picture.kind === kind)
    const own = by(of, 'ours')
    const floor = floors.filter(({ picture }) => picture.kind === kind)
    return [
      kind,
      String(own.length),
      (median(floor.map(({ picture }) => picture.bytes)) / 1e6).toFixed(1),
      msOf(floor).toFixed(0),
      ...METHODS.map((method) => `${msOf(by(of, method)).toFixed(0)} / ${kB(bytesOf(by(of, method)))}`),
      mean(own.map(({ encodes }) => encodes)).toFixed(2),
      percent(mean(own.map(({ before }) => before))),
      percent(mean(own.map(({ after }) => after))),
    ]
  })
  return {
    title: 'by kind, medians: ms / kB per method; encodes and exact match of ours',
    head: ['kind', 'count', 'MB', 'floor ms', ...METHODS, 'encodes', 'before', 'after'],
    rows,
  }
}

const TIME_GOAL = 1.15
const LOSS_GOAL_POINTS = 0.2
const BYTES_GOAL = 0.25
const MAX_ENCODES = 3

export function figures(runs: readonly Run[], floors: readonly Floor[]): readonly Figure[] {
  const ours = by(runs, 'ours')
  const peer = by(runs, 'browser-image-compression')
  const over = ours.filter(({ isOver }) => isOver).length
  const time = msOf(ours) / msOf(floors)
  const lost = (mean(ours.map(({ before }) => before)) - mean(ours.map(({ after }) => after))) * 100
  const bytes = bytesOf(ours) / bytesOf(peer)
  const encodes = Math.max(...ours.map((run) => run.encodes))
  return [
    { name: 'ours over 2,000,000 bytes', value: over, unit: 'count', goal: '0', reached: over === 0 },
    {
      name: 'ours: max encodes',
      value: encodes,
      unit: 'count',
      goal: `<= ${MAX_ENCODES}`,
      reached: encodes <= MAX_ENCODES,
    },
    {
      name: 'ours: median time relative to the floor',
      value: time,
      unit: 'x',
      goal: `<= ${TIME_GOAL} x`,
      reached: time <= TIME_GOAL,
    },
    {
      name: 'ours: exact match lost by compression',
      value: lost,
      unit: 'points',
      goal: `<= ${LOSS_GOAL_POINTS} points`,
      reached: lost <= LOSS_GOAL_POINTS,
    },
    {
      name: 'ours: median bytes relative to browser-image-compression',
      value: bytes,
      unit: 'x',
      goal: `<= ${BYTES_GOAL} x`,
      reached: bytes <= BYTES_GOAL,
    },
  ]
}
