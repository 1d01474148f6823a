import { createMemoryCounters } from '../../../recognition/limits/memory-counters'
import { testCounters } from './counters-contract'

const counters = createMemoryCounters()
testCounters(() => counters)
