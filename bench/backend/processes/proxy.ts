/** A bare Fastify proxy: forwards the request body to WECHAT_BASE_URL. */
import Fastify from 'fastify'
import { Agent, request } from 'undici'
import { HTTPS_PATH } from '../../../recognition/wechat/api'

const wechat = `${process.env.WECHAT_BASE_URL ?? ''}${HTTPS_PATH}?type=photo&access_token=token`
const dispatcher = new Agent({ connections: 128 })
const app = Fastify()
app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit: 4_000_000 }, (_, body, done) => {
  done(null, body)
})
app.post('/vehicle-license', async ({ body, headers }, reply) => {
  const answer = await request(wechat, {
    method: 'POST',
    body: body as Buffer,
    headers: { 'content-type': headers['content-type'] ?? '' },
    dispatcher,
  })
  return reply.type('application/json').send(await answer.body.text())
})
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
