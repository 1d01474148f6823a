import { createMemoryAnswers } from '../../../recognition/idempotency/memory-answers'
import { testAnswers } from './answers-contract'

const answers = createMemoryAnswers()
testAnswers(() => answers)
