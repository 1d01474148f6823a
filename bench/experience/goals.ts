/**
 * What a person should experience. WeChat's own bounds are those of its experience score (体验评分: 性能, 体验 and 最佳实践
 * at developers.weixin.qq.com/miniprogram/dev/framework/audits); where ours are stricter, both are told.
 */
export const GOALS = {
  /** kB of JSON in one setData, at most: WeChat's, and ours. */
  setDataKb: 256,
  ownSetDataKb: 64,
  /** setData calls in any second, at most */
  setDataPerSecond: 20,
  /** On one page, fewer than so many; levels below the page; children of one node, at most. */
  nodes: 1000,
  depth: 30,
  children: 60,
  /** Pixels of a picture over the pixels that it is shown on, at most, on a screen of `PIXEL_RATIO`. */
  pictureExcess: 1,
  /** %, at most, that a picture may be stretched. */
  stretch: 15,
  /** px of a tap target's shorter side, at least: WeChat's, and ours. */
  target: 20,
  ownTarget: 44,
  /** ms to the first screen, at most */
  firstScreenMs: 5_000,
  /** ms that one rendering or script may take, at most; WeChat lets a script take 1,000 */
  taskMs: 500,
  /** Requests over 300 ms at once, at most */
  requests: 10,
  /** At most: time to the first screen with 500 records over that with none. */
  manyRecords: 1.3,
  /** Taps from the first page to a confirmed license, after consent; for a reading that nobody need look at. */
  taps: { onePicture: 3, onePage: 3, /* WeChat's album takes a mark for each and its own button. */ twoPictures: 5 },
} as const

/** Of the screens of most phones. */
export const PIXEL_RATIO = 3
