/** What `getApp()` gives: nothing is shared through the app object. */
interface IAppOption {
  readonly globalData?: undefined
}
