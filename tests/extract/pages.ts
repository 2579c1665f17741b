import { type Text, texts } from './texts';

/** A page as a kind of site writes it, and the article that is to be found in it. */
export interface Page {
  name: string;
  html: string;
  text: Text;
}

const { bridge, tea, library, river, sourdough, cable } = texts;
const p = ({ paragraphs }: Text, more = '') => paragraphs.map((one) => `<p${more}>${one}</p>`).join('\n');
const links = (words: string) =>
  words
    .split(' ')
    .map((word) => `<li><a href="/${word}">${word}</a></li>`)
    .join('');
const doc = ({ lang, title }: Text, body: string, head = '') =>
  `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title} - 站点 Site</title>${head}</head><body>${body}</body></html>`;
const related = (count: number, word: string) =>
  `<ul>${Array.from({ length: count }, (_, i) => `<li><a href="/r/${i}">${word} ${i + 1}：一条看起来也很像正文标题的相关新闻链接</a></li>`).join('')}</ul>`;
const script =
  '<script>window.dataLayer=window.dataLayer||[];for(var i=0;i<9&&i>-1;i++){document.write("<p>advert</p>")}</script>';
const comments = (count: number, text: string) =>
  Array.from(
    { length: count },
    (_, i) => `<div class="comment" id="c${i}"><b>user${i}</b><p>${text} #${i}</p></div>`,
  ).join('');

type Site = [name: string, text: Text, html: (text: Text) => string];

const sites: Site[] = [
  [
    'wordpress',
    sourdough,
    (t) =>
      doc(
        t,
        `<div id="page"><header class="site-header"><nav><ul>${links('home about contact')}</ul></nav></header>
<main id="main"><article class="post-12 hentry"><header class="entry-header"><h1 class="entry-title">${t.title}</h1><span class="posted-on">Posted on May 3</span></header>
<div class="entry-content">${p(t)}<div class="sharedaddy"><h3>Share this:</h3><ul>${links('Twitter Facebook Email')}</ul></div></div></article>
<div id="comments" class="comments-area"><h2>3 thoughts</h2>${comments(3, 'Great post, thank you for writing this. I have been baking for years.')}</div></main>
<aside id="secondary" class="widget-area"><h2>Recent posts</h2><ul>${links('one two three four')}</ul></aside></div>`,
      ),
  ],
  [
    'blogger',
    river,
    (t) =>
      doc(
        t,
        `<div class="content-outer"><div class="header"><h1>A weblog</h1></div><div class="main"><div class="date-outer"><h2 class="date-header">Monday</h2>
<div class="post hentry"><h3 class="post-title">${t.title}</h3><div class="post-body entry-content">${t.paragraphs.map((one) => `${one}<br><br>`).join('\n')}</div>
<div class="post-footer">Posted by <a href="/u">${t.author}</a> at 9:00 <a href="/c">No comments</a></div></div></div></div><div class="sidebar">${links('2024 2023 2022 2021')}</div></div>`,
      ),
  ],
  [
    'newspaper',
    river,
    (t) =>
      doc(
        t,
        `${script}<div class="topbar">Subscribe for $1 a week</div><nav class="sections"><ul>${links('World Politics Business Science Health Sports Arts')}</ul></nav>
<article><h1>${t.title}</h1><p class="byline">By ${t.author}</p><figure><img src="/i.jpg" alt=""><figcaption>The weir in June.</figcaption></figure>
${t.paragraphs.map((one, i) => `<p>${one}</p>${i === 1 ? '<div class="ad">Advertisement</div>' : ''}${i === 2 ? `<aside class="related"><h4>More on this</h4>${related(2, 'Related')}</aside>` : ''}`).join('')}</article>
<section class="most-read"><h2>Most read</h2>${related(6, 'Popular')}</section><footer>© 2026 All rights reserved. <a href="/terms">Terms</a></footer>`,
      ),
  ],
  [
    'substack',
    sourdough,
    (t) =>
      doc(
        t,
        `<div class="main-menu"></div><div class="single-post"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">${t.title}</h1><h3 class="subtitle">On patience</h3></div>
<div class="available-content"><div dir="auto" class="body markup">${p(t)}<div class="subscription-widget"><p>Thanks for reading! Subscribe for free to receive new posts.</p><input type="email"><button>Subscribe</button></div></div></div></article></div>
<div class="comments-page"><h4>Discussion about this post</h4>${comments(2, 'Lovely.')}</div>`,
      ),
  ],
  [
    'ghost',
    river,
    (t) =>
      doc(
        t,
        `<div class="site-wrapper"><header class="gh-head">${links('Home About')}</header><main class="gh-main"><article class="gh-article post tag-news"><header class="gh-article-header"><h1>${t.title}</h1></header>
<section class="gh-content gh-canvas">${p(t)}<figure class="kg-card kg-image-card"><img src="/content/a.jpg"></figure><div class="kg-card kg-callout-card">Sign up for more like this.</div></section></article></main></div>`,
      ),
  ],
  [
    'hugo',
    sourdough,
    (t) =>
      doc(
        t,
        `<body class="post-template"><div class=container><div class=content><h1>${t.title}</h1><div class=meta>May 2026 · 3 min</div><div class=toc><ul>${links('intro cold numbers')}</ul></div><div class=markdown>${t.paragraphs.map((one) => `<p>${one}`).join('\n')}</div></div><footer>Powered by Hugo</footer></div>`,
      ),
  ],
  [
    'table-layout',
    river,
    (t) =>
      doc(
        t,
        `<table width="100%"><tr><td colspan="3"><img src="logo.gif"></td></tr><tr><td width="120" valign="top"><a href="/1">News</a><br><a href="/2">Weather</a><br><a href="/3">Letters</a></td>
<td valign="top"><font size="5">${t.title}</font><br>${t.paragraphs.map((one) => `<p align="justify"><font face="Times">${one}</font>`).join('')}</td><td width="150"><b>Links</b><br><a href="/a">Archive</a><br><a href="/b">Guestbook</a></td></tr></table>`,
      ),
  ],
  [
    'divs-only',
    sourdough,
    (t) =>
      doc(
        t,
        `<div class="wrap"><div class="nav"><a href="/">Home</a><a href="/x">Blog</a></div><div class="inner"><div class="ttl">${t.title}</div><div class="txt">${t.paragraphs.map((one) => `<div>${one}</div>`).join('')}</div></div><div class="foot"><a href="/p">Privacy</a></div></div>`,
      ),
  ],
  [
    'docs',
    river,
    (t) =>
      doc(
        t,
        `<div class="layout"><nav class="sidebar">${links('Install Configure Deploy Reference FAQ Changelog Support')}</nav><main><div class="breadcrumbs"><a href="/">Docs</a> / <a href="/g">Guides</a></div><h1>${t.title}</h1>${p(t)}<div class="pagination"><a href="/prev">Previous</a><a href="/next">Next</a></div></main><nav class="toc">${links('one two three')}</nav></div>`,
      ),
  ],
  [
    'wiki',
    river,
    (t) =>
      doc(
        t,
        `<div id="mw-page-base"></div><div id="content" class="mw-body"><h1 id="firstHeading">${t.title}</h1><div id="bodyContent"><div id="mw-content-text"><div class="mw-parser-output"><div class="hatnote">For other uses, see <a href="/d">disambiguation</a>.</div>${p(t)}<div class="navbox">${links('A B C D E F')}</div></div></div><div id="catlinks">Categories: ${links('Rivers Instruments')}</div></div></div><div id="mw-navigation">${links('Main Random Contents')}</div>`,
      ),
  ],
  [
    'medium',
    sourdough,
    (t) =>
      doc(
        t,
        `<div id="root"><div class="a b c"><div class="d"><nav>${links('Write Sign-in')}</nav></div><article><div class="m n"><section><div class="ab ac"><h1 class="pw-post-title">${t.title}</h1><div class="speechify">5 min read · Listen · Share</div>${p(t, ' class="pw-post-body-paragraph"')}</div></section></div></article><div class="footer-claps">1.2K claps</div></div></div>`,
      ),
  ],
  [
    'broken',
    river,
    (t) =>
      doc(
        t,
        `<div id=top><ul><li><a href=/a>A<li><a href=/b>B</ul><div id=story><h1>${t.title}</h2>${t.paragraphs.map((one, i) => (i % 2 ? `<p>${one}</i></b>` : `<p><b>${one.slice(0, 20)}</b>${one.slice(20)}</div></p>`)).join('\n')}<p>`,
      ),
  ],
  [
    'amp',
    sourdough,
    (t) =>
      `<!doctype html><html amp lang="en"><head><title>${t.title}</title><style amp-custom>p{margin:0}</style></head><body><amp-sidebar id="s"><ul>${links('Home News')}</ul></amp-sidebar><header>Site</header><main><h1>${t.title}</h1><amp-img src="/i.jpg" width="3" height="2"></amp-img>${p(t)}<amp-ad type="x"></amp-ad></main></body></html>`,
  ],
  [
    'form-wrapped',
    river,
    (t) =>
      doc(
        t,
        `<form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="x"><div id="hd">${links('Home')}</div><div id="ctl00_main"><h1>${t.title}</h1><div class="story-body">${p(t)}</div></div><div id="ft">Copyright</div></form>`,
      ),
  ],
  [
    'cookie-wall',
    sourdough,
    (t) =>
      doc(
        t,
        `<div class="consent-modal" role="dialog"><p>We value your privacy. We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, for personalised advertising, measurement and audience research.</p><button>Accept</button></div><main><article><h1>${t.title}</h1>${p(t)}</article></main>`,
      ),
  ],
  [
    'voa',
    bridge,
    (t) =>
      doc(
        t,
        `<div class="hdr-20">${links('中国 美国 港澳 台湾 亚太')}</div><div id="content"><div class="body-container"><div class="col-title"><h1 class="title pg-title">${t.title}</h1><time>2026年5月3日</time></div><div class="cover-media"><figure><img data-src="https://gdb.example/1.jpg"><figcaption><span class="caption">修缮后的石桥</span></figcaption></figure></div>
<div id="article-content" class="content-floated-wrap"><div class="wsw">${p(t)}<div class="wsw__embed"><a href="/x">另请参阅：别的新闻</a></div></div></div></div><div class="region">${related(6, '更多')}</div></div>`,
      ),
  ],
  [
    'sina',
    tea,
    (t) =>
      doc(
        t,
        `<div class="main-nav">${links('新闻 财经 科技 体育 娱乐')}</div><div class="main-content"><h1 class="main-title">${t.title}</h1><div class="top-bar"><span class="date">2026年05月03日 09:12</span><span class="source">来源：地方日报</span></div><div class="article-content-left"><div class="article" id="artibody">${t.paragraphs.map((one) => `<p cms-style="font-L">　　${one}</p>`).join('')}<p class="show_author">责任编辑：${t.author}</p></div>
<div class="keywords">${links('茶叶 农业 收入')}</div></div><div class="article-content-right"><h2>新浪热榜</h2>${related(10, '热榜')}</div></div>`,
      ),
  ],
  [
    '163',
    cable,
    (t) =>
      doc(
        t,
        `<div class="post_area"><h1 class="post_title">${t.title}</h1><div class="post_info">2026-05-03 来源: 海事周刊 <a href="/j">举报</a></div><div class="post_content" id="content"><div class="post_body">${p(t)}</div><div class="post_author">本文来源：海事周刊　责任编辑：${t.author}_N1234</div></div></div><div class="post_recommends">${related(8, '相关推荐')}</div>`,
      ),
  ],
  [
    'wechat',
    tea,
    (t) =>
      doc(
        t,
        `<div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="page-content"><h1 class="rich_media_title">${t.title}</h1><div class="rich_media_meta_list"><span>原创</span> <a href="#">${t.author}</a></div><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">${t.paragraphs.map((one) => `<section style="margin:0 8px"><p><span style="font-size:15px">${one}</span></p></section><p><br></p>`).join('')}<section><img data-src="https://mmbiz.example/1"></section></div></div></div><div class="rich_media_tool">阅读原文 喜欢此内容的人还喜欢</div></div>`,
      ),
  ],
  [
    'zhihu',
    cable,
    (t) =>
      doc(
        t,
        `<div id="root"><header class="AppHeader">${links('首页 发现 等你来答')}</header><article class="Post-Main"><header class="Post-Header"><h1 class="Post-Title">${t.title}</h1><div class="AuthorInfo">${t.author}</div></header><div class="Post-RichTextContainer"><div class="RichText ztext Post-RichText">${p(t, ' data-pid="x"')}</div></div><div class="ContentItem-time">编辑于 2026-05-03</div></article><div class="Comments-container"><p>写下你的评论...</p>${comments(4, '写得真好，看完很感动，谢谢分享。')}</div></div>`,
      ),
  ],
  [
    'jianshu',
    sourdoughZh(),
    (t) =>
      doc(
        t,
        `<div id="__next"><header><nav>${links('首页 下载APP 会员')}</nav></header><div role="main"><div><section><h1>${t.title}</h1><div>${t.author} 字数 1,024 阅读 88</div><article class="_2rhmJa">${p(t)}</article><div>©著作权归作者所有,转载或内容合作请联系作者</div></section><section>${comments(3, '写得不错')}</section></div><aside>${related(5, '推荐阅读')}</aside></div></div>`,
      ),
  ],
  [
    'sohu',
    bridge,
    (t) =>
      doc(
        t,
        `<div id="left-nav">${links('新闻 体育 汽车 房产')}</div><div class="content area"><div class="text"><div class="text-title"><h1>${t.title}</h1><div class="article-info">2026-05-03 08:00</div></div><article class="article" id="mp-editor">${p(t)}<p data-role="editor-name">责任编辑：</p></article><div class="statement">声明：该文观点仅代表作者本人，搜狐号系信息发布平台。</div></div><div class="sidebar">${related(8, '推荐')}</div></div>`,
      ),
  ],
  [
    'people-tables',
    bridge,
    (t) =>
      doc(
        t,
        `<table align=center width=960><tr><td>${links('时政 国际 社会')}</td></tr></table><table width=960><tr><td width=640 valign=top><h1>${t.title}</h1><div class="box_con">${t.paragraphs.map((one) => `<p style="text-indent: 2em;">\n\t${one}`).join('')}</div><div class="edit">(责编：${t.author})</div></td><td width=300 valign=top>${related(7, '热点')}</td></tr></table>`,
      ),
  ],
  [
    'discuz',
    cable,
    (t) =>
      doc(
        t,
        `<div id="hd">${links('论坛 门户 家园')}</div><div id="ct"><div id="postlist"><table id="pid1"><tr><td class="pls">楼主<br>积分 120</td><td class="plc"><h1 class="ts">${t.title}</h1><div class="t_fsz"><table><tr><td class="t_f" id="postmessage_1">${t.paragraphs.map((one) => `${one}<br />\n<br />`).join('')}</td></tr></table></div></td></tr></table><table id="pid2"><tr><td class="pls">沙发</td><td class="plc"><div class="t_fsz">顶，支持楼主！</div></td></tr></table></div></div>`,
      ),
  ],
  [
    'bbc-zh',
    bridge,
    (t) =>
      doc(
        t,
        `<div id="root"><header role="banner">${links('主页 国际 两岸 英国')}</header><main role="main"><h1 tabindex="-1">${t.title}</h1><section role="region"><ul><li>${t.author}</li><li>BBC记者</li></ul></section>${t.paragraphs.map((one) => `<div dir="ltr" class="ebmt73l0"><p class="e17g058b0">${one}</p></div>`).join('')}<section aria-labelledby="r"><h2 id="r">头条新闻</h2>${related(5, '头条')}</section></main></div>`,
      ),
  ],
  [
    'dw-zh',
    tea,
    (t) =>
      doc(
        t,
        `<header>${links('在线报导 媒体中心 学德语')}</header><main><article><header><span>经济</span><h1>${t.title}</h1><p class="teaser">改种三年，账怎么算？</p></header><div class="rich-text">${p(t)}<aside>关注我们</aside></div></article><section>${related(6, '相关')}</section></main>`,
      ),
  ],
  [
    'tw-news',
    library,
    (t) =>
      doc(
        t,
        `<div class="top">${links('即時 政治 社會 生活')}</div><div class="page"><section class="content"><h1>${t.title}</h1><div class="text boxTitle" data-desc="內容頁"><span class="time">2026/05/03 07:30</span>${p(t)}<p class="appE1121">不用抽 不用搶 現在用APP看新聞 保證天天中獎</p></div></section><aside>${related(8, '熱門')}</aside></div>`,
      ),
  ],
  [
    'tw-blog',
    library,
    (t) =>
      doc(
        t,
        `<div id="pixnet"><div id="banner"><h1>一個部落格</h1></div><div id="content"><div class="article"><ul class="article-head"><li class="title"><h2>${t.title}</h2></li></ul><div class="article-body"><div class="article-content-inner" id="article-content-inner">${t.paragraphs.map((one) => `<p><span style="font-size:12pt">${one}</span></p><p>&nbsp;</p>`).join('')}</div></div></div><div id="comment-text">${comments(3, '推推')}</div></div><div id="links">${related(6, '近期文章')}</div></div>`,
      ),
  ],
  [
    'hk-news',
    library,
    (t) =>
      doc(
        t,
        `<div class="gh">${links('港聞 兩岸 國際 經濟')}</div><article><h1>${t.title}</h1><div class="social">分享</div><div class="article-text">${t.paragraphs.map((one, i) => `<p>${one}</p>${i === 2 ? '<div class="ad-slot">廣告</div>' : ''}`).join('')}</div></article><div class="mostread">${related(10, '最多人睇')}</div>`,
      ),
  ],
  [
    'gov',
    bridge,
    (t) =>
      doc(
        t,
        `<div class="header">${links('首页 政务 公开 互动')}</div><div class="crumbs">当前位置：首页 &gt; 新闻</div><div class="article"><div class="ar_title">${t.title}</div><div class="ar_from">发布时间：2026-05-03 字号：[大 中 小]</div><div class="TRS_Editor">${t.paragraphs.map((one) => `<p align="justify">　　${one}</p>`).join('')}</div><div class="fujian">扫一扫在手机打开当前页</div></div><div class="footer">主办单位：市政府 备案号：00000000</div>`,
      ),
  ],
  [
    'caixin',
    cable,
    (t) =>
      doc(
        t,
        `<div id="hd">${links('首页 经济 金融 公司')}</div><div class="comMain"><div id="conTit"><h1>${t.title}</h1><div class="artInfo">2026年05月03日 来源于 周刊</div></div><div id="subhead" class="subhead">没有人知道你来过</div><div id="Main_Content_Val" class="text">${p(t)}</div><div class="moreReport">${related(4, '更多报道')}</div><div class="pip_rel">版面编辑：${t.author}</div></div>`,
      ),
  ],
  [
    'old-font',
    tea,
    (t) =>
      `<HTML><HEAD><TITLE>${t.title}</TITLE></HEAD><BODY BGCOLOR=#FFFFFF><CENTER><H2>${t.title}</H2></CENTER><HR>${t.paragraphs.map((one) => `<P><FONT SIZE=3>　　${one}</FONT>`).join('\n')}<HR><A HREF="index.htm">返回</A></BODY></HTML>`,
  ],
  [
    'lazy-images',
    river,
    (t) =>
      doc(
        t,
        `<article><h1>${t.title}</h1>${t.paragraphs.map((one, i) => `<p>${one}</p><figure><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/p${i}.jpg"><noscript><img src="/p${i}.jpg"></noscript></figure>`).join('')}</article>`,
      ),
  ],
  [
    'nested-mail',
    sourdough,
    (t) =>
      doc(
        t,
        `<table width="600" align="center"><tbody><tr><td><table><tbody><tr><td>View in browser</td></tr></tbody></table></td></tr><tr><td><table><tbody><tr><td>${p(t)}</td></tr></tbody></table></td></tr><tr><td><p>You receive this mail because you signed up. <a href="/u">Unsubscribe</a></p></td></tr></tbody></table>`,
      ),
  ],
];

/** The loaf, told in Chinese: a short article without quotation marks. */
function sourdoughZh(): Text {
  return {
    lang: 'zh-CN',
    title: '慢一点的面包',
    author: '阿费',
    paragraphs: [
      '以前我只在星期六做面包，因为只有那一天够长。面团每半个小时就要翻一次，等到晚上面包出炉，我已经累得没有心情品尝了。',
      '后来我把整件事搬进了冰箱。星期五晚饭后和面，睡前折叠两次，然后就让它待在冰箱里，直到我想起来为止。有时是星期六中午，有一回火车停运，一直拖到了星期一。',
      '低温有两个好处。一是酵母比细菌慢得更多，味道因此更丰富；二是面团变硬，再湿的面团，手笨的人也能整出形状来。',
      '现在我的日程只剩三件事：和面，折叠，烘烤。其余都是等待，而等待正好可以用来读书。',
    ],
  };
}

/** Pages in the form of well-known kinds of sites, about half of them Chinese. */
export const pages: Page[] = sites.map(([name, text, html]) => ({ name, text, html: html(text) }));
