export type BrowserName = 'chromium' | 'firefox';
export function findBrowser(browser: BrowserName): string | null;
export function needBrowser(browser: BrowserName): string;
