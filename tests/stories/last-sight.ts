import { Converter } from 'opencc-js';
import type { Told } from '../../utils/stories/copy';
import { htmlToText } from '../../utils/text/html-text';
import type { Article } from './articles';
import { at, cities, matters, names, people, towns } from './look-alike-words';
import type { Pair } from './pairs';

const noon = Date.UTC(2026, 10, 22, 12);
const hour = 3_600_000;
const each = 16;
const toHongKong = Converter({ from: 'cn', to: 'hk' });
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

/** Written when the rules had been mended by all other pairs. */
const texts: readonly [string, string][] = [
  [
    '湿地公园迎来今年首批越冬天鹅，观鸟者请保持距离',
    '昨天清晨，巡护员在湿地公园北侧水面数到四十三只天鹅，比去年早到六天。它们从两千公里外飞来，途中只在盐湖停了一次。公园在岸边加了芦苇屏障，观鸟台限流每小时六十人。鸟类学者说，惊飞一次消耗的体力，要吃半天水草才能补回来。请不要投喂，也不要使用无人机拍摄。预计月底到达高峰，总数会超过八百只。',
  ],
  [
    '二手书店搬进防空洞，老板说这里恒温还不收租',
    '走下三十二级台阶，灯光亮处是六万册旧书。书店原来在大学后门，房租涨到营业额的一半以后，老板马骏动了搬家的念头。街道有一段闲置的防空洞，提出免租三年，条件是每周办一次读书会。洞里常年十九度，湿度靠两台机器控制。最贵的一本是民国的植物图谱，他不卖，只借给学生抄。开张那天，来的人排到了台阶上面。',
  ],
  [
    '县医院引入远程超声，山区孕妇不必再坐四小时汽车',
    '屏幕那头，省城的医生推动手柄，县医院的机械臂随之移动。三十四岁的彝族孕妇阿支是第一个接受远程超声检查的病人。过去做这样的检查，要坐四个小时汽车，还要住一晚。设备由对口支援的医院捐赠，网络延迟不到四十毫秒。县里的两名医生正在接受培训，预计半年后可以独立操作。阿支说，最高兴的是当天就能回去喂猪。',
  ],
  [
    '古桥限重引争议：货车绕行二十公里，商户生意减半',
    '从上周起，超过三吨的车辆不得驶上清代的永济桥。检测发现，第二个桥墩的石缝里，石灰已被水掏空。货车只能绕行二十公里外的公路桥，桥头的建材铺生意少了一半。交通部门说，便桥最快也要明年三月才能架好。文物专家建议借此机会把车流永远移开，只留行人。商户们联名写了信，要求先修路，再封桥。',
  ],
  [
    'Rail line through the marsh reopens with frogs in mind',
    'Trains run again through the marsh after eleven months, and under them run frogs. Workers built forty-six small tunnels while they lifted the track by a metre. A camera counted nine hundred crossings in the first week, most of them at night. The line had sunk so far that drivers slowed to walking pace. Passengers save seventeen minutes, which some say they had come to like. The operator will cut the reeds twice a year and nothing else.',
  ],
  [
    'What a museum learnt from asking visitors to touch',
    'Four rooms of the county museum now hold nothing behind glass. Visitors may pick up a Roman brick, a whaler’s knife and a telephone with a dial. In six months two things were broken and none was stolen. Children stay twice as long as before, and adults talk to strangers. The curator says that labels were read less, and remembered better. Next year the paintings stay on the wall.',
  ],
  [
    'Farmers test paint that keeps cows from being hit by cars',
    'Thirty black cows on the moor wear stripes that shine in headlights. The paint is made of chalk, milk protein and tiny beads of glass, and lasts for ten weeks. Last winter cars killed nine animals on one bend. So far this winter it is one, which had rolled in the mud. Drivers have reported zebras to the police. If it works until March, the ponies are next.',
  ],
  [
    'The last typewriter mechanic takes on an apprentice',
    'For years Edith Vane told callers that she was the last, and nobody to follow. Then a student came with a machine that wrote every e twice. She stayed until it did not, and came back on Monday. There are four hundred typewriters in the shop and parts for twice as many. Orders come from poets, prisons and one film studio. The apprentice has asked for a sign, and Ms Vane has typed one.',
  ],
];

export const lastArticles: readonly Article[] = texts.map(([title, text], place) => ({
  feed: 'last-sight',
  title,
  link: `https://origin.test/news/${place + 1}`,
  html: (text.match(/[^。.]+[。.]/g) ?? [text]).map((one) => `<p>${one.trim()}</p>`).join('\n'),
  sortAt: noon,
}));

const copied = (one: Article, more: Partial<Told>): Told => ({
  ...one,
  link: one.link.replace('origin', 'elsewhere'),
  ...more,
});
const lines = ({ html }: Article) => html.split('\n');

const ways: Record<string, (one: Article) => Told> = {
  'as Hong Kong writes it, with a related story below': (one) =>
    copied(one, {
      title: toHongKong(one.title),
      html: `${toHongKong(one.html)}<h4>延伸阅读 Related</h4><p>市議會昨日討論明年預算 Council discusses next year</p>`,
    }),
  'a newsletter that quotes its first half': (one) =>
    copied(one, {
      html: `<p>${hasHan(one.title) ? '今天推荐的文章：' : 'Worth your time today:'}</p><blockquote>${lines(one).slice(0, 4).join('')}</blockquote>`,
      sortAt: one.sortAt + 6 * hour,
    }),
  'an updated time above, an author below': (one) =>
    copied(one, {
      html: `<p>更新于 22:40 / Updated 10.40 p.m.</p>${one.html}<p>作者是本报记者 The author is on our staff</p>`,
    }),
  'the title in capitals and without marks': (one) =>
    copied(one, { title: one.title.toUpperCase().replace(/[，,：:]/g, ' ') }),
  'its last line is gone': (one) => copied(one, { html: lines(one).slice(0, -1).join('\n') }),
  'a headline of two parts, turned round': (one) => {
    const [head = '', tail = ''] = one.title.split(/[，：,:]|(?<=\w) (?:and|to|with) /);
    return copied(one, { title: tail ? `${tail}，${head}` : one.title });
  },
  'every line a list’s': (one) =>
    copied(one, {
      html: `<ul>${lines(one)
        .map((text) => `<li>${htmlToText(text)}</li>`)
        .join('')}</ul>`,
    }),
};

/** The n-th of a kind: those of n and n + 1 are two. */
const kinds: Record<string, (n: number) => [string, string]> = {
  'tides of the day': (n) => [
    `${at(towns, 4)} harbour notices and tides`,
    `<p>High water at ${(n % 12) + 1}.${10 + n} and ${((n + 6) % 12) + 1}.${22 + n}, ${n % 5}.${n % 10} metres. The dredger works at berth ${(n % 7) + 1} until noon. Masters are asked to keep a listening watch on channel twelve and to pass the western pier at slow speed. Fuel is sold from seven to four. The harbour office answers at all hours.</p>`,
  ],
  'results of a draw': (n) => [
    `双色球开奖结果：头奖开出${(n % 9) + 1}注`,
    `<p>中国福利彩票双色球游戏当晚开奖。红球号码为0${(n % 8) + 1}、1${n % 9}、1${(n + 3) % 9}、2${n % 5}、2${(n + 2) % 9}、3${n % 3}，蓝球号码为${(n % 16) + 1}。当期头奖开出${(n % 9) + 1}注，每注奖金${n * 31 + 612}万元；二等奖开出${n * 9 + 71}注。计奖后，奖池金额为${n + 11}.${n % 10}亿元。</p>`,
  ],
  'appeals of the police': (n) => [
    `Police look for witnesses after crash near ${at(towns, n)}`,
    `<p>Police are looking for witnesses after two cars collided near ${at(towns, n)} on Saturday. A ${n + 22}-year-old was taken to hospital with serious injuries. The road was closed for ${(n % 5) + 2} hours while officers worked at the scene. Anyone who saw what happened, or has pictures from a camera in the car, is asked to call and to give the number ${n * 311 + 1044}.</p>`,
  ],
  'letters of thanks': (n) => [
    `感谢信：致${at(cities, n)}的志愿者`,
    `<p>${at(cities, n)}的志愿者朋友们：活动已经圆满结束。这些天里，你们起早贪黑，用微笑和汗水温暖了每一位参与者，展现了新时代青年的精神风貌。在此，向你们以及你们的家人致以衷心的感谢和崇高的敬意！期待与你们再次相会。组委会，${n + 1}日。</p>`,
  ],
  'profiles of candidates': (n) => [
    `Meet the candidate: ${at(names, n)}`,
    `<p>We asked every candidate for the council the same six questions. ${at(names, n)} stands in ${at(towns, n)} and has lived there for ${n + 4} years. What matters most? "${at(matters, n)}, and then ${at(matters, n + 2)}." What would you cut? "The number of meetings." Answers were shortened, and are otherwise as they were given. Other candidates can be found on our page about the election.</p>`,
  ],
  'court notices': (n) => [
    `${at(cities, n)}市中级人民法院公告`,
    `<p>${at(people, n)}：本院受理原告${at(people, n + 3)}诉你买卖合同纠纷一案，现依法向你公告送达起诉状副本、应诉通知书、举证通知书及开庭传票。自本公告发出之日起经过三十日，即视为送达。提出答辩状和举证的期限分别为公告期满后的十五日和三十日内。定于举证期满后第${(n % 5) + 1}日上午在本院第${(n % 9) + 1}法庭开庭审理。</p>`,
  ],
  'menus of a school': (n) => [
    `What is for lunch: week ${n + 1}`,
    `<p>All meals come with bread, water and fruit. Monday: ${at(['pasta', 'soup', 'rice', 'pie', 'stew'], n)}. Tuesday: ${at(['fish', 'curry', 'lentils', 'eggs'], n)}. Wednesday: ${at(['potatoes', 'noodles', 'beans'], n)}. Thursday: ${at(['pizza', 'salad', 'dumplings', 'omelette'], n + 1)}. Friday: what the cook likes. Tell the office about allergies by Thursday of the week before. Payment is by card only.</p>`,
  ],
  'visits to villages': (n) => [
    `${at(people, n)}到${at(cities, n)}调研乡村振兴工作`,
    `<p>近日，${at(people, n)}到${at(cities, n)}调研乡村振兴工作。${at(people, n)}先后来到田间地头、合作社和农户家中，详细了解粮食生产、产业发展和人居环境整治情况。他强调，要坚持农业农村优先发展，守牢粮食安全底线，因地制宜发展特色产业，让群众在家门口增收致富。市领导参加调研。</p>`,
  ],
  'openings of exhibitions': (n) => [
    `${at(people, n)}个人画展在${at(cities, n)}开幕`,
    `<p>${at(people, n)}个人画展昨天在${at(cities, n)}美术馆开幕，展出作品${n + 40}余件，涵盖山水、花鸟和人物。策展人介绍，这些作品创作于近十年间，体现了画家对传统笔墨的继承和对当代生活的观察。开幕式后举行了学术研讨会。展览免费向公众开放，将持续到下月${(n % 20) + 1}日，周一闭馆。</p>`,
  ],
  'answers to readers': (n) => [
    `Ask the gardener: ${at(['roses', 'leeks', 'ivy', 'apples', 'moss', 'ferns'], n)}`,
    `<p>Every week our gardener answers a letter. ${at(names, n)} of ${at(towns, n)} writes: what should I do about ${at(['roses', 'leeks', 'ivy', 'apples', 'moss', 'ferns'], n)} that do not thrive? Less than you think. Water in the morning, feed in spring, and look below the leaves. Cut what is brown and leave what is green. Send your letters with a picture; those that are printed win a trowel.</p>`,
  ],
  'notices of a power company': (n) => [
    `停电通知：${at(cities, n)}${(n % 9) + 1}区计划检修`,
    `<p>尊敬的客户：因线路检修需要，定于${(n % 27) + 1}日8:00至${(n % 5) + 15}:00对10千伏${at(cities, n + 2)}${(n % 4) + 1}线停电作业，届时${(n % 9) + 1}区部分用户将停电。如遇天气原因，检修将顺延或取消。检修提前结束将提前送电，恕不另行通知。给您带来不便，敬请谅解。服务热线24小时开通。</p>`,
  ],
  'launches of one maker': (n) => [
    `${at(['Lark', 'Finch', 'Robin', 'Wren', 'Tern'], n)} ${n + 2} announced: price, colours, date`,
    `<p>The ${at(['Lark', 'Finch', 'Robin', 'Wren', 'Tern'], n)} ${n + 2} was announced today. It has a screen of ${6 + (n % 3)}.${n % 10} inches, ${(n % 4) * 4 + 8} gigabytes of memory and a battery of ${n * 110 + 4300} milliamp hours. It comes in black, white and ${at(['teal', 'rust', 'plum'], n)}. Prices begin at ${n * 30 + 299}. Orders open on Friday, and deliveries begin a week later. We will have a full review soon.</p>`,
  ],
};

export function lastCopies(articles = lastArticles): Pair[] {
  return Object.entries(ways).flatMap(([kind, way]) => articles.map((a) => ({ kind, a, b: way(a) })));
}

export function lastLookAlikes(): Pair[] {
  return Object.entries(kinds).flatMap(([kind, told], row) =>
    Array.from({ length: each }, (_, n) => {
      const make = (place: number, host: string) => {
        const [title, html] = told(place);
        return {
          title,
          html,
          link: `https://${host}.test/last/${row}/${place}`,
          sortAt: noon + place * 300_000,
        };
      };
      return { kind, a: make(n, 'a'), b: make(n + 1, 'b') };
    }),
  );
}
