import type { ExtensionPage } from '../extension-page';

/** Part of the title of the article that stands first. */
export const leadTitle = '特朗普宣誓就职';

/** What has just come is found a moment later. */
export const listed = (page: ExtensionPage): Promise<unknown> => page.articlesListed();

/** Opens an article by a part of its title. */
export const opened = (title: string) => (page: ExtensionPage) => page.openArticle(title);
