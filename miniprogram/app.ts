import { chooseBackEnd } from './services/back-ends/index'
import { adoptFormerNames, dropFormerFiles } from './services/records/former-names'
import { startRecords } from './services/records/index'

// Before any page is made: its first texts are in the language that was chosen.
adoptFormerNames()

App<IAppOption>({
  onLaunch() {
    void startRecords().then(dropFormerFiles)
    chooseBackEnd()
  },
})
