import { chinese, day, digits, type Draw, english, lines, money, sheet } from './document'

const GOODS = '苹果 牛奶 面包 大米 食用油 鸡蛋 洗衣液 矿泉水 纸巾 西红柿 酸奶 咖啡'.split(' ')
const paper = 'background:#fbfaf6;color:#222;'
const rows = (columns: number, count: number, cell: () => string): string =>
  `<table style="border-collapse:collapse;width:100%">${Array.from({ length: count }, () => `<tr>${Array.from({ length: columns }, () => `<td style="border:2px solid #999;padding:6px 10px">${cell()}</td>`).join('')}</tr>`).join('')}</table>`

const receipt: Draw = (random) => {
  const goods = random
    .sample(GOODS, random.int(4, 11))
    .map((name) => [`${name}　${random.int(1, 5)}`, money(random)] as const)
  return sheet(
    640,
    420 + goods.length * 62,
    `${paper}font-size:32px;padding:40px`,
    `<h3 style="text-align:center">样例超市 购物小票</h3>${lines([['日期', `${day(random)} 18:26`], ['单号', digits(random, 12)], ...goods, ['合计', money(random)]])}`,
  )
}

const invoice: Draw = (random) =>
  sheet(
    1500,
    920,
    `${paper}font-size:26px;padding:40px 60px;color:#7a3b2e`,
    `<h1 style="text-align:center;margin:0">电子发票（普通发票）</h1><p style="text-align:right">发票号码：${digits(random, 20)}<br>开票日期：${day(random)}</p>${lines(
      [
        ['购买方 名称', '样例科技有限公司'],
        ['统一社会信用代码', `91${digits(random, 15)}X`],
      ],
    )}${rows(6, 5, () => random.pick([money(random), random.pick(GOODS), digits(random, 2), '13%']))}<p>价税合计（小写）¥${money(random)}</p>`,
  )

const chinesePage: Draw = (random) =>
  sheet(
    1240,
    1700,
    `${paper}font-size:34px;line-height:1.7;padding:100px 110px`,
    `<h2>${chinese(random, 4)}</h2>${Array.from({ length: 6 }, () => `<p style="text-indent:2em">${chinese(random, random.int(30, 80))}</p>`).join('')}`,
  )

const englishPage: Draw = (random) =>
  sheet(
    1240,
    1700,
    `${paper}font-size:32px;line-height:1.5;padding:100px 110px`,
    Array.from({ length: 7 }, () => `<p>${english(random, random.int(40, 90))}</p>`).join(''),
  )

const newspaper: Draw = (random) =>
  sheet(
    1600,
    1200,
    'background:#e9e5da;color:#222;font-size:24px;line-height:1.4;padding:40px',
    `<h1 style="font-size:70px;margin:0">样例日报</h1><div style="column-count:4;column-gap:30px;column-rule:1px solid #777">${Array.from({ length: 9 }, () => `<h3>${chinese(random, 5)}</h3><p>${chinese(random, random.int(50, 90))}</p>`).join('')}</div>`,
  )

const parkingTicket: Draw = (random) =>
  sheet(
    640,
    900,
    `background:${random.pick(['#fdf6c9', '#fff'])};color:#222;font-size:32px;padding:40px`,
    `<h2 style="text-align:center">违法停车告知单</h2>${lines([
      ['编号', digits(random, 15)],
      ['时间', `${day(random)} 09:41`],
      ['号牌号码', `样A${digits(random, 5)}`],
      ['地点', '示范路东段'],
      ['车辆类型', '小型汽车'],
      ['请于', '15日内接受处理'],
    ])}<p>${chinese(random, 20)}</p>`,
  )

const numbers: Draw = (random) =>
  sheet(
    1400,
    1000,
    `${paper}font-size:28px;padding:50px`,
    rows(8, 16, () => random.pick([money(random), digits(random, 4), digits(random, 6)])),
  )

const screenshot: Draw = (random) =>
  sheet(
    1080,
    2000,
    'background:#f2f3f5;color:#1b1d22;font-size:40px;padding:60px 40px',
    `<p style="font-size:30px">09:41</p><h2>${random.pick(['消息', '订单', '设置', '通讯录'])}</h2>${Array.from({ length: 12 }, () => `<div style="background:#fff;border-radius:24px;padding:18px 36px;margin:14px 0"><b>${chinese(random, 3)}</b><br><small style="color:#888">${chinese(random, 7)}</small></div>`).join('')}`,
  )

const form: Draw = (random) =>
  sheet(
    1240,
    1000,
    `${paper}font-size:30px;padding:60px`,
    `<h2 style="text-align:center">车辆出入登记表</h2>${rows(5, 12, () => random.pick(['', day(random), `样B${digits(random, 5)}`, '轿车', '王样例']))}`,
  )

export const PAGES_OF_TEXT: Readonly<Record<string, Draw>> = {
  receipt,
  invoice,
  'chinese-page': chinesePage,
  'english-page': englishPage,
  newspaper,
  'parking-ticket': parkingTicket,
  numbers,
  screenshot,
  'register-of-cars': form,
}
