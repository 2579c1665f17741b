import type { Round } from './held-out-copies';
import { laterKinds } from './later-look-alikes';
import { at, cities, days, type Kind, matters, months, names, people, towns } from './look-alike-words';
import type { Pair } from './pairs';

const noon = Date.UTC(2026, 10, 22, 12);
/** Articles of two feeds that differ in what counts and in little else, other than those that the rules were chosen on. */
const kinds: readonly Kind[] = [
  {
    kind: 'a brief of another day',
    round: 1,
    told: (n) => [
      `Morning brief: ${n + 10} ${at(months, 3)}`,
      `<p>Good morning. Here is what you need to know today, gathered by our newsroom before breakfast. We look at ${at(matters, n)}, at what ministers said about it, and at the weather for the weekend. Reply to this letter to tell us what you think, or forward it to a friend.</p>`,
    ],
  },
  {
    kind: 'an evening paper of another month',
    round: 1,
    told: (n) => [
      `The Evening Letter, ${at(months, n)}`,
      `<p>Thank you for reading the letter. Once a month we write about what we have learnt, what we have built and what we will do next. This time it is about ${at(matters, n)}. As always, nothing here is sponsored, and every question is answered by a person.</p>`,
    ],
  },
  {
    kind: 'a digest by weekday',
    round: 1,
    told: (n) => [
      `${at(days, n)}早报：昨夜今晨发生了什么`,
      `<p>各位读者早上好，欢迎收看今天的早报。编辑部为您整理了昨夜今晨的重要新闻，三分钟带您了解天下大事。今天我们先从${at(cities, n)}说起，随后是财经与体育消息。更多内容请打开客户端，或关注我们的公众号。</p>`,
    ],
  },
  {
    kind: 'an issue by number',
    round: 1,
    told: (n) => [
      `程序员周刊（第 ${300 + n} 期）：${at(matters, n)}`,
      `<p>这里记录每周值得分享的内容，周五发布。本杂志开源，欢迎投稿。另有招聘服务，发布程序员招聘信息。合作请邮件联系。本期封面来自${at(cities, n)}，由读者拍摄，感谢投稿人的分享与支持。</p>`,
    ],
  },
  {
    kind: 'an issue in signs',
    round: 1,
    told: (n) => [
      `读书札记之${at([...'一二三四五六七八九十'], n)}`,
      `<p>这是一组关于旧书的札记，写于病中，陆续整理出来。书是从旧书摊上买来的，版本并不好，但读来有味。每一篇都不长，想到哪里写到哪里，请读者不要当作研究来看。这一篇说的是${at(cities, n)}的一家书店。</p>`,
    ],
  },
  {
    kind: 'weather, short',
    round: 1,
    told: (n) => [
      `${at(cities, n)}发布暴雨蓝色预警`,
      `<p>${at(cities, n)}市气象台22日${n + 3}时发布暴雨蓝色预警信号：预计未来12小时内，${at(cities, n)}大部分地区降雨量将达50毫米以上，请有关单位和人员作好防范准备，注意检查城市、农田、鱼塘排水系统，做好防范工作。</p>`,
    ],
  },
  {
    kind: 'a day’s weather of one town',
    round: 1,
    told: (n) => [
      `Weather for ${at(towns, 1)} and the coast`,
      `<p>It will be cloudy in the morning with some sun after noon. Highs of ${n + 6} degrees, lows of ${n} at night, and a wind from the west at ${n * 3 + 5} miles an hour. The chance of rain is ${((n * 7) % 90) + 5} percent. Tides are at ${(n % 12) + 1}:15 and ${((n + 6) % 12) + 1}:40. Drive with care in the morning fog.</p>`,
    ],
  },
  {
    kind: 'the price of gold',
    round: 1,
    told: (n) => [
      '今日黄金价格最新行情一览',
      `<p>今日国内黄金价格报每克${560 + n * 3}元，较上一交易日${n % 2 ? '上涨' : '下跌'}${n}元。各大金店足金报价在${720 + n * 4}元至${735 + n * 4}元之间。分析人士认为，受美元走势和避险情绪影响，金价短期仍将维持震荡，投资者应当谨慎操作，注意控制风险。</p>`,
    ],
  },
  {
    kind: 'rates of exchange',
    round: 1,
    told: (n) => [
      '人民币对美元中间价公布',
      `<p>中国外汇交易中心公布，银行间外汇市场人民币汇率中间价为：1美元对人民币7.${1000 + n * 13}元，1欧元对人民币7.${6000 + n * 17}元，100日元对人民币4.${5000 + n * 11}元，1港元对人民币0.9${100 + n * 3}元，1英镑对人民币9.${2000 + n * 19}元。</p>`,
    ],
  },
  {
    kind: 'earthquakes',
    round: 1,
    told: (n) => [
      `${at(cities, n)}附近发生${3 + (n % 4)}.${n % 10}级左右地震`,
      `<p>中国地震台网自动测定：11月22日${n + 1}时${n * 4 + 3}分在${at(cities, n)}附近发生${3 + (n % 4)}.${n % 10}级左右地震，最终结果以正式速报为准。请广大网友理性对待，不信谣，不传谣，注意安全。</p>`,
    ],
  },
  {
    kind: 'matches',
    round: 1,
    told: (n) => [
      `${at(towns, n)} ${n % 4}-${(n + 1) % 3} ${at(towns, n + 5)}: match report`,
      `<p>${at(towns, n)} met ${at(towns, n + 5)} at home on Saturday before a crowd of ${3000 + n * 311}. The first goal came after ${n * 5 + 4} minutes, and the visitors had their chances in the second half. The manager said that he was pleased with the spirit of his team, and that there was much to work on before the next match.</p>`,
    ],
  },
  {
    kind: 'roads that are closed',
    round: 1,
    told: (n) => [
      `Road closures in ${at(towns, n)} this week`,
      `<p>Drivers in ${at(towns, n)} should expect delays this week as workers repair roads in several places. The council says the work will be done at night where possible, and that residents will be told in advance. Diversions will be signed. The works are part of a plan to mend all main roads of the county by spring.</p>`,
    ],
  },
  {
    kind: 'a post that was filled',
    round: 1,
    told: (n) => [
      `${at(names, n)} appointed to the board of the port authority`,
      `<p>The port authority said on Sunday that ${at(names, n)} had been appointed to its board for a term of three years. ${at(names, n)} has worked in shipping for many years and will begin in January. The chair said that the board was happy to welcome such an experienced member, and thanked the one who had left for all that was done.</p>`,
    ],
  },
  {
    kind: 'those who died',
    round: 1,
    told: (n) => [
      `${at(people, n)}同志逝世`,
      `<p>原市人大常委会副主任${at(people, n)}同志，因病医治无效，于11月21日在${at(cities, n)}逝世，享年${70 + n}岁。${at(people, n)}同志病重期间和逝世后，有关领导同志以不同方式表示慰问和哀悼，并向其亲属表示深切慰问。</p>`,
    ],
  },
  {
    kind: 'a lottery',
    round: 1,
    told: (n) => [
      '双色球开奖结果公告',
      `<p>开奖号码：红球 ${n + 1} ${n + 5} ${n + 9} ${n + 14} ${n + 17} ${n + 20}，蓝球 ${(n % 16) + 1}。本期一等奖开出${n}注，每注奖金${600 + n}万元。奖池滚存至${20 + n}亿元，下期开奖在星期二，敬请彩民朋友留意。</p>`,
    ],
  },
  {
    kind: 'versions',
    round: 1,
    told: (n) => [
      `Gardener 2.4.${n} released`,
      `<p>We are glad to announce another maintenance release of Gardener. It contains fixes that were reported by our users since the last one; thank you for every report. Upgrading is recommended for everyone. Packages are available from the usual places, and the list of changes is in the repository. This one mends ${at(matters, n)}.</p>`,
    ],
  },
  {
    kind: 'candidates of a release',
    round: 1,
    told: (n) => [
      `Harbour 5.0 beta ${n}`,
      `<p>This is a test version of Harbour and is not meant for daily work. Please try it with a copy of your data and tell us what breaks. Known problems are listed in the tracker. The final version is planned for the spring, and translators may begin now, as the texts will hardly change from here on.</p>`,
    ],
  },
  {
    kind: 'one heading for every week',
    round: 1,
    told: (n) => [
      'Weekly links and things that we have read',
      `<p>${at(names, n)} writes about ${at(matters, n)} in a long essay. ${at(towns, n)} has opened its archive to everyone. A study of ${at(matters, n + 2)} over ${n + 20} years finds less than was hoped. ${at(names, n + 3)} remembers the summer when ${at(towns, n + 4)} lost its ${at(matters, n + 5)}.</p>`,
    ],
  },
  {
    kind: 'one heading for every day',
    round: 1,
    told: (n) => [
      '社论：我们今天为什么还要读报纸',
      `<p>${at(people, n)}在${at(cities, n)}的一次演讲里提到了${at(cities, n + 3)}的旧事。${at(people, n + 2)}不同意，认为问题出在别处。两人争论了${n + 3}个小时，听众里有人睡着，有人鼓掌，也有人退场。散会后只剩下扫地的人和一盏没有关的灯。</p>`,
    ],
  },
  {
    kind: 'parts of a story',
    round: 1,
    told: (n) => [
      `The lighthouse keeper’s daughter, part ${at(['one', 'two', 'three', 'four', 'five'], n)}`,
      '<p>A story in five parts, told by the people who lived it. We have changed some names, at their wish. You can listen to all parts on our site, where you will also find pictures of the house and of the sea as it was in those days. With thanks to the town’s museum for its help.</p>',
    ],
  },
  {
    kind: 'halves of a report',
    round: 1,
    told: (n) => [
      `深度：一座矿城的三十年（${at(['上篇', '下篇'], n)}）`,
      '<p>本报记者历时四个月，走访了这座因矿而兴、因矿而衰的城市，采访了四十多位亲历者。报道分两次刊出。文中部分受访者应本人要求使用化名。感谢当地图书馆提供历史照片。版权所有，未经许可不得转载。</p>',
    ],
  },
  {
    kind: 'a correction of it',
    round: 1,
    told: (n) =>
      n % 2
        ? [
            '老城石桥修缮完工，居民重新走上百年桥面',
            '<p>历时十四个月的修缮工程上周六正式结束，横跨老城河道的石拱桥重新向行人开放。清晨六点，已有附近居民排队等候，希望成为第一批走过新桥面的人。全桥共更换石料三百一十七块。</p>',
          ]
        : [
            '更正：老城石桥修缮完工，居民重新走上百年桥面',
            '<p>本报昨日刊登的同题报道中，更换石料的数量有误，现予更正，并向读者致歉。电子版已作修改，印刷版将在明日刊登更正启事。欢迎读者继续监督，来信请寄编辑部。</p>',
          ],
  },
  {
    kind: 'one statement, two reports',
    round: 1,
    told: (n) => {
      const statement =
        'In a statement the ministry said that the new rules would apply from the first of March, that nobody would lose what had been granted before, and that a review would follow within two years.';
      return [
        at(
          ['Ministry sets date for new rules on fishing', 'Fishermen fear for their boats under new rules'],
          n,
        ),
        n % 2
          ? `<p>On the quays of ${at(towns, n)} nobody talks of anything else. ${statement} ${at(names, n)}, who has fished here for forty years, does not believe it. Her boat is paid for, her licence is not, and the buyers have begun to look elsewhere. Her son has already left for the city.</p>`
          : `<p>The long debate on fishing is over for now. ${statement} Opposition parties called the plan too weak and asked for a vote before the summer. The government expects costs of nine million a year, most of it for inspectors, of whom there are eleven today, and for the ports that have none.</p>`,
      ];
    },
  },
  {
    kind: 'one event, two reporters',
    round: 1,
    told: (n) =>
      n % 2
        ? [
            'Fire destroys old mill in the harbour',
            '<p>A fire destroyed the old mill in the harbour on Saturday night. Nobody was hurt. Firefighters from six towns worked until the morning to keep the flames from the warehouses nearby. The mill was built in 1884 and had stood empty for nine years. The police do not know yet how the fire began.</p>',
          ]
        : [
            'Old mill in the harbour destroyed by fire',
            '<p>It could be seen from twenty miles away. When the roof of the mill fell in shortly after midnight, people on the quay were crying. The building, empty since 2017, was to become flats next year; the investor had received his permit on Friday. Six fire brigades came, and left with nothing saved but the gate.</p>',
          ],
  },
  {
    kind: 'a programme that describes itself',
    round: 1,
    hours: 24,
    told: () => [
      '午夜书房：与您一起读完一本好书',
      '<p>每晚十一点，主持人与您相约午夜书房，用一个小时的时间读一段好文章，听一首老歌。欢迎在节目留言区写下您今天读到的句子，我们会在下一期节目里读出来。节目由市广播电台制作播出。</p>',
    ],
  },
];

/** So many of each kind. */
const each = 12;

export function heldOutLookAlikes(round: Round): Pair[] {
  return [...kinds, ...laterKinds]
    .filter((one) => one.round === round)
    .flatMap(({ kind, told, hours = 0 }, row) =>
      Array.from({ length: each }, (_, n) => {
        const make = (place: number, host: string, sortAt: number) => {
          const [title, html] = told(place + 1);
          return { title, html, link: `https://${host}.test/${round}/${row}/${place}`, sortAt };
        };
        return { kind, a: make(n, 'a', noon), b: make(n + 1, 'b', noon + hours * 3_600_000 + 60_000 * n) };
      }),
    );
}
