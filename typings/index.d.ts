/** The type of `getApp()`; nothing is shared through the app object. */
interface IAppOption {
  readonly globalData?: undefined
}

/** An event of an element with `data-*` attributes. */
type DataEvent<Dataset extends Record<string, unknown>, Detail = unknown> = WechatMiniprogram.BaseEvent<
  Record<string, unknown>,
  Dataset
> & { readonly detail: Detail }
