import { speak, wordsOf } from '../../components/words'
import { type Place, placeIn } from '../../services/flow/arrivals'
import { ChosenPictures, NOTHING_CHOSEN } from '../../services/flow/chosen-pictures'
import { arrivingOf } from '../../services/records/license-record'
import { getRecord } from '../../services/records/index'
import { fillInByHand, openCamera } from '../../services/navigation/pages'
import { MAX_PICTURES } from '../../vehicle-license/chosen-picture'

/** Pictures that there is room for beside those that stay. */
function roomIn({ recordId, replaces }: Place): number {
  const { pictures } = (recordId === undefined ? undefined : getRecord(recordId)) ?? { pictures: [] }
  return Math.max(1, MAX_PICTURES - pictures.length + replaces.length)
}

Page({
  data: { ...NOTHING_CHOSEN, s: wordsOf('album') },
  /** The record that the pictures are chosen for. */
  recordId: undefined as string | undefined,
  chosen: undefined as ChosenPictures | undefined,
  onLoad({ id, path }: { id?: string; path?: string }) {
    speak(this, 'album')
    this.recordId = id
    const record = id === undefined ? undefined : getRecord(id)
    const arriving = record && arrivingOf(record)
    const isResumed = arriving?.by === 'album'
    const place = isResumed
      ? { recordId: id, replaces: arriving.replaces }
      : placeIn(id, undefined, path === undefined ? undefined : Number(path))
    this.chosen = new ChosenPictures(place, roomIn(place), (changed) => this.setData(changed))
    if (isResumed) this.goOn()
    else this.choose()
  },
  onUnload() {
    this.chosen?.cancel()
  },
  choose() {
    void this.chosen?.choose()
  },
  goOn() {
    void this.chosen?.goOn()
  },
  cancel() {
    this.chosen?.cancel()
  },
  camera() {
    openCamera(this.recordId)
  },
  fillIn() {
    void fillInByHand(this.recordId)
  },
})
