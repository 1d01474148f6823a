/** What `getApp()` gives: nothing is shared through the app object. */
interface IAppOption {
  readonly globalData?: undefined
}

/** An event whose element carries `data-*` attributes. */
type DataEvent<Dataset extends Record<string, unknown>, Detail = unknown> = WechatMiniprogram.BaseEvent<
  Record<string, unknown>,
  Dataset
> & { readonly detail: Detail }
