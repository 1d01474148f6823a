import { type Place, placeIn } from '../../services/flow/place'
import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { speak, wordsOf } from '../../components/words'
import { AlbumImport, EMPTY_ALBUM } from '../../services/flow/album-import'
import { intakeOf, MAX_PICTURES } from '../../services/records/license-record'
import { getRecord } from '../../services/records/index'
import { openCamera } from '../../services/navigation/pages'

/** Pictures that there is room for beside those that stay. */
function roomIn({ recordId, replaces }: Place): number {
  const { pictures } = (recordId === undefined ? undefined : getRecord(recordId)) ?? { pictures: [] }
  return Math.max(1, MAX_PICTURES - pictures.length + replaces.length)
}

Page({
  data: { ...EMPTY_ALBUM, s: wordsOf('album') },
  /** The record that the pictures are chosen for. */
  recordId: undefined as string | undefined,
  chosen: undefined as AlbumImport | undefined,
  onLoad({ id, path }: { id?: string; path?: string }) {
    speak(this, 'album')
    this.recordId = id
    const record = id === undefined ? undefined : getRecord(id)
    const arriving = record && intakeOf(record)
    const isResumed = arriving?.by === 'album'
    const place = isResumed
      ? { recordId: id, replaces: arriving.replaces }
      : placeIn(id, undefined, path === undefined ? undefined : Number(path))
    this.chosen = new AlbumImport(place, roomIn(place), (changed) => this.setData(changed))
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
    void this.chosen?.proceed()
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
