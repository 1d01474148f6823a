import { inventOwner } from '../data/owners'
import { inventAddress, inventPlace } from '../data/places'
import type { Random } from '../random'
import { day, digits, type Draw, lines, sheet } from './document'

const person = (random: Random) => {
  const place = inventPlace(random)
  return { name: inventOwner(random, place, false), address: inventAddress(random, place), place }
}
const face = (x: number, y: number) =>
  `<div style="position:absolute;left:${x}px;top:${y}px;width:230px;height:290px;background:radial-gradient(circle at 50% 36%,#c9a58a 24%,transparent 25%),radial-gradient(ellipse at 50% 105%,#3a4a66 46%,transparent 47%),#dde6ee"></div>`

const idCard: Draw = (random) => {
  const { name, address } = person(random)
  const year = random.int(1950, 2008)
  const text = [
    ['姓名', name],
    ['性别', `${random.pick(['男', '女'])}　民族　汉`],
    ['出生', `${year}年${random.int(1, 12)}月${random.int(1, 28)}日`],
    ['住址', address],
  ] as const
  return sheet(
    1020,
    640,
    'border-radius:36px;background:linear-gradient(120deg,#dfeaf5,#f3eee2);font-size:34px;padding:50px 330px 0 60px;color:#222',
    `${lines(text)}${face(730, 110)}<p style="position:absolute;left:60px;bottom:30px;white-space:nowrap">公民身份号码　00000019${digits(random, 9)}X</p>`,
  )
}

const driversLicense: Draw = (random) => {
  const { name, address } = person(random)
  const text = [
    ['证号 License No.', `000000${digits(random, 12)}`],
    ['姓名 Name', `${name}　性别 Sex　男　国籍 Nationality　中国`],
    ['住址 Address', address],
    ['出生日期 Date of Birth', day(random)],
    ['初次领证日期 Date of First Issue', day(random)],
    ['准驾车型 Class', random.pick(['C1', 'C2', 'B2', 'A2', 'C1E'])],
    ['有效期限 Valid Period', `${day(random)} 至 ${day(random)}`],
  ] as const
  return sheet(
    1056,
    720,
    'border-radius:20px;background:#f1f6f0;font-size:26px;padding:20px 290px 0 50px;color:#2b4a44',
    `<h2 style="margin:0 -240px 10px 0;text-align:center;font-size:38px">中华人民共和国机动车驾驶证<br><small style="font-size:17px">Driving License of the People's Republic of China</small></h2>${lines(text)}${face(780, 330)}`,
  )
}

const bankCard: Draw = (random) =>
  sheet(
    1012,
    638,
    `border-radius:44px;background:linear-gradient(${random.int(0, 180)}deg,hsl(${random.int(0, 360)} 55% 32%),hsl(${random.int(0, 360)} 55% 55%));color:#fff;font-size:44px;padding:50px 70px`,
    `<b>样例银行 SAMPLE BANK</b><div style="width:120px;height:90px;border-radius:14px;background:#d9c27a;margin:80px 0 60px"></div><p style="font-size:62px;letter-spacing:6px;margin:0">0000 ${digits(random, 4)} ${digits(random, 4)} ${digits(random, 4)}</p><p style="font-size:30px">VALID THRU ${random.int(1, 12)}/${random.int(27, 39)}　储蓄卡 DEBIT</p>`,
  )

const businessCard: Draw = (random) => {
  const { name, address, place } = person(random)
  return sheet(
    1080,
    648,
    'background:#fdfdfb;font-size:32px;padding:60px 80px;color:#333',
    `<h1 style="font-size:64px;margin:0">${name}</h1><p>${random.pick(['销售经理', '高级工程师', '总经理', '项目主管'])}</p><h3>${inventOwner(random, place, true)}</h3>${lines(
      [
        ['地址', address],
        ['电话', `000-${digits(random, 8)}`],
        ['邮箱', 'sample@example.com'],
      ],
    )}`,
  )
}

const policy: Draw = (random) => {
  const { name, place } = person(random)
  const text = [
    ['保险单号', `PDAA${digits(random, 18)}`],
    ['被保险人', name],
    ['号牌号码', `${place.plate}${place.letter}${digits(random, 5)}`],
    ['厂牌型号', `样例牌YL${digits(random, 4)}`],
    ['核定载客', '5人　使用性质　家庭自用'],
    ['保险期间', `自${day(random)}零时起至${day(random)}二十四时止`],
    ['保险费合计', `人民币 ${digits(random, 4)}.00 元`],
  ] as const
  return sheet(
    1240,
    1000,
    'background:#fffaf4;font-size:32px;padding:50px 90px;color:#333',
    `<h1 style="text-align:center;color:#b33">机动车交通事故责任强制保险单</h1>${lines(text)}`,
  )
}

const registration: Draw = (random) => {
  const { name, place } = person(random)
  const text = [
    ['1.机动车所有人/身份证明名称/号码', `${name} / 居民身份证 / 000000${digits(random, 12)}`],
    ['2.登记机关', `${place.town}公安局车辆管理所`],
    ['3.登记日期', `${day(random)}　4.机动车登记编号　${place.plate}${place.letter}${digits(random, 5)}`],
    ['5.车辆类型', '小型轿车　6.车辆品牌　样例牌'],
    ['9.车辆识别代号/车架号', `LXX${random.text('ABCDEFGH0123456789', 14)}`],
    ['11.发动机号', digits(random, 8)],
    ['17.轮距', `前 ${digits(random, 4)} 后 ${digits(random, 4)} mm`],
    ['22.外廓尺寸', `长 4${digits(random, 3)} 宽 1${digits(random, 3)} 高 1${digits(random, 3)} mm`],
  ] as const
  return sheet(
    1240,
    1500,
    'background:#f4f3ea;font-size:30px;padding:70px 90px;color:#244',
    `<h1 style="text-align:center">机动车登记证书</h1><p>注册登记摘要信息栏</p>${lines(text)}<h2>注册登记机动车信息栏</h2>`,
  )
}

export const CARDS: Readonly<Record<string, Draw>> = {
  'id-card': idCard,
  'drivers-license': driversLicense,
  'bank-card': bankCard,
  'business-card': businessCard,
  'insurance-policy': policy,
  'registration-certificate': registration,
}
