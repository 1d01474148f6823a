import { type Quad, WHOLE } from '../../../miniprogram/image/quad'
import { crop } from '../../../miniprogram/services/navigation/crop'
import { editorPicture } from '../../../miniprogram/services/pictures/editor-picture'
import { useWx } from '../../wx/use-wx'

const PICTURE = editorPicture('tmp/picture.jpg')

interface Options extends WechatMiniprogram.NavigateToOption {
  readonly events: { readonly closed: (quad: Quad) => void }
}
let options: Options

beforeEach(() => {
  useWx({
    navigateTo(given: Options) {
      options = given
    },
  })
})

test('hands the picture to the crop page and returns its quad', async () => {
  const quad = crop(PICTURE)
  const emit = jest.fn()
  options.success?.({ errMsg: '', eventChannel: { emit } as unknown as WechatMiniprogram.EventChannel })
  expect(emit).toHaveBeenCalledWith('picture', PICTURE)
  options.events.closed(WHOLE)
  await expect(quad).resolves.toBe(WHOLE)
})

test('returns nothing if the page cannot be opened', async () => {
  const quad = crop(PICTURE)
  options.fail?.({ errMsg: 'navigateTo:fail' })
  await expect(quad).resolves.toBeUndefined()
})
