const BOUNDARY = 'license-benchmark'
const HEAD = Buffer.from(
  [
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="type"',
    '',
    'photo',
    `--${BOUNDARY}`,
    'Content-Disposition: form-data; name="image"; filename="a.jpg"',
    'Content-Type: image/jpeg',
    '\r\n',
  ].join('\r\n'),
)
const TAIL = Buffer.from(`\r\n--${BOUNDARY}--\r\n`)

export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`

/** What the mini program sends to the server: the same body goes through the proxy. */
export const formOf = (picture: Buffer): Buffer => Buffer.concat([HEAD, picture, TAIL])
