import { el, showLayer } from './dom'
import { layerBar } from './layer-bar'

/** WeChat's privacy dialog, for programs without their own. */
export const askPrivacy = (): Promise<boolean> =>
  showLayer('sheet', (choose) => [
    el(
      'div',
      { class: 'phone-sheet-panel' },
      el('h3', { text: '隐私保护提示 Privacy' }),
      el('p', {
        text: '在使用当前小程序服务之前，请阅读并同意隐私保护指引。Please read and agree to the privacy guide first.',
      }),
      el(
        'div',
        { class: 'phone-choices' },
        el('button', {
          text: '拒绝 Refuse',
          onClick: () => choose(false),
        }),
        el('button', {
          class: 'phone-primary',
          text: '同意 Agree',
          onClick: () => choose(true),
        }),
      ),
    ),
  ])

/** Stands in for the privacy guide, which WeChat hosts. */
export const showPrivacyContract = (): Promise<void> =>
  showLayer('page-layer', (choose) => [
    layerBar('隐私保护指引 Privacy guide', () => choose(undefined)),
    el('p', {
      class: 'phone-note',
      text: '微信在这里显示在公众平台填写的用户隐私保护指引。WeChat shows the privacy guide here that was filled in on its platform.',
    }),
  ])
