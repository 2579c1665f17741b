import type { Article } from './articles';

const noon = Date.UTC(2026, 10, 22, 12);

/** Written for the last measurement alone: no rule was chosen on them. Title, then sentences. */
const chinese: readonly [string, string][] = [
  [
    '沿海三市联合整治近岸养殖，渔民称补偿标准有待明确',
    '沿海三市昨天宣布，从下月起分批拆除航道两侧的网箱。海洋部门说，近岸养殖密度过高，去年夏天曾引起两次大面积缺氧。首批涉及四百多户，网箱约一万二千口。渔民陈阿海说，他去年才借钱换了新网，补偿按旧价算不合理。市政府答复，评估由第三方进行，结果张榜公示七天。专家建议把部分养殖移到二十米等深线以外，但那里风浪大，设备要贵三成。',
  ],
  [
    '一座山村小学的最后一课：五名学生和他们的老师',
    '早晨七点四十，钟声照常响起。教室里只有五个孩子，最大的十一岁，最小的六岁。老师周玉兰在这里教了二十九年书，去年冬天学校被列入撤并名单。她把黑板擦了三遍，才写下课文的题目。孩子们明年要去镇上住校，来回要走两个小时山路。村里人凑钱做了一面锦旗，周老师没有收，她说旗子应该留给房子。',
  ],
  [
    '新型钠电池在零下三十度保持八成容量，研究团队公布测试数据',
    '研究团队在期刊上发表论文，称新型钠离子电池在零下三十度时仍能放出八成以上的容量。关键在于电解液里加入了一种低凝固点的醚类溶剂。团队用同一批电芯做了六百次循环，容量衰减不到百分之七。第三方实验室重复了其中三项测试，结果基本一致。论文同时指出，这种溶剂价格较高，而且在高温下容易挥发。下一步，他们打算在北方的公交车上做一个冬天的试验。',
  ],
  [
    '老戏院修了四年终于开门，第一场戏票半小时售罄',
    '停业四年的和平戏院昨晚重新开门，第一场演的是《锁麟囊》。戏院建于一九二九年，木结构的屋顶在一场大雨后塌了一角。修缮时工人在夹层里找到一箱旧戏单，最早的一张是一九三三年的。票价从三十元到二百八十元，网上开售半小时就卖完了。七十八岁的戏迷吴先生凌晨四点来排队，买到了两张站票。经理说，以后每周二演一场折子戏，学生半价。',
  ],
  [
    '医生提醒：流感高峰提前到来，这几类人应尽早接种',
    '疾控中心监测显示，今年流感活动水平比往年同期高，高峰可能提前三周。门诊里发热病人明显增多，其中五到十四岁的孩子占近一半。医生说，六十岁以上的老人、孕妇和有慢性病的人应当尽早接种疫苗。接种后大约两周才有保护作用，不要等身边有人病了再去。出现持续高热或者气促，应及时就医，不要自行服用抗生素。社区卫生服务中心周末照常接种，可以在手机上预约。',
  ],
  [
    '货轮在海峡搁浅，拖船连夜作业，船上二十一人平安',
    '一艘满载玉米的货轮前天夜里在海峡北口搁浅，船上二十一名船员全部平安。海事部门说，当时能见度不到五百米，船偏离航道约一海里。三艘拖船连夜赶到，先卸下四百吨燃油，以免泄漏。昨天下午涨潮时第一次拖带没有成功。专家估计，要等后天大潮才有机会脱浅。航道目前单向放行，过往船只平均要等九个小时。',
  ],
  [
    '手艺人把废旧自行车改成台灯，一年卖出三千盏',
    '在城东一间车库里，罗明把报废的自行车拆开，再装成台灯。车把成了灯架，链条绕成底座，刹车线正好用来穿电线。他原来是工厂的质检员，四年前下岗后开始摆弄这些旧零件。第一盏灯送给了女儿，发到网上后有人来问价钱。去年他卖出三千盏，雇了五个同样从厂里出来的工友。最难的不是手艺，他说，是现在的自行车用铁越来越少了。',
  ],
  [
    '考古队在古河道发现木船残骸，船舱里有未开封的陶罐',
    '考古队在干涸的古河道下发现一艘木船，残长十七米，保存着九道隔舱板。船舱里码放着四十多只陶罐，其中六只封泥完好。研究人员用内窥镜看到，罐里是结成块的谷物和鱼骨。木头的年轮测定表明，造船的树砍伐于八百年前。为了防止开裂，发掘现场搭起棚子，每隔二十分钟喷一次水。整船提取预计明年春天进行，之后要在水池里脱盐三年。',
  ],
  [
    '地铁六号线延长段试运行，郊区居民进城少花四十分钟',
    '地铁六号线东延段今天开始试运行，全长十三公里，设七座车站。从终点到市中心原来要换两次公交，现在一趟车五十二分钟。首日客流八万六千人次，高峰时满载率超过九成。沿线居民反映，两个车站的自行车停放点太小，早上八点就没有空位。运营公司说，试运行三个月，期间晚上十点收车。正式开通以后，行车间隔将从七分半缩短到五分钟。',
  ],
  [
    '果园里的无人机：一个返乡青年的第五个秋天',
    '五年前，程亮辞掉城里的工作，回来管父亲的八十亩果园。第一年他什么都不懂，霜冻那夜只会跟着大家烧草堆。如今无人机三天飞一遍，哪一棵树缺水，屏幕上一目了然。账却不像图那么清楚：果价跌了两年，电池和药都在涨。父亲从前不看好这些机器，今年秋天第一次自己拿起了遥控器。他说，树还是那些树，只是看它们的人站得高了一点。',
  ],
];

const english: readonly [string, string][] = [
  [
    'Ferry company drops winter timetable after islanders protest',
    'The ferry company has dropped its plan to halve sailings this winter after islanders filled three public meetings. Under the plan the last boat would have left the mainland at four in the afternoon. Teachers said they would have had to sleep in the school two nights a week. The company blamed the price of fuel and a shortage of engineers. It will now keep seven sailings a day, paid for in part by a grant that ends in April. Nobody could say what happens then.',
  ],
  [
    'How a retired plumber built the most accurate tide clock in the county',
    'Harold Finch had fitted pipes for forty-one years when a neighbour asked him what moved the tide. He did not know, and it bothered him. In his garage he built a clock of brass wheels, one for each pull of moon and sun. It took six winters and nineteen versions. Last month the harbour master compared it with his own tables and found a difference of two minutes. Mr Finch has asked him to check the tables.',
  ],
  [
    'Study finds city bees eat better than their country cousins',
    'Bees that live in cities find a wider choice of food than bees on farmland, according to a study of 112 hives. Researchers read the pollen under a microscope and counted 74 kinds of plants in towns, and 29 around fields of rape. Urban colonies also came through the winter with more stores. The authors warn that the picture changes in August, when lawns dry out. They suggest leaving clover in parks until September. Beekeepers in two of the cities have begun to plant lime trees again.',
  ],
  [
    'Court rules that a parrot may stay on the fourth floor',
    'A grey parrot that imitates a fire alarm may go on living on the fourth floor, a court has decided. Neighbours had sued its owner after the house was cleared twice in one week. The judge listened to eleven minutes of recordings in a closed room. She found that the bird was loud, though not louder than a piano. The owner must close the windows between ten and six. An appeal is possible until the end of the year.',
  ],
  [
    'The bakery that opens at midnight and sells out by two',
    'At midnight a queue of nurses, taxi drivers and students forms in front of a shop without a sign. Amira Osei opened her bakery at the hour at which she could never find bread herself. She bakes four kinds and counts nothing after two in the morning, when it is all gone. The flour comes from a mill eleven miles away that was about to close. Two supermarkets have asked to sell her loaves. She told both of them to come at midnight.',
  ],
  [
    'Engineers drain historic lock to find out why it leaks',
    'For the first time in sixty years the great lock has been drained. Engineers want to know why it loses a hand of water every night. On the floor they found nine bicycles, a safe, and a crack as long as a bus. The crack runs below the western gate, where the clay was replaced with concrete in 1964. Repairs will cost about two million and take until Easter. Until then boats have to go round by the river, which adds a day.',
  ],
  [
    'Small orchestra, big debts: a season decided by one concert',
    'The town orchestra needs to sell nine hundred seats on Friday or it will not play in spring. Its grant was cut by a third, and the roof of its hall by a storm. The conductor has waived her fee, and the tubas have offered to sit out the first half. Rehearsals are open to anyone who brings a chair. On the programme are a symphony by a composer who was born here and a piece for brass and rain. By last night six hundred and forty tickets had gone.',
  ],
  [
    'Why your old phone gets slow, and what helps',
    'Phones do not get slow because makers wish it, or not only. Flash memory wears out, and a full one has to move data before it can write any. Apps grow by about a fifth every year, and most of them wake up in the background. A battery that has lost its strength makes the processor wait. Free a quarter of the storage, remove what you have not opened since summer, and replace the battery when it holds less than eighty percent. That costs less than a tenth of a new phone and helps for two years.',
  ],
  [
    'Mountain village turns off its street lights and counts the stars',
    'The last street light in the village went out on Monday at the request of those who live there. A count of stars by schoolchildren had come to 37 in the square and 2,100 behind the church. The council found that the lamps used more power than all the kitchens. Old people have been given torches, and the bus stop glows by itself. A hotel twenty miles off already sells nights under the sky. The village would rather keep it for those who stay the week.',
  ],
  [
    'Lost letter from 1916 delivered to a great-grandson',
    'A letter that was posted in 1916 reached its address on Tuesday, by way of a flooded cellar. Workers found a sack behind a wall of the sorting office and dried the contents on radiators. Of fifty-two letters forty could be read. One was from a soldier who asked for socks, chocolate and news of a dog called Major. The post traced his great-grandson, who lives four streets from where it was sent. He has sent the office a pair of socks.',
  ],
];

const sentences = (text: string) => text.match(/[^。.]+[。.]/g) ?? [text];

export const firstSightArticles: readonly Article[] = [...chinese, ...english].map(([title, text], at) => ({
  feed: 'first-sight',
  title,
  link: `https://origin.test/news/2026/${at + 1}.html`,
  html: sentences(text)
    .map((one) => `<p>${one.trim()}</p>`)
    .join('\n'),
  sortAt: noon,
}));
