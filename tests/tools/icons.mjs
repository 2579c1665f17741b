// `npm run icons`: draws public/icon/icon.svg as PNG in the sizes that the manifests name.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needBrowser } from './browsers.mjs';
import { prepare, root } from './prepare.mjs';

const sizes = [16, 32, 48, 96, 128];
const folder = join(root, 'public/icon');

prepare({ browsers: ['chromium'] });
const { default: puppeteer } = await import('puppeteer-core');
const browser = await puppeteer.launch({ executablePath: needBrowser('chromium'), args: ['--no-sandbox'] });
try {
  const svg = readFileSync(join(folder, 'icon.svg')).toString('base64');
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>*{margin:0}img{display:block;width:${size}px;height:${size}px}</style><img src="data:image/svg+xml;base64,${svg}">`,
    );
    await page.evaluate(() => document.images[0]?.decode());
    writeFileSync(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
    console.log(`public/icon/${size}.png`);
  }
} finally {
  await browser.close();
}
