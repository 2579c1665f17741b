import { at, cities, type Kind, matters, names, people, towns } from './look-alike-words';

const makers = ['Kestrel', 'Osprey', 'Heron', 'Plover', 'Curlew', 'Avocet', 'Dunlin', 'Merlin', 'Siskin'];
const firms = [
  '长江电子',
  '天山股份',
  '北方机电',
  '南海渔业',
  '秦岭药业',
  '太湖纺织',
  '昆仑能源',
  '洞庭食品',
];
const lands = ['Albania', 'Bhutan', 'Cyprus', 'Denmark', 'Estonia', 'Fiji', 'Ghana', 'Hungary', 'Iceland'];
const dishes = ['红烧茄子', '清蒸鲈鱼', '麻婆豆腐', '糖醋排骨', '蒜蓉西兰花', '番茄炒蛋', '酸菜鱼片'];

/** Of the rounds after the first. */
export const laterKinds: readonly Kind[] = [
  {
    kind: 'sentences of a court',
    round: 2,
    told: (n) => [
      `Man jailed for theft in ${at(towns, n)}`,
      `<p>A man from ${at(towns, n)} has been sent to prison for ${n + 1} years after he admitted theft. The court heard that he had taken goods worth several thousand pounds from shops in the centre. The judge said that the crimes had hurt small businesses, and that only a prison sentence would do. The police thanked everyone who had come forward.</p>`,
    ],
  },
  {
    kind: 'a report of a firm',
    round: 2,
    told: (n) => [
      `${at(firms, n)}：前三季度净利润同比增长${12 + n}.${n % 10}%`,
      `<p>${at(firms, n)}11月21日晚间披露三季报，公司前三季度实现营业收入${18 + n * 2}.${n % 9}亿元，同比增长${6 + n}.${n % 7}%；归属于上市公司股东的净利润${2 + n}.${n % 8}亿元，同比增长${12 + n}.${n % 10}%。公司表示，业绩增长主要得益于主营业务收入增加以及成本控制取得成效。</p>`,
    ],
  },
  {
    kind: 'a review of the next model',
    round: 2,
    told: (n) => [
      `${at(makers, n)} review: a good phone for most people`,
      `<p>The ${at(makers, n)} is a good phone for most people. The screen is bright, the battery lasts a day and a half, and the camera does well in daylight. At ${390 + n * 20} pounds it costs less than its rivals. We missed a headphone jack, and the speaker is thin. If you want a phone that does everything well enough, buy the ${at(makers, n)}.</p>`,
    ],
  },
  {
    kind: 'advice to travellers',
    round: 2,
    told: (n) => [
      `Travel advice updated for visitors to ${at(lands, n)}`,
      `<p>The foreign office has updated its advice for visitors to ${at(lands, n)}. Travellers should make sure that their passport is valid for six months, carry a copy of it, and follow the advice of local authorities. Most visits are without trouble. Those who plan to drive in ${at(lands, n)} need a permit.</p>`,
    ],
  },
  {
    kind: 'a dish for every evening',
    round: 2,
    told: (n) => [
      '今天晚饭吃什么：简单易学的家常菜做法',
      `<p>今天教大家做一道${at(dishes, n)}。准备好食材，洗净切好备用。锅中放油烧热，下葱姜蒜爆香，放入${at(dishes, n)}的主料翻炒${n + 2}分钟，加盐、生抽和少许糖调味，出锅前淋上香油即可。这道${at(dishes, n)}做法简单，老人孩子都爱吃，赶快试试吧。</p>`,
    ],
  },
  {
    kind: 'petrol by province',
    round: 2,
    told: (n) => [
      '今日油价调整最新消息：各地汽油柴油价格表',
      `<p>${at(cities, n)}今日油价：92号汽油每升7.${30 + n}元，95号汽油每升7.${80 + n}元，0号柴油每升6.${90 - n}元。本轮调价窗口将于下周开启，目前原油变化率为负${n}.${n + 1}%，预计每吨下调${100 + n * 5}元。司机朋友可以根据需要合理安排加油时间。</p>`,
    ],
  },
  {
    kind: 'results as they come',
    round: 2,
    told: (n) => [
      `Council election live: results from ${at(towns, n)}`,
      `<p>Polls have closed and counting is under way in ${at(towns, n)}. Turnout was ${30 + n * 2} percent. We will bring you every result as it is declared through the night, with words from those who won and from those who did not. Refresh this page for the latest. ${at(names, n)} is expected to keep the seat.</p>`,
    ],
  },
  {
    kind: 'a picture for every day',
    round: 2,
    told: (n) => [
      'Picture of the day, chosen by our photographers',
      `<p>${at(names, n)} took this picture of ${at(matters, n)} near ${at(towns, n + 3)} early on Sunday, after waiting for the light for two hours in the rain with a borrowed camera.</p>`,
    ],
  },
  {
    kind: 'one background, two heads',
    round: 2,
    told: (n) => [
      at(['Union calls strike at the container port', 'Port owner offers talks to union after vote'], n),
      `<p>${at(['Dock workers will walk out on Monday for two days, their union said after a vote that ended late on Saturday with a large majority.', 'The owner of the port said on Sunday evening that he was ready to talk about pay at any time and without any condition.'], n)} The port handles a third of the containers of the country. Last year a strike of nine days cost shops and factories more than four hundred million, and led to empty shelves in several regions before Christmas.</p>`,
    ],
  },
  {
    kind: 'a teacher of the month',
    round: 2,
    told: (n) => [
      `本月优秀教师：${at(people, n)}老师的故事`,
      `<p>${at(people, n)}老师在${at(cities, n)}的一所乡村小学任教已经${n + 8}年。每天清晨，她总是第一个到校，打开教室的门窗，等着孩子们到来。同事们说，她把学生当作自己的孩子。学校推荐她参加全国优秀教师的评选，家长们都说实至名归。</p>`,
    ],
  },
  {
    kind: 'launches by number',
    round: 2,
    told: (n) => [
      `Rocket lifts off with satellites of group ${6 + n}-${40 + n}`,
      `<p>A rocket lifted off from the coast on Sunday morning with another group of satellites for the internet. The first stage came back to a ship after eight minutes; it was its flight number ${n + 11}. It was launch ${n + 120} of the company this year. The satellites will reach their orbits within weeks.</p>`,
    ],
  },
  {
    kind: 'a summary by region',
    round: 2,
    told: (n) => [
      `${at(cities, n)}一周要闻回顾`,
      `<p>过去一周，${at(cities, n)}市召开了全市工作会议，部署下一阶段重点任务；多条公交线路作出调整；市民文化节落下帷幕，共有${n + 3}万人次参加。下周，${at(cities, n)}将迎来降温天气，请市民注意保暖。更多本地新闻请关注我们的公众号。</p>`,
    ],
  },
  {
    kind: 'a word for every day',
    round: 3,
    told: (n) => [
      'Word of the day and how to use it in a sentence',
      `<p>Today it is “${at(makers, n).toLowerCase()}”. It is older than you may think, came to us from the north, and was first written down in ${1500 + n * 23}. “A ${at(makers, n).toLowerCase()} was seen near ${at(towns, n)}.”</p>`,
    ],
  },
  {
    kind: 'the sky of the night',
    round: 3,
    told: (n) => [
      '今晚看什么：本周星空观测指南与天象预报',
      `<p>今晚${at(['木星', '土星', '金星', '火星', '月亮'], n)}将在${at(['东南', '西南', '正南', '东北'], n)}方天空出现，最佳观测时间为${(n % 4) + 19}时至${(n % 4) + 21}时。天气晴好的地区肉眼可见，使用双筒望远镜效果更佳。观测时请注意保暖和安全。</p>`,
    ],
  },
  {
    kind: 'a firm that lets people go',
    round: 3,
    told: (n) => [
      `${at(makers, n)} to cut ${100 + n * 50} jobs as demand falls`,
      `<p>${at(makers, n)} said on Sunday it would cut ${100 + n * 50} jobs as demand for its products falls. The company will close one of its two plants and move what is left to the other. Its head said the decision was hard but needed. The union called it a betrayal. Shares rose ${n + 2} percent after the news.</p>`,
    ],
  },
  {
    kind: 'a school that won',
    round: 3,
    told: (n) => [
      `${at(cities, n)}中学生在全国机器人大赛中获奖`,
      `<p>在刚刚结束的全国青少年机器人大赛中，来自${at(cities, n)}的代表队经过激烈角逐，获得高中组一等奖。队员们为了备战，利用课余时间训练了半年。指导教师${at(people, n)}说，孩子们在比赛中学会了合作与坚持，这比奖杯更重要。</p>`,
    ],
  },
  {
    kind: 'a flat that is for sale',
    round: 3,
    told: (n) => [
      `Two-bedroom flat for sale in ${at(towns, n)}`,
      `<p>A bright flat with two bedrooms, a balcony and a place for the car. Built in ${1960 + n * 4}, it was renewed ${n + 2} years ago. Close to shops, schools and the bus. ${60 + n * 3} square metres, ${180 + n * 15} thousand. Call our office in ${at(towns, n)} to see it; pets are welcome.</p>`,
    ],
  },
  {
    kind: 'questions to another guest',
    round: 3,
    told: (n) => [
      `Five questions for ${at(names, n)}`,
      `<p>Every week we put the same five questions to somebody we like. What did you want to become? What do you read? Whom do you admire? What can you not do without? What would you change? ${at(names, n)} answers them from a kitchen in ${at(towns, n)}, with a cat that does not like visitors.</p>`,
    ],
  },
  {
    kind: 'alerts on one product',
    round: 3,
    told: (n) => [
      `市场监管部门召回${at(firms, n)}部分产品`,
      `<p>市场监管总局网站11月22日消息，${at(firms, n)}向市场监管部门备案了召回计划，自即日起召回部分批次产品，共计${n * 311 + 500}件。本次召回范围内的产品存在安全隐患，极端情况下可能造成人身伤害。公司将免费为消费者更换合格产品。</p>`,
    ],
  },
  {
    kind: 'the same day in another year',
    round: 3,
    told: (n) => [
      `On this day in ${1901 + n * 7}`,
      `<p>From our archive: on this day in ${1901 + n * 7} readers of this paper learnt that ${at(matters, n)} would cost more from spring, that the mayor of ${at(towns, n)} had been bitten by his own dog, and that a storm was on its way. Search the whole archive on our site; it is free for those who subscribe.</p>`,
    ],
  },
  {
    kind: 'one study, two opinions',
    round: 3,
    told: (n) => [
      at(['Why the study on sleep should worry you', 'The study on sleep is not what it seems'], n),
      `<p>The study, which followed nine thousand people for twelve years, found that those who slept less than six hours were more often ill than others. ${at(['That is a lot of people, and I am one of them. My grandmother slept four hours and lived to be ninety, which I used to tell everyone; I have stopped doing so, bought a better mattress, and put the phone into the kitchen.', 'It asked them once, at the beginning, and believed what they said. Who is ill sleeps badly, and who works at night is poor. Nothing in these numbers tells the one from the other, and its authors, to their honour, do not claim that it does.'], n)}</p>`,
    ],
  },
  {
    kind: 'a comic that has hardly a word',
    round: 3,
    told: (n) => [
      'A small comic about cats and people',
      `<p><img src="https://c.test/${n}.png" alt="Comic ${n}"></p>`,
    ],
  },
];
