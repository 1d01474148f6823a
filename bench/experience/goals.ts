/**
 * Goals for the user experience. WeChat's are those of its experience score (体验评分: 性能, 体验 and 最佳实践 at
 * developers.weixin.qq.com/miniprogram/dev/framework/audits); stricter ones of ours come in addition.
 */
export const GOALS = {
  /** Max kB of JSON in one setData: WeChat's, and ours. */
  setDataKb: 256,
  ownSetDataKb: 64,
  /** Max setData calls in any second. */
  setDataPerSecond: 20,
  /** Nodes on a page and its depth must be below; children of a node at most. */
  nodes: 1000,
  depth: 30,
  children: 60,
  /** Max ratio of a picture's pixels to the screen pixels it covers, at `PIXEL_RATIO`. */
  pictureExcess: 1,
  /** Max stretch of a picture, %. */
  stretch: 15,
  /** Min px of a tap target's shorter side: WeChat's, and ours. */
  target: 20,
  ownTarget: 44,
  /** Max time to the first screen. */
  firstScreenMs: 5_000,
  /** Max time of one rendering or script; WeChat allows a script 1,000 ms. */
  taskMs: 500,
  /** Max concurrent requests over 300 ms. */
  requests: 10,
  /** Max ratio of the time to the first screen with 500 records to that with none. */
  manyRecords: 1.3,
  /** Max taps from the first page to a confirmed license, after consent, if nothing needs review. */
  taps: { onePicture: 3, onePage: 3, /* WeChat's album needs a mark for each and its own button. */ twoPictures: 5 },
} as const

/** Device pixel ratio of most phones. */
export const PIXEL_RATIO = 3
