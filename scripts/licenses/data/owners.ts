import type { Random } from '../random'
import type { Place } from './places'

const SURNAMES =
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 肖 田 董 袁 潘 于 蒋 蔡 余 杜 叶 程 苏 魏 吕 丁 任 沈 姚 卢 姜 崔 钟 谭 陆 汪 范 金 石 廖 贾 夏 韦 付 方 白 邹 孟 熊 秦 邱 江 尹 薛 闫 段 雷 侯 龙 史 陶 黎 贺 顾 毛 郝 龚 邵 欧阳 上官 司马 诸葛 慕容'.split(
    ' ',
  )
const GIVEN = Array.from(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰文辉建国志梅红春燕鹏浩宇轩子涵欣怡梓晨博思雨佳琪俊峰海波立新天成永福德胜宝珍淑琴翠云凤莲晓东少卿婉瑜麒睿',
)
const BUSINESS =
  '物流运输 汽车租赁 建筑工程 商贸 食品 科技 旅游客运 公共交通 环保设备 农业开发 机械制造 供应链管理 出租汽车 危险货物运输 快递服务 装饰设计 电力安装 医疗器械 网络技术 矿业'.split(
    ' ',
  )
const BRANDS =
  '样例 示例 测试 鸿途 顺捷 远帆 恒泰 金桥 宏图 万通 同舟 博远 瑞丰 天衡 启明 九州通达 四方 联众 卓越 盛世华年'.split(
    ' ',
  )
const INSTITUTIONS =
  '第一中学 人民医院 公安局 消防救援支队 疾病预防控制中心 实验幼儿园 城市管理局 交通运输局 水务集团 急救中心'.split(' ')

function company(random: Random, place: Place): string {
  const town = place.town.replace('市', '')
  const brand = random.pick(BRANDS)
  const business = random.pick(BUSINESS)
  return random.pick([
    `${town}${brand}${business}有限公司`,
    `${town}市${brand}${business}有限责任公司`,
    `${brand}${business}（${town}）有限公司`,
    `${brand}(${town})${business}股份有限公司`,
    `${town}${brand}${business}有限公司${random.pick(['第一', '城东', '高新区', '临港'])}分公司`,
    `${place.province}${brand}${business}集团有限公司`,
    `${town}市${random.pick(INSTITUTIONS)}`,
  ])
}

const person = (random: Random): string =>
  random.pick(SURNAMES) + Array.from({ length: random.chance(0.22) ? 1 : 2 }, () => random.pick(GIVEN)).join('')

export const inventOwner = (random: Random, place: Place, isCompany: boolean): string =>
  isCompany ? company(random, place) : person(random)
