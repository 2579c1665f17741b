import { restoreModes } from '../backup/backup';
import { isSpeed } from '../model/listening';
import { ownRetention, type Retention } from '../model/retention';
import { ruleLimits } from '../model/rule';
import { chineseScripts, imagePolicies } from '../model/settings';
import { maxTags } from '../model/tag';
import type { Input, MessageName } from './protocol';
import {
  type Check,
  fields,
  flag,
  id,
  ids,
  listOf,
  nullable,
  oneOf,
  optional,
  refuse,
  text,
  time,
} from './value-checks';

const address = text(8192);
const title = text(1000);
/** Characters of a page's HTML. */
const maxPage = 1_100_000;
const feed = { feedId: id };
const entries = ids(20_000);
/** How long a record may be, its reader says. */
const record: Check<{ name: string; text: string }> = fields({
  name: text(8192),
  text: text(Number.POSITIVE_INFINITY),
});

const speed: Check<number> = (value, field) => (isSpeed(value) ? value : refuse(field));

/** Rules that are none are left out. */
const retention: Check<Partial<Retention>> = (value) => ownRetention(value);

const namedImage: Check<{ address: string; hash: string; from: string; fetchedAt: number }> = fields({
  address,
  hash: text(64),
  from: text(8192),
  fetchedAt: time,
});

/** Rules are read by their action: what reads them is not needed at every start. */
const anything: Check<unknown> = (value) => value;

/** What each message must look like before an action sees it. How long documents and backups may be, their readers say. */
export const inputChecks: { [N in MessageName]: Check<Input<N>> } = {
  subscribe: fields({
    url: address,
    folderId: optional(nullable(id)),
    title: optional(title),
    apart: optional(flag),
  }),
  discover: fields({ url: address, further: optional(flag) }),
  findOnPage: fields({ url: address, html: text(maxPage), type: text(200) }),
  preview: fields({ url: address }),
  unsubscribe: fields(feed),
  restoreFeed: fields(feed),
  renameFeed: fields({ feedId: id, title }),
  moveFeed: fields({ feedId: id, folderId: nullable(id) }),
  addSource: fields({ feedId: id, url: address }),
  removeSource: fields({ feedId: id, url: address }),
  moveSource: fields({ feedId: id, url: address, place: time }),
  mergeFeeds: fields({ feedId: id, into: id }),
  undoMerge: fields({ undoId: id }),
  setCheckInterval: fields({ feedId: id, minutes: time }),
  setRetention: fields({ feedId: id, retention: nullable(retention) }),
  setFeedImages: fields({ feedId: id, images: nullable(oneOf(...imagePolicies)) }),
  setKeepsApart: fields({ feedId: id, keepsApart: flag }),
  setHiding: fields({ feedId: id, hiding: anything }),
  setFeedScript: fields({ feedId: id, script: nullable(oneOf(...chineseScripts)) }),
  setFeedSpeed: fields({ feedId: id, speed: nullable(speed) }),
  lookAtFile: fields({ url: address, feedId: time }),
  renewRecording: fields({ entryId: id, url: address }),
  createFolder: fields({ title, parentId: optional(nullable(id)) }),
  renameFolder: fields({ folderId: id, title }),
  removeFolder: fields({ folderId: id }),
  mergeFolder: fields({ folderId: id, into: id }),
  place: fields({
    node: oneOf('feed', 'folder'),
    id,
    parentId: nullable(id),
    before: optional(nullable(id)),
  }),
  undoPlaces: fields({ undoId: id }),
  refresh: fields({ feedIds: optional(ids(20_000)) }),
  markRead: fields({ entryIds: entries, read: flag }),
  markAllRead: fields({ feedId: optional(id), folderId: optional(id), before: optional(time) }),
  undo: fields({ undoId: id }),
  star: fields({ entryIds: entries, starred: flag }),
  tagEntries: fields({
    entryIds: entries,
    add: optional(listOf(text(200), maxTags)),
    remove: optional(ids(maxTags)),
  }),
  renameTag: fields({ tagId: id, title }),
  mergeTags: fields({ tagId: id, into: id }),
  removeTag: fields({ tagId: id }),
  restoreTag: fields({ tagId: id }),
  saveSearch: fields({ searchId: optional(id), title, query: title, place: optional(id) }),
  noteOpening: fields({}),
  setRules: fields({ rules: listOf(anything, ruleLimits.rules) }),
  setNotify: fields({ feedId: id, notify: flag }),
  removeSearch: fields({ searchId: id }),
  importOpml: fields({ text: text(Number.POSITIVE_INFINITY) }),
  importOpmlFrom: fields({ url: address }),
  exportOpml: fields({ secrets: optional(flag) }),
  importRecords: fields({ importId: optional(id), read: optional(flag), records: listOf(record, 1000) }),
  importImages: fields({ images: listOf(text(Number.POSITIVE_INFINITY), 1000) }),
  nameImported: fields({ images: listOf(namedImage, 5000) }),
  adoptImages: fields({ importId: id }),
  putBy: fields({}),
  restoreBackup: fields({ head: text(Number.POSITIVE_INFINITY), mode: oneOf(...restoreModes) }),
  restoreEntries: fields({
    feedId: id,
    text: text(Number.POSITIVE_INFINITY),
    mode: oneOf(...restoreModes),
  }),
  setOffline: fields({ feedId: id, offline: flag }),
  fetchFullText: fields({ entryId: id }),
  setFullText: fields({ feedId: id, fullText: flag }),
  keepArticles: fields({ entryIds: ids(100) }),
  noteOpened: fields({ entryId: id }),
  undoImport: fields({ importId: id }),
  dismissNotice: fields({ notice: oneOf('restored', 'repaired', 'full') }),
  checkStore: fields({}),
};
