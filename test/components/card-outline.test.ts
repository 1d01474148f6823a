import { lineStyle } from '../../miniprogram/components/card-outline/outline'

test('the outline runs along the card, as thick everywhere, whatever the view’s size', () => {
  expect(lineStyle([50, 50, 150, 50, 150, 150, 50, 150], 200)).toBe(
    'clip-path: polygon(evenodd, ' +
      '24.6% 24.6%, 75.4% 24.6%, 75.4% 75.4%, 24.6% 75.4%, 24.6% 24.6%, ' +
      '25.4% 25.4%, 74.6% 25.4%, 74.6% 74.6%, 25.4% 74.6%, 25.4% 25.4%)',
  )
})
