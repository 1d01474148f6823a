import { speak, wordsOf } from '../../components/words'
import { ChosenPictures, NOTHING_CHOSEN } from '../../services/chosen-pictures'
import { fillInByHand, openCamera } from '../../services/scan'
import type { Size } from '../../vehicle-license/picture/pose'
import type { RecognitionType } from '../../vehicle-license/recognition'

/** An event of one of the pictures. */
type PictureEvent<Detail = unknown> = DataEvent<{ id: string }, Detail>

const idOf = ({ currentTarget }: PictureEvent): string => currentTarget.dataset.id

Page({
  data: { ...NOTHING_CHOSEN, s: wordsOf('album') },
  /** The record that the pictures are chosen again for. */
  recordId: undefined as string | undefined,
  chosen: undefined as ChosenPictures | undefined,
  onLoad({ id }: { id?: string }) {
    speak(this, 'album')
    this.recordId = id
    this.chosen = new ChosenPictures(id, (changed) => this.setData(changed))
    this.add()
  },
  onUnload() {
    this.chosen?.cancel()
  },
  add() {
    void this.chosen?.add()
  },
  onShown(event: PictureEvent<Size>) {
    void this.chosen?.shown(idOf(event), event.detail)
  },
  onUnreadable(event: PictureEvent) {
    void this.chosen?.unreadable(idOf(event))
  },
  enlarge(event: PictureEvent) {
    void this.chosen?.enlarge(idOf(event))
  },
  turn(event: PictureEvent) {
    this.chosen?.turn(idOf(event))
  },
  crop(event: PictureEvent) {
    void this.chosen?.crop(idOf(event))
  },
  replace(event: PictureEvent) {
    void this.chosen?.replace(idOf(event))
  },
  remove(event: PictureEvent) {
    this.chosen?.remove(idOf(event))
  },
  changeType(event: PictureEvent<RecognitionType>) {
    this.chosen?.setType(idOf(event), event.detail)
  },
  use() {
    void this.chosen?.send()
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
