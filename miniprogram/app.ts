import { backEnd } from './services/back-ends/index'
import { startRecords } from './services/records/index'

App<IAppOption>({
  onLaunch() {
    void startRecords()
    backEnd.launch()
  },
})
