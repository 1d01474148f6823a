import { chooseBackEnd } from './services/back-ends/index'
import { migrateLegacyNames, deleteLegacyFiles } from './services/records/legacy-names'
import { startRecords } from './services/records/index'

// Before any page is created: it restores the chosen language.
migrateLegacyNames()

App<IAppOption>({
  onLaunch() {
    void startRecords().then(deleteLegacyFiles)
    chooseBackEnd()
  },
})
