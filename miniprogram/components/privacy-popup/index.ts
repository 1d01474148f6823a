import { words } from '../words'
import { answerPrivacy, onPrivacyNeeded, openPrivacyGuideline } from '../../services/platform/privacy'

const AGREE_BUTTON = 'privacy-agree'

/** Asks for consent to the privacy guideline when the platform needs it. Every page that uses photos has one. */
Component({
  behaviors: [words('privacy')],
  data: { agreeButton: AGREE_BUTTON, visible: false },
  lifetimes: {
    attached() {
      this.listen()
    },
  },
  pageLifetimes: {
    show() {
      this.listen()
    },
  },
  methods: {
    listen() {
      onPrivacyNeeded(() => this.setData({ visible: true }))
    },
    readGuideline() {
      openPrivacyGuideline()
    },
    agree() {
      this.setData({ visible: false })
      answerPrivacy(true, AGREE_BUTTON)
    },
    refuse() {
      this.setData({ visible: false })
      answerPrivacy(false, AGREE_BUTTON)
    },
  },
})
