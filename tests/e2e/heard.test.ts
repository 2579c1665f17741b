import { expect } from 'vitest';
import type { ExtensionPage } from './extension-page';
import { toldByFirefox } from './firefox-tree';
import { popupSize, scenario } from './scenario';
import { heard } from './screen-reader';

const article = '特朗普宣誓就职几个小时后，习近平与普京举行视频会晤';

/** Compares what is heard of an element with lines that stand in the source as deep as there. */
async function hears(page: ExtensionPage, within: string, expected: string): Promise<void> {
  // times are told in the machine's own zone
  const told = (await heard(page, within)).replaceAll(/\btime, .*/g, 'time');
  const lines = expected.split('\n').filter((line) => line.trim() !== '');
  const depth = Math.min(...lines.map((line) => line.search(/\S/)));
  expect(told.split('\n'), within).toEqual(lines.map((line) => line.slice(depth)));
}

scenario(
  'every page tells a screen reader what is where, and what state it is in',
  async ({ browser, server, subscribe }) => {
    await subscribe(server.feedUrl('feedx-voachinese'));
    const popup = await browser.open('popup.html', popupSize);
    await popup.articlesListed(3);
    await hears(
      popup,
      '.page-list > header',
      `
      banner
        heading "Broadsheet" (level 1)
        button "Search", Search (/)
        button "Refresh", Refresh (r)
        button "Subscribe to this site"
        button "Open the reader"
        button "Settings"
        status (live polite)`,
    );
    await hears(
      popup,
      '.page-list > main',
      `
      main
        feed "Unread articles"
          article "特朗普宣誓就职几个小时后，习近平与普京举行视频会晤", Unread
            time
            button "Star" (pressed false)
            heading "特朗普宣誓就职几个小时后，习近平与普京举行视频会晤" (level 2)
              link "特朗普宣誓就职几个小时后，习近平与普京举行视频会晤"
          article "测试文章：一篇较短的报道", Unread
            time
            button "Star" (pressed false)
            heading "测试文章：一篇较短的报道" (level 2)
              link "测试文章：一篇较短的报道"
          article "测试文章：另一篇较短的报道", Unread
            time
            button "Star" (pressed false)
            heading "测试文章：另一篇较短的报道" (level 2)
              link "测试文章：另一篇较短的报道"`,
    );
    await hears(popup, '.toasts', 'status (live polite)');

    await popup.openArticle(article);
    const open = await heard(popup);
    for (const line of [
      'main "Article"',
      '  button "Back to the list", Back to the list (Escape)',
      '  button "Star", Star (s) (pressed false)',
      '  button "Mark as unread", Mark as unread (m)',
      '  button "How articles look" (expanded false)',
      `  article "${article}"`,
      `    heading "${article}" (level 1)`,
      '    list "Tags"',
      '    link "Read on voachinese.com"',
    ])
      expect(open.split('\n')).toContain(line);

    await popup.click('button', 'How articles look');
    await popup.shows('Line spacing');
    const panel = (await heard(popup, ':popover-open')).split('\n');
    expect(panel.slice(0, 7)).toEqual([
      'region "How articles look"',
      '  group "Theme"',
      '    button "Auto" (pressed true)',
      '    button "Light" (pressed false)',
      '    button "Sepia" (pressed false)',
      '    button "Dark" (pressed false)',
      '    button "Black" (pressed false)',
    ]);
    expect(panel).toContain('  slider "Text size" (valuetext 17)');
    expect(await heard(popup)).toContain('button "How articles look" (expanded true)');
    await popup.close();

    const reader = await browser.open('reader.html#/all', { width: 1280, height: 800 });
    await reader.openArticle('另一篇');
    const landmarks = (await heard(reader)).split('\n').filter((line) => !line.startsWith(' '));
    expect(landmarks).toEqual([
      // what the reader should know, then what is said in passing
      'status (live polite)',
      'navigation "Subscriptions"',
      'region "All articles"',
      'main "Article"',
      'status (live polite)',
    ]);
    expect(await heard(reader, '.nav-pane')).toMatch(
      /\n {2}heading "Subscriptions" \(level 2\)\n {2}link "美国之音中文 \d"\n/,
    );
    await reader.press('?');
    await reader.shows('Keyboard shortcuts');
    expect(await heard(reader, 'dialog')).toMatch(
      /^dialog "Keyboard shortcuts" \(modal true\)\n {2}heading "Keyboard shortcuts" \(level 2\)\n/,
    );
    await reader.close();

    const options = await browser.open('options.html#reading', { width: 1100, height: 800 });
    await options.until('the field', () => document.querySelector('.settings-search input') !== null);
    await options.page.focus('.settings-search input');
    await options.page.keyboard.type('night');
    await options.shows('1 setting found');
    await hears(
      options,
      'main',
      `
      main
        status (live polite)
        heading "Settings" (level 1)
        status (live polite)
        list
          listitem (level 1)
            link "Reading · Theme"
            group "Theme"
              button "Auto" (pressed true)
              button "Light" (pressed false)
              button "Sepia" (pressed false)
              button "Dark" (pressed false)
              button "Black" (pressed false)`,
    );
    await options.close();
  },
  // only Chromium's driver tells what is heard
  { only: 'chromium' },
);

scenario(
  'Firefox tells a screen reader the same',
  async ({ browser, server, subscribe }) => {
    await subscribe(server.feedUrl('feedx-voachinese'));
    const popup = await browser.open('popup.html', popupSize);
    await popup.articlesListed(3);
    // the tree is made when somebody first asks for it
    const list = async () => (await toldByFirefox(popup)).map((line) => line.replace(/time .*/, 'time'));
    await expect
      .poll(list)
      .toEqual(
        expect.arrayContaining([
          '  banner',
          '    heading "Broadsheet" (level 1)',
          '    pushbutton "Subscribe to this site"',
          '    status (live polite)',
          '    feed "Unread articles"',
          `      article "${article}", Unread (1 of 3)`,
          '      article "测试文章：另一篇较短的报道", Unread (3 of 3)',
          '        time',
          '        toggle button "Star"',
          `        heading "${article}" (level 2)`,
          '    pushbutton "Mark all as read"',
          '  status (live polite)',
        ]),
      );
    await popup.click('button', 'Mark all as read');
    const said = expect.stringMatching(/^ {4,}text leaf "3 articles marked as read\."/);
    await expect.poll(list).toEqual(expect.arrayContaining([said]));
    await popup.close();

    const reader = await browser.open('reader.html#/all', { width: 1280, height: 800 });
    await reader.openArticle('另一篇');
    await reader.click('button', 'How articles look');
    await reader.shows('Line spacing');
    await expect
      .poll(() => toldByFirefox(reader))
      .toEqual(
        expect.arrayContaining([
          '  navigation "Subscriptions"',
          '  region "All articles"',
          '  main "Article"',
          expect.stringMatching(/^ +pushbutton "How articles look" \(expanded\)$/),
          expect.stringMatching(/^ +toggle button "Auto" \(pressed\)$/),
          expect.stringMatching(/^ +slider "Text size"/),
        ]),
      );
    await reader.press('Escape');
    await reader.press('?');
    await reader.shows('Keyboard shortcuts');
    await expect
      .poll(async () => (await toldByFirefox(reader)).slice(1, 11))
      .toEqual([
        '  dialog "Keyboard shortcuts" (modal)',
        '    heading "Keyboard shortcuts" (level 2)',
        '    form',
        '      pushbutton "Close"',
        '    definitionlist',
        '      term "Open the next article"',
        '      definition "j"',
        '      term "Open the previous article"',
        '      definition "k"',
        '      term "Select the next article"',
      ]);
    expect(await toldByFirefox(reader)).toContain('      definition "g u 1"');

    // a server that thinks: so long the check goes on, and how far it is
    await reader.press('Escape');
    const answered = server.hold('feedx-voachinese');
    await reader.press('r');
    await expect
      .poll(() => toldByFirefox(reader))
      .toEqual(
        expect.arrayContaining([
          expect.stringMatching(/^ +progressbar "Checking feeds"/),
          expect.stringMatching(/text leaf "Checking feeds 0%"/),
        ]),
      );
    answered();
    await reader.shows('Nothing new.');
  },
  { only: 'firefox' },
);
