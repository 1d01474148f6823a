import { EventChannel } from '../../../simulator/browser/runtime/event-channel'

test('both sides receive events, once or repeatedly', () => {
  const heard: unknown[] = []
  const channel = new EventChannel({ done: (...args) => heard.push(['events', ...args]) })
  channel.on('done', (...args) => heard.push(['on', ...args]))
  channel.once('done', (...args) => heard.push(['once', ...args]))
  channel.emit('done', 1, 2)
  channel.emit('done', 3)
  channel.emit('other', 4)
  expect(heard).toEqual([
    ['events', 1, 2],
    ['on', 1, 2],
    ['once', 1, 2],
    ['events', 3],
    ['on', 3],
  ])
})

test('removed listeners receive nothing, one or all of an event', () => {
  const heard: string[] = []
  const channel = new EventChannel()
  const first = () => void heard.push('first')
  channel.on('done', first)
  channel.on('done', () => heard.push('second'))
  channel.off('done', first)
  channel.emit('done')
  channel.off('done')
  channel.emit('done')
  expect(heard).toEqual(['second'])
})
