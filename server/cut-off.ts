import type { FastifyRequest } from 'fastify'

/**
 * Whether the caller hung up before all of the request had come. What then fails in reading it comes as anything: a
 * premature close, a connection that was reset, a form without an end.
 */
export const isCutOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete
