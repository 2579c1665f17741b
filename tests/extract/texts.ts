/** Articles written for these tests, in the manner of newspapers, blogs and manuals. */
export interface Text {
  lang: string;
  title: string;
  author: string;
  paragraphs: readonly string[];
}

export const texts = {
  bridge: {
    lang: 'zh-CN',
    title: '老城石桥修缮完工，居民重新走上百年桥面',
    author: '林晓',
    paragraphs: [
      '历时十四个月的修缮工程上周六正式结束，横跨老城河道的石拱桥重新向行人开放。清晨六点，已有附近居民排队等候，希望成为第一批走过新桥面的人。',
      '这座桥建于一百二十年前，由当地石匠用本山青石砌成，桥身没有使用一根铁件。工程负责人介绍说，施工队在拆解时为每一块石料编号，损坏严重的石料则用同一采石场的材料替换，全桥共更换石料三百一十七块。',
      '“我小时候每天走这座桥上学，后来桥面塌了一角，封了五年，心里总觉得少了点什么。”七十三岁的居民陈阿婆说，她特意带着孙子来看桥栏上重新刻好的莲花纹。',
      '修缮费用共计八百六十万元，其中三分之一来自市民捐款。市文物部门表示，今后将每两年检测一次桥体的沉降与裂缝，检测结果会在网站上公开，任何人都可以查阅。',
      '也有专家提醒，桥面的通行人数应当控制。建筑史学者周明远认为，石拱结构对振动十分敏感，节假日人流高峰时最好单向通行，否则再好的修复也难以长久。',
      '按照计划，两岸的步道将在明年春天完工，届时石桥会与沿河的老街连成一条完整的步行线路。',
    ],
  },
  tea: {
    lang: 'zh-CN',
    title: '山区茶农改种古树茶：产量减半，收入翻番',
    author: '何静',
    paragraphs: [
      '海拔一千六百米的坡地上，茶农岩罕正在给一株两百多年的茶树修枝。三年前，他把自家十二亩密植茶园改回了稀疏的古树茶园，亲戚们都觉得他疯了。',
      '改种之后的头一年，鲜叶产量从四千公斤掉到一千八百公斤。可是由于不再使用农药和化肥，鲜叶价格从每公斤二十元涨到一百一十元，全年算下来，收入反而多了一倍还多。',
      '县农业站的数据显示，全县像岩罕这样改种的农户已有四百三十一户，占茶农总数的百分之二十七。技术员赵勇说，关键不在于树龄，而在于树与树之间留出的空间，根系能够伸展，病虫害自然就少了。',
      '不过市场并非没有风险。去年秋天，一批冒充古树茶的台地茶流入批发市场，价格一度下跌三成。合作社随后建立了编号制度，每一饼茶都能查到采摘的地块和日期。',
      '岩罕的女儿在县城读高中，寒假回来帮忙做账。她算了一笔账：如果价格稳定，四年就能收回改种的成本。“最难的是前两年，手里没有钱，心里没有底。”她说。',
    ],
  },
  library: {
    lang: 'zh-TW',
    title: '社區圖書館夜間開放一年，借閱量成長四成',
    author: '吳佩珊',
    paragraphs: [
      '晚上九點半，社區圖書館二樓的燈還亮著。靠窗的座位上，幾名下班的工程師正在準備證照考試，另一頭的長桌則坐滿了寫作業的國中生。',
      '館方去年十一月起試辦夜間開放，將閉館時間從下午六點延後到晚上十一點。一年下來，借閱冊數成長百分之四十一，夜間入館人次占全日的三分之一。',
      '館長許慧玲說，最初同仁擔心安全與人力問題，因此先以兩個月為期試辦，並邀請退休教師擔任夜間志工。結果志工報名人數超過預期三倍，如今每晚都有四到六人輪值。',
      '經費方面，夜間的水電與保全每月約需新臺幣九萬元，由市府與兩家在地企業各負擔一半。議員張文彥指出，與其興建新館，不如延長舊館的開放時間，投入的每一塊錢都看得到效果。',
      '館方表示，明年將在兒童閱覽室增設隔音設備，並開放線上預約座位，讓遠道而來的讀者不必白跑一趟。',
    ],
  },
  river: {
    lang: 'en',
    title: 'The river gauge that nobody wanted to read',
    author: 'Maren Oakes',
    paragraphs: [
      'For eleven years the gauge on the lower weir reported the same number every morning, and for eleven years nobody asked why. It was a good number, comfortably below the red line, and the engineers who might have questioned it had long since moved to other departments.',
      'The truth came out by accident. A student measuring sediment for her thesis leaned a wooden staff against the wall and noticed that the water stood forty centimetres higher than the dial claimed. She assumed her staff was wrong, bought a new one, and measured again.',
      'What followed was not a scandal so much as an embarrassment. The float inside the stilling well had been held up by a ledge of calcium, growing a few millimetres a year, and the instrument had been faithfully reporting the height of its own prison.',
      'Officials have since replaced the float with a radar sensor, which has no moving parts and cannot be held up by anything short of a bird’s nest. The old dial has been cleaned and mounted in the entrance hall, where it still reads one metre twelve.',
      'The student, who finished her thesis last spring, was asked what she had learned. “Measure the thing that measures,” she said, “and then measure it again with something stupid, like a stick.”',
    ],
  },
  sourdough: {
    lang: 'en',
    title: 'Notes on a slower loaf',
    author: 'Tomas Fell',
    paragraphs: [
      'I used to bake bread on Saturdays because Saturday was the only day long enough. The dough wanted attention every half hour, and by the evening I was too tired to enjoy what came out of the oven.',
      'Then I moved the whole thing into the cold. The dough is mixed on Friday after dinner, folded twice before bed, and left in the refrigerator until I feel like it. Some weeks that is Saturday noon; once, after a train was cancelled, it was Monday.',
      'The cold does two things. It slows the yeast more than it slows the bacteria, so the loaf tastes of more, and it firms the dough, so that even a wet one can be shaped by someone who has never been good with his hands.',
      'My schedule now has exactly three appointments: mix, fold, bake. Everything else is waiting, and waiting is something that happens while I read.',
      'If you want numbers: five hundred grams of flour, three hundred and seventy of water, ninety of starter, ten of salt. If you want advice: buy a thermometer, and stop opening the door.',
    ],
  },
  cable: {
    lang: 'zh-CN',
    title: '海底电缆维修船上的四十天',
    author: '郑海',
    paragraphs: [
      '船离开港口的第三天，声呐屏上出现了电缆的影子。甲板长老徐说，找电缆就像在黑夜的操场上找一根掉落的头发，只不过操场有三千米深。',
      '这次故障发生在两个板块交界的海沟附近，一次里氏五点八级的地震扯断了电缆的外铠。岸上的测试仪能把断点定位在五百米之内，剩下的就要靠抓钩一遍一遍地拖。',
      '第九天夜里，抓钩终于挂住了电缆的一端。绞车整整收了七个小时，沾满淤泥的黑色缆线才露出水面。接续工程师要在一间无尘的小舱里，把比头发还细的光纤一根一根熔接起来，一个接头通常需要十六个小时。',
      '最难熬的是等待天气。浪高超过三米半，船就必须停止作业，随波漂着。厨师说，风浪最大的那个星期，他只做过一道菜：馒头，因为别的东西都放不稳。',
      '四十天之后，岸上传来消息：信号恢复，损耗低于设计值。没有人欢呼，大家只是各自回舱睡觉。老徐说，好的维修就是没有人知道你来过。',
    ],
  },
} satisfies Record<string, Text>;
