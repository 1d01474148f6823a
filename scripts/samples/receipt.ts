import type { Markup } from '../licenses/renderer'

/** Not a license, but with as much print. */
export const RECEIPT: Markup = {
  width: 547,
  height: 728,
  html: `<div style="position:absolute;inset:0;padding:60px;background:#6b5a4a;font:30px/48px 'Noto Sans SC Variable'">
  <pre style="margin:0;padding:40px 60px;background:#fff;font:inherit">      样例超市 购物小票

日期 2026-03-08 18:26
苹果      2.35kg      18.80
牛奶      3盒         26.40
面包      1袋          9.90
合计                  55.10
现金                 100.00
找零                  44.90

    谢谢惠顾 欢迎再来</pre></div>`,
}
