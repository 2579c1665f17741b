import { at, cities, matters, names, people, towns } from './look-alike-words';
import type { Pair } from './pairs';

const noon = Date.UTC(2026, 10, 22, 12);
const each = 16;
const clubs = ['Rovers', 'United', 'Albion', 'Wanderers', 'Athletic', 'Orient', 'Harriers', 'Town', 'Villa'];
const teams = ['海港队', '申花队', '泰山队', '国安队', '亚泰队', '河南队', '梅州队', '成都队', '青岛队'];
const lands = ['法国', '巴西', '埃及', '越南', '希腊', '智利', '挪威', '泰国', '秘鲁', '约旦', '老挝'];
const goods = ['大豆', '玉米', '铜', '生猪', '棉花', '白糖', '螺纹钢', '甲醇', '橡胶', '苹果'];

/** Title and text of the n-th of its kind: those of n and n + 1 look alike, come at one time, and are two. */
const kinds: Record<string, (n: number) => [string, string]> = {
  'a live page by the hour': (n) => [
    `LIVE: storm reaches the coast, latest updates`,
    `<p>We are following the storm on the coast all day. Send us your pictures, and do not go near the sea front. The warning is in force until Monday.</p><p>${n + 6}:10 ${at(names, n)} of the ${at(towns, n)} lifeboat says that ${n * 3 + 4} people were taken to the school hall. The road to ${at(towns, n + 4)} is under water.</p><p>${n + 5}:40 Power is out in ${at(towns, n + 2)}, the company says, for about ${n * 120 + 300} homes.</p>`,
  ],
  'a live page in Chinese': (n) => [
    `直播｜台风登陆沿海，最新消息滚动更新`,
    `<p>本报记者多路直击台风登陆。请留在室内，不要前往海边，转移群众请听从社区安排。</p><p>${n + 5}时20分，${at(cities, n)}市防汛办通报，已转移群众${n * 1300 + 2200}人，${at(cities, n + 3)}方向的客运班线全部停运。</p><p>${n + 4}时50分，记者${at(people, n)}在${at(cities, n + 5)}看到，沿街店铺已用沙袋封门。</p>`,
  ],
  'forecast of one city': (n) => [
    `${at(cities, 0)}天气预报：${n % 2 ? '晴转多云' : '多云转阴'}`,
    `<p>市气象台今天17时发布：今天夜间${n % 2 ? '晴' : '多云'}，北风${(n % 4) + 1}级，最低气温${n - 5}℃；明天白天${n % 3 ? '多云' : '阴有小雪'}，北转南风${(n % 3) + 2}级，最高气温${n + 4}℃。未来三天以晴到多云为主，早晚寒凉，请注意添衣保暖，谨防感冒，燃气取暖注意通风。</p>`,
  ],
  'air by the day': (n) => [
    `Air quality in ${at(towns, 2)} today`,
    `<p>Air quality in ${at(towns, 2)} is ${n % 2 ? 'fair' : 'moderate'} today with an index of ${n * 7 + 31}. Fine dust stands at ${n + 9} micrograms, ozone at ${n * 3 + 40}. People with asthma should take it easy between ${(n % 5) + 11} and ${(n % 5) + 14} o'clock. The next report comes at six. Data are from the station at the ${at(matters, n)}.</p>`,
  ],
  'a series under one name': (n) => [
    `【活力县城行】走进${at(cities, n)}：小特产里的大产业`,
    `<p>编者按：县域经济是国民经济的重要支撑。本报今起推出“活力县城行”系列报道，走进各地的田间车间，讲述发展故事，敬请关注。</p><p>清晨的${at(cities, n)}，${at(people, n)}已经在车间里忙开了。“去年卖出${n * 30 + 110}万件，今年订单排到了春节。”他告诉记者，全县从业人员超过${n + 2}万人。</p>`,
  ],
  'the next part': (n) => [
    `The long road north, part ${['one', 'two', 'three', 'four', 'five', 'six', 'seven'][n % 7]}`,
    `<p>In this series ${at(names, 3)} walks from the southern cape to the northern lights, six hundred miles in all weather, and writes down whom she meets. The story so far: her boots are wet, her map is old, and the dog that follows her has no name.</p><p>This week: from ${at(towns, n)} to ${at(towns, n + 1)}, where the pub is closed and a man lends her a boat.</p>`,
  ],
  'the next chapter': (n) => [
    `旧城故事（${n + 11}）`,
    `<p>长篇连载《旧城故事》，作者${at(people, 2)}。上回说到，渡口的灯一夜未灭，船家却迟迟不肯开船。本连载每周二、四、六更新，未经许可请勿转载。</p><p>这一回，${at(people, n)}在${at(cities, n)}的客栈里收到一封没有署名的信，信上只有${n + 2}个字。</p>`,
  ],
  'a price at the close': (n) => [
    `收盘：${at(goods, n)}主力合约${n % 2 ? '涨' : '跌'}超${(n % 5) + 1}%`,
    `<p>今日国内商品期货收盘，${at(goods, n)}主力合约${n % 2 ? '上涨' : '下跌'}${(n % 5) + 1}.${n % 10}${n % 7}%，收于${n * 137 + 2450}元，持仓${n % 2 ? '增加' : '减少'}${n * 900 + 1200}手。分析师认为，短期供需矛盾并不突出，市场情绪主导盘面，建议投资者控制仓位，关注库存变化与政策动向。</p>`,
  ],
  'figures of a month': (n) => [
    `国家统计局：${(n % 12) + 1}月份制造业采购经理指数为${49 + (n % 3)}.${n % 10}%`,
    `<p>国家统计局今天公布，${(n % 12) + 1}月份，制造业采购经理指数（PMI）为${49 + (n % 3)}.${n % 10}%，比上月${n % 2 ? '上升' : '下降'}0.${(n % 6) + 1}个百分点。从企业规模看，大型企业PMI为${50 + (n % 2)}.${n % 9}%，中、小型企业分别为${49}.${n % 8}%和${48}.${n % 7}%。构成制造业PMI的5个分类指数中，生产指数高于临界点，新订单指数低于临界点。</p>`,
  ],
  'matches of a round': (n) => [
    `${at(clubs, n)} ${(n % 4) + 1}-${n % 3} ${at(clubs, n + 2)}: a late goal settles it`,
    `<p>${at(clubs, n)} beat ${at(clubs, n + 2)} at home with a goal in the ${n + 71}th minute. ${at(names, n)} had given them the lead before the break, from a corner. The visitors came back after the hour and hit the post twice. "We were lucky," said the manager. "We will take the points and go home." They are ${n + 2} points clear of the last three.</p>`,
  ],
  'matches in Chinese': (n) => [
    `中超：${at(teams, n)}${(n % 4) + 1}比${n % 3}${at(teams, n + 3)}`,
    `<p>昨晚进行的中超联赛第${(n % 9) + 20}轮比赛中，${at(teams, n)}主场${(n % 4) + 1}比${n % 3}${n % 2 ? '战胜' : '力克'}${at(teams, n + 3)}。上半场第${n + 12}分钟，${at(people, n)}接队友传中头球破门。易边再战，双方互有攻守，${at(people, n + 4)}补时阶段锁定胜局。本轮过后，${at(teams, n)}积${n + 31}分，排名第${(n % 12) + 1}位。</p>`,
  ],
  'two questions of one press briefing': (n) => [
    `外交部发言人就${at(lands, n)}有关问题答记者问`,
    `<p>外交部发言人22日主持例行记者会。有记者问：据报道，${at(lands, n)}外长将于近日访华，发言人能否介绍此访安排？发言人表示，中方欢迎来访，期待同${at(lands, n)}加强战略沟通，深化各领域务实合作，推动两国关系不断迈上新台阶。具体消息我们会及时发布，请保持关注。</p>`,
  ],
  'visits of statesmen': (n) => [
    `国家领导人会见${at(lands, n)}议长`,
    `<p>国家领导人22日下午在人民大会堂会见来华进行正式友好访问的${at(lands, n)}议长${at(people, n)}。领导人指出，中国同${at(lands, n)}传统友谊深厚，建交以来两国关系保持良好发展势头。议长表示，${at(lands, n)}高度重视发展对华关系，坚定奉行一个中国原则，愿加强立法机构交往。双方还就共同关心的问题交换了意见。有关负责人参加会见。</p>`,
  ],
  'the announced and the held': (n) => [
    n % 2
      ? `${at(towns, 5)} council to vote on the harbour bridge`
      : `${at(towns, 5)} council votes for the harbour bridge`,
    n % 2
      ? `<p>The council will decide tonight whether the harbour gets a bridge after thirty years of argument. The plan is for two lanes and a path, at a cost of forty million. Shopkeepers are for it, sailors are against. A majority of one is expected, and two members are ill. The meeting is at seven and open to all who find a seat.</p>`
      : `<p>After thirty years of argument the harbour is to have its bridge. By nineteen votes to eighteen the council approved two lanes and a path, at a cost of forty million. One member came from her hospital bed. Sailors said that they would go to court, shopkeepers opened bottles on the steps. Work could begin in two years.</p>`,
  ],
  'posts that were filled': (n) => [
    `${at(people, n)}任${at(cities, n)}市副市长`,
    `<p>${at(cities, n)}市人大常委会第${n + 20}次会议今天通过人事任免事项，决定任命${at(people, n)}为${at(cities, n)}市人民政府副市长。会议听取了有关任职说明和供职发言，并举行宪法宣誓仪式。市人大常委会有关负责人主持会议，市中级人民法院、市人民检察院负责人列席会议。</p>`,
  ],
  'those who died': (n) => [
    `${at(names, n)}, teacher and gardener, dies at ${n + 70}`,
    `<p>${at(names, n)}, who taught two generations of children in ${at(towns, n)} and grew prize leeks behind the school, has died at ${n + 70}. Friends remember a patient voice and a green coat. The funeral is on ${n + 1} December at the parish church. Instead of flowers the family asks for gifts to the library. Anyone who has photographs is asked to send them to this newspaper.</p>`,
  ],
  'offers of the day': (n) => [
    `Best deals today: ${at(matters, n)} gadgets and more`,
    `<p>Our editors look for the best prices so that you do not have to. We may earn a commission if you buy through our links, which never changes what we choose. Prices were right when we wrote this, and may have gone up since.</p><p>Today: a lamp for ${n * 3 + 12} pounds instead of ${n * 3 + 30}, a kettle for ${n + 20}, and ${(n % 5) + 2} books for the price of one at a shop in ${at(towns, n)}.</p>`,
  ],
  'nightly builds': (n) => [
    `Nightly build 2026.11.${n + 1}`,
    `<p>This is an automated build of the main branch. It has not been tested and may eat your data: make a backup before you install it. Please report what breaks with the log and the steps.</p><ul><li>Fix a crash when ${at(matters, n)} are empty (#${n * 17 + 4021})</li><li>Update translations</li><li>Make the list of ${at(matters, n + 3)} faster</li></ul>`,
  ],
  'a digest with stories of yesterday': (n) => [
    `早报｜${at(cities, n)}等地发布新政；${at(goods, n)}价格走低`,
    `<p>1、${at(cities, n)}发布支持住房消费新政，多子女家庭可提高贷款额度。</p><p>2、${at(goods, n)}价格连续${(n % 5) + 2}日走低，业内称供应充足。</p><p>3、${at(lands, n)}总统将访华。</p><p>4、${at(cities, n + 1)}地铁新线下月试运行。</p><p>5、今起，全国铁路实行新的列车运行图，增开旅客列车。</p><p>6、天文爱好者注意：本周末双子座流星雨迎来极大。</p><p>7、专家提醒，流感进入高发期，老人儿童应及时接种疫苗。</p>`,
  ],
  'two outlets, one fire': (n) => [
    n % 2 ? '商场火灾致多人受伤 原因正在调查' : '商场深夜起火多人受伤，起火原因调查中',
    n % 2
      ? `<p>22日凌晨1时许，和平路一商场发生火灾。消防部门出动${at([18, 19], 0)}辆消防车，明火于3时10分扑灭。事故造成九人受伤，均无生命危险，伤者已送往市第一医院救治。商场共五层，起火点在三层仓库，过火面积约二百平方米。事故原因正在调查。</p>`
      : `<p>“先是听到爆响，窗户一下子就红了。”住在对面的李先生这样描述凌晨的火情。商场的铁门被热浪顶得变形，保安从侧门带出了夜里补货的员工。记者在医院见到其中一位，她的手上缠着纱布。店主们清早聚在警戒线外，担心年底的货全没了。</p>`,
  ],
  'episodes with the same notes': (n) => [
    `The Slow Hour: ${at(names, n)} on ${at(matters, n)}`,
    `<p>The Slow Hour is a conversation for the end of the week. This time our guest is ${at(names, n)}, who knows more about ${at(matters, n)} than anyone we have met. Recorded in front of an audience in ${at(towns, n)}. Music by the Night Post. Write to us, tell your friends, and leave a rating where you listen. The Slow Hour is made by two people and a cat.</p>`,
  ],
  'warnings of one kind': (n) => [
    `召回公告：${at(cities, n)}某品牌儿童座椅存在安全隐患`,
    `<p>国家市场监督管理总局今天发布召回公告。生产者自即日起召回${2019 + (n % 6)}年${(n % 12) + 1}月至${2020 + (n % 6)}年${(n % 11) + 1}月生产的部分儿童安全座椅，共计${n * 731 + 1204}件。本次召回范围内的产品，卡扣在碰撞时可能意外松开，存在安全隐患。消费者应立即停止使用，生产者将免费更换，可拨打热线咨询。</p>`,
  ],
};

/** Different articles of two feeds at one time. */
export function firstSightLookAlikes(): Pair[] {
  return Object.entries(kinds).flatMap(([kind, told], row) =>
    Array.from({ length: each }, (_, n) => {
      const make = (place: number, host: string) => {
        const [title, html] = told(place);
        return { title, html, link: `https://${host}.test/${row}/${place}`, sortAt: noon + place * 600_000 };
      };
      return { kind, a: make(n, 'a'), b: make(n + 1, 'b') };
    }),
  );
}
