import { person } from '../../runtime/person'
import { api } from '../api'

/** A code that the simulated cloud exchanges for an openid: the same person has the same one. */
export const login = api('login', () => ({ code: `code-${person()}` }))
