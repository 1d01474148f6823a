import type { FastifyRequest } from 'fastify'

/** Whether the caller hung up before the request was complete: reading it may then fail with any error. */
export const isCutOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete
