import { api } from '../api'

export const getRandomValues = api('getRandomValues', ({ length }: { length: number }) => ({
  randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
}))
