/** Resolves to whether the person confirmed. */
export const confirm = async (options: WechatMiniprogram.ShowModalOption): Promise<boolean> =>
  (await wx.showModal(options)).confirm

/** Resolves to the index of the chosen item, or to -1. */
export const chooseItem = (itemList: string[]): Promise<number> =>
  wx.showActionSheet({ itemList }).then(
    ({ tapIndex }) => tapIndex,
    () => -1,
  )
