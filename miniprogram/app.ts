import { backEnd } from './services/back-ends'

App<IAppOption>({
  onLaunch() {
    backEnd.launch()
  },
})
