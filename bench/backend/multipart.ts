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

/** The form that the mini program uploads. */
export const formOf = (picture: Buffer): Buffer => Buffer.concat([HEAD, picture, TAIL])
