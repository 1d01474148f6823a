import { chooseBackEnd } from './services/back-ends/index'
import { migrateLegacyNames, deleteLegacyFiles } from './services/records/legacy-names'
import { startRecords } from './services/records/index'

// Before any page is made: its first texts are in the language that was chosen.
migrateLegacyNames()

App<IAppOption>({
  onLaunch() {
    void startRecords().then(deleteLegacyFiles)
    chooseBackEnd()
  },
})
