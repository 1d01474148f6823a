import { backEnd } from './services/back-ends'
import { startRecords } from './services/records'

App<IAppOption>({
  onLaunch() {
    void startRecords()
    backEnd.launch()
  },
})
