// Health check of the Docker image: exits with 0 if the server, or the worker at OPERATIONS, is ready.
const { PORT = '8080', OPERATIONS = 'off' } = process.env
const port = process.argv[2] === 'worker' ? OPERATIONS.split(':').at(-1) : PORT
const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
  ({ ok }) => ok,
  () => false,
)
process.exit(ready ? 0 : 1)
