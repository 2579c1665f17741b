/** An article that is hard to set. */
export interface OddArticle {
  title: string;
  html: string;
}

const news =
  '据路透社记者2025年1月21日报道，美国总统特朗普在就职演说中表示：“美国的黄金时代从现在开始。”（完）他说，《巴黎协定》“不公平”，将退出；世界卫生组织（WHO）亦同。分析人士指出，此举——若付诸实施——将影响3.5万亿美元的贸易，涉及China、EU及190多个国家和地区。';

const chinese = `<p>${news}</p><h2>第二节：贸易与“关税”</h2><p>${news}${news}</p>
<blockquote><p>「我们不会被征服，我们不会被恐吓，我们不会被击垮。」他在国会大厦圆形大厅说。</p></blockquote>
<figure><img src="http://feeds.test/image/fig.png" alt=""><figcaption>2025年1月20日，华盛顿国会大厦圆形大厅。（资料照片）</figcaption></figure>
<p>${news}</p><ol><li>第一条：对加拿大和墨西哥征收25%的关税；</li><li>第二条：宣布南部边境进入国家紧急状态。</li></ol>
<p>他在X上写道：<a href="http://feeds.test/x">https://x.com/someone/status/1881345678901234567</a>。使用 <code>npm install</code> 命令即可。</p>
<h3>三、各方反应</h3><p>${news}</p>`;

const technical = `<p>Tables, code and footnotes<sup id="fnref1"><a href="#fn1">1</a></sup> in one piece. The quick “brown” fox — jumps over 12,345 lazy dogs; <em>emphasis</em>, <strong>strength</strong>, <kbd>Shift</kbd>+<kbd>A</kbd>, H<sub>2</sub>O and E = mc<sup>2</sup>.</p>
<h2>A heading that is rather long and has to break over two lines somewhere</h2>
<table><caption>Table 1. Throughput by browser</caption><thead><tr><th>Browser</th><th>Version</th><th>First row (ms)</th><th>Memory (MB)</th><th>Scroll (fps)</th><th>Remarks that take some room</th></tr></thead>
<tbody><tr><td>Chromium</td><td>131</td><td>42</td><td>118</td><td>60</td><td>Nothing odd was seen in a run of two hours</td></tr><tr><td>Firefox</td><td>132</td><td>58</td><td>131</td><td>60</td><td>Garbage was collected twice</td></tr></tbody></table>
<pre><code>export function matching&lt;T&gt;(query: string, all: readonly Findable&lt;T&gt;[]): T[] {
  const terms = comparable(query).split(/[\\s,，、]+/).filter((term) =&gt; term !== '');
  return terms.length === 0 ? [] : all.filter((one) =&gt; terms.every((term) =&gt; one.words.includes(term)));
}</code></pre>
<p>Math: <math display="block"><mrow><mi>x</mi><mo>=</mo><mfrac><mrow><mo>−</mo><mi>b</mi><mo>±</mo><msqrt><mrow><msup><mi>b</mi><mn>2</mn></msup><mo>−</mo><mn>4</mn><mi>a</mi><mi>c</mi></mrow></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow></mfrac></mrow></math></p>
<p>Ruby: <ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby> and <ruby>漢字<rt>hànzì</rt></ruby> in a line of Latin text that goes on for a while so that the leading is seen.</p>
<ul><li>One<ul><li>Nested</li><li>Nested again</li></ul></li><li>Two</li></ul>
<dl><dt>Term</dt><dd>What it means, in a sentence.</dd></dl>
<details><summary>More of it</summary><p>Hidden text.</p></details><hr>
<ol><li id="fn1">The footnote. <a href="#fnref1">↩</a></li></ol>`;

const figure = (kind: string, n: number, caption: string) =>
  `<figure><img src="http://feeds.test/${kind}/${n}.png" alt="Picture ${n}: a harbour at dusk, seen from the lighthouse"><figcaption>${caption}</figcaption></figure>`;
const plates = (kind: string) =>
  [1, 2, 3, 4].map((n) => figure(kind, n, n % 2 ? `Plate ${n}. The harbour at dusk.` : '')).join('');

/** Newest first. */
export const oddArticles: readonly OddArticle[] = [
  {
    title:
      '中华人民共和国国务院新闻办公室关于进一步规范互联网信息服务算法推荐管理工作的若干意见（征求意见稿）公开征求社会各界意见的公告及其附件说明',
    html: chinese,
  },
  {
    title:
      'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und Rindfleischetikettierungsgesetz',
    html: '<p>Die Donaudampfschifffahrtsgesellschaft hat heute bekanntgegeben, dass die Rindfleischetikettierungsüberwachungsaufgabenübertragung beschlossen ist.</p>',
  },
  {
    title:
      'https://www.example.com/2025/01/21/a-very-long-path/that-goes-on/and-on/index.html?utm_source=feed&amp;id=8913748912734981273498',
    html: '<p>See the address.</p>',
  },
  {
    title: '',
    html: '<p>A note without a title, as they are written on small weblogs: two sentences and no more. This is the second.</p>',
  },
  {
    title: '🎉 发布 Version 2.0 🚀 — 更新日志',
    html: '<p>🎉 新版本发布了！支持 iOS 18、macOS Sequoia。</p>',
  },
  {
    title: 'رئيس الوزراء يعلن عن خطة جديدة لدعم الاقتصاد المحلي (WHO) في عام 2025',
    html: '<p dir="rtl">أعلن رئيس الوزراء اليوم عن خطة جديدة لدعم الاقتصاد المحلي، تشمل 25 إجراءً.</p><blockquote>«اقتباس قصير»</blockquote><ul><li>واحد</li><li>اثنان</li></ul>',
  },
  { title: 'Tables, code, mathematics and notes', html: technical },
  {
    title: 'A gallery of lost pictures',
    html: `<p>Four pictures, none of which is there any more.</p>${plates('gone')}`,
  },
  {
    title: 'A gallery of harbours',
    html: `<p>Four pictures, all of which are there.</p>${plates('image')}<p>And an end.</p>`,
  },
  {
    title: '日本語のルビ',
    html: '<p><ruby>本日<rt>ほんじつ</rt></ruby>は<ruby>晴天<rt>せいてん</rt></ruby>なり。「こんにちは」と、彼は言った。</p>',
  },
  {
    title: '端傳媒：香港書店的最後一個冬天：租約、審查與讀者',
    html: '<p>「結業那天，排隊的人從二樓一直排到街口。」店主阿Ling說，「我以為自己不會哭——結果還是哭了。」</p><p>過去一年，又有三家獨立書店結業。根據出版總會的數字，2024年全港圖書銷售額按年下跌12.7%，跌幅為十年來最大。</p><h2>「我們不是賣書，是賣一個地方」</h2><blockquote>「書店是城市的客廳。」</blockquote>',
  },
];
