import { type Place, placeIn } from '../../services/flow/place'
import { fillInByHand } from '../../services/flow/fill-in-by-hand'
import { localize, wordsOf } from '../../components/words'
import { AlbumImport, EMPTY_ALBUM } from '../../services/flow/album-import'
import { intakeOf, MAX_PICTURES } from '../../services/records/license-record'
import { getRecord } from '../../services/records/index'
import { openCamera } from '../../services/navigation/pages'

/** Number of pictures that fit beside those that stay. */
function roomIn({ recordId, replaces }: Place): number {
  const { pictures } = (recordId === undefined ? undefined : getRecord(recordId)) ?? { pictures: [] }
  return Math.max(1, MAX_PICTURES - pictures.length + replaces.length)
}

Page({
  data: { ...EMPTY_ALBUM, s: wordsOf('album') },
  recordId: undefined as string | undefined,
  albumImport: undefined as AlbumImport | undefined,
  onLoad({ id, path }: { id?: string; path?: string }) {
    localize(this, 'album')
    this.recordId = id
    const record = id === undefined ? undefined : getRecord(id)
    const intake = record && intakeOf(record)
    const isResumed = intake?.by === 'album'
    const place = isResumed
      ? { recordId: id, replaces: intake.replaces }
      : placeIn(id, undefined, path === undefined ? undefined : Number(path))
    this.albumImport = new AlbumImport(place, roomIn(place), (changed) => this.setData(changed))
    if (isResumed) this.goOn()
    else this.choose()
  },
  onUnload() {
    this.albumImport?.cancel()
  },
  choose() {
    void this.albumImport?.choose()
  },
  goOn() {
    void this.albumImport?.proceed()
  },
  cancel() {
    this.albumImport?.cancel()
  },
  camera() {
    openCamera(this.recordId)
  },
  fillIn() {
    void fillInByHand(this.recordId)
  },
})
