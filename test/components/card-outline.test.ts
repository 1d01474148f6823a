import { lineStyle } from '../../miniprogram/components/card-outline/outline'

test('draws an even band along the card', () => {
  expect(lineStyle([50, 50, 150, 50, 150, 150, 50, 150])).toBe(
    'clip-path: polygon(evenodd, ' +
      '24.5% 24.5%, 75.5% 24.5%, 75.5% 75.5%, 24.5% 75.5%, 24.5% 24.5%, ' +
      '25.5% 25.5%, 74.5% 25.5%, 74.5% 74.5%, 25.5% 74.5%, 25.5% 25.5%)',
  )
})
