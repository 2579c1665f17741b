/** Where a promise of the design's polling page is tested: a file, and words of a test's title in it. */
export type Proof = readonly [file: string, title: string];

/** S-1 to S-15: how servers are asked. Beside these, all of them are judged by the score card of week.test.ts. */
export const polite: Record<string, readonly Proof[]> = {
  'S-1 interval': [
    ['tests/schedule/next-check.test.ts', 'never within the hour by itself'],
    ['tests/actions/polite.dom.test.ts', 'those within five minutes do not'],
    ['tests/polite/failover.test.ts', 'gets whole answers out of it once a day'],
    ['tests/polite/week.test.ts', 'a week of 200 feeds leaves no server with a complaint'],
  ],
  'S-2 freshness': [
    ['tests/schedule/asked-waits.test.ts', 'a 304 renews what it mentions'],
    ['tests/schedule/next-check.test.ts', 'hours and days that a feed wants to be spared'],
    ['tests/schedule/next-check.test.ts', 'in GMT, wherever the machine stands'],
  ],
  'S-3 validators': [
    ['tests/net/fetch-feed.test.ts', 'the validators go back byte for byte'],
    ['tests/net/fetch-feed.test.ts', 'validators of another host stay at home'],
    ['tests/net/fetch-feed.test.ts', 'of an address that leads elsewhere now, a 304 is not believed'],
    ['tests/net/fetch-feed.test.ts', 'a 304 renews what it carries, and leaves the rest'],
    ['tests/actions/refresh.dom.test.ts', 'a cut document gives what it has, and no validators'],
  ],
  'S-4 stuck 304': [
    [
      'tests/polite/modes.test.ts',
      'a server stuck at 304 is asked for the whole document once in eight days',
    ],
    ['tests/schedule/sources.test.ts', 'not while 304s bring new validators'],
  ],
  'S-5 body hash': [
    ['tests/actions/refresh.dom.test.ts', 'an unchanged document touches nothing but the row of its feed'],
    ['tests/actions/finding.test.ts', 'the same bytes again are not understood again'],
  ],
  'S-6 Retry-After': [
    ['tests/schedule/asked-waits.test.ts', 'a date without a Date header counts from now'],
    ['tests/actions/polite.dom.test.ts', 'of one feed holds for all of its host'],
    ['tests/actions/polite.dom.test.ts', '%i of one feed, with or without a time'],
    ['tests/polite/failover.test.ts', 'while a host wants to be left alone, the feed goes on at its mirror'],
  ],
  'S-7 backoff': [
    ['tests/schedule/next-check.test.ts', 'waits double, up to a day'],
    ['tests/polite/modes.test.ts', 'after a month of failures an address is asked once a day'],
    ['tests/polite/modes.test.ts', 'one success clears all failures'],
    ['tests/actions/polite.dom.test.ts', 'three hosts that fall silent together are our own network'],
    ['tests/actions/reach.test.ts', 'three silent hosts in a row are our own connection'],
    ['tests/actions/reach.test.ts', 'only a feed that was well yesterday says something of the network'],
  ],
  'S-8 410': [['tests/polite/modes.test.ts', 'an address that says 410 twice is left alone']],
  'S-9 redirects': [
    ['tests/schedule/sources.test.ts', 'becomes a suggestion after five checks over a week'],
    ['tests/schedule/sources.test.ts', 'is followed for good only to https on the same host and path'],
  ],
  'S-10 targets': [
    ['tests/net/fetch-feed.test.ts', 'a private host that was typed may not send us to another one'],
    ['tests/net/fetch-feed.test.ts', 'file:///etc/passwd'],
  ],
  'S-11 caps': [
    ['tests/net/fetch-feed.test.ts', 'heads have 10 s and bodies 25 s in all'],
    ['tests/polite/modes.test.ts', "'endless-items': backsOff('too-big')"],
    ['tests/identity/plan-document.test.ts', 'gives its first 5,000 articles'],
  ],
  'S-12 concurrency': [
    ['tests/actions/host-queue.test.ts', 'never more than the limit, and one for each host'],
    ['tests/actions/host-queue.test.ts', 'a host has its rest while others go on'],
    ['tests/polite/score-card.ts', 'less than 2 s between two of one host'],
  ],
  'S-13 start-up and wake': [
    ['tests/actions/polite.dom.test.ts', 'a night that was missed is one check for each feed'],
    ['tests/actions/polite.dom.test.ts', 'the first half minute of a browser is quiet'],
  ],
  'S-14 not a feed': [
    ['tests/actions/document-kind.test.ts', 'a page is named by its host and its title'],
    ['tests/polite/modes.test.ts', "portal: backsOff('not-a-feed')"],
    ['tests/polite/modes.test.ts', "'wrong-type': hourly"],
  ],
  'S-15 deltas': [
    ['tests/net/fetch-feed.test.ts', 'is asked for that once it has offered it'],
    ['tests/actions/refresh.dom.test.ts', 'what is new alone (226) is merged'],
  ],
};

/** The 28 failures, by their numbers there. */
export const failures: Record<string, readonly Proof[]> = {
  '1 killed in mid-poll': [
    ['tests/e2e/kills.test.ts', 'ten kills at random moments lose nothing, ask nobody twice'],
    ['tests/actions/polite.dom.test.ts', 'a kill in mid-request leaves the server in peace for an hour'],
    ['tests/actions/poll.dom.test.ts', 'after a kill the rest is checked at once'],
  ],
  '2 killed in mid-transaction': [
    ['tests/db/open.dom.test.ts', 'a check that is cut off between its transactions keeps its first entries'],
    ['tests/db/histories.dom.test.ts', 'random histories agree with the model'],
  ],
  '3 two pollers': [
    ['tests/actions/poll.dom.test.ts', 'an alarm and the reader at once: every feed is asked once'],
    ['tests/actions/poll.dom.test.ts', 'while another context polls nothing is asked'],
  ],
  '4 slow and stalling': [
    ['tests/net/fetch-feed.test.ts', 'heads have 10 s and bodies 25 s in all'],
    ['tests/actions/host-queue.test.ts', 'a busy host lets others pass'],
  ],
  '5 endless': [['tests/polite/modes.test.ts', "endless: backsOff('too-big')"]],
  '6 bombs, cut and false gzip': [
    ['tests/polite/modes.test.ts', "'gzip-bomb': backsOff('too-big', 'mb=12')"],
    ['tests/polite/modes.test.ts', "'gzip-cut': rarely"],
  ],
  '7 loops': [['tests/polite/score-card.ts', 'more than 21 requests in one check']],
  '8 redirects to where we must not go': [
    ['tests/polite/modes.test.ts', "'redirect-to': backsOff('unreachable', 'url=file:///etc/passwd')"],
  ],
  '9 redirects for now and for ever': [
    ['tests/polite/modes.test.ts', "'301-once': hourly"],
    ['tests/polite/modes.test.ts', "'tmp-perm': hourly"],
  ],
  '10 captive portal': [
    ['tests/polite/modes.test.ts', "'301-portal': backsOff('not-a-feed')"],
    ['tests/actions/polite.dom.test.ts', 'a login page in place of several feeds is the network'],
  ],
  '11 ids that change': [
    ['tests/identity/plan-document.test.ts', 'under other ids'],
    ['tests/identity/plan-document.test.ts', 'is the second of two that look like one which was there'],
    ['tests/identity/plan-document.test.ts', 'by a twin with addresses of its own'],
  ],
  '12 one id for all': [
    ['tests/identity/plan-document.test.ts', 'under one id for all'],
    ['tests/feed/identity.test.ts', 'ids that repeat in one document'],
    [
      'tests/identity/plan-document.test.ts',
      'under an id for whatever is its newest, after what had it was pruned',
    ],
  ],
  '13 no id, no link, case': [
    ['tests/feed/identity.test.ts', 'two entries of one document are told apart by'],
  ],
  '14 dates': [
    ['tests/actions/new-entry.test.ts', 'a date in the future sorts by arrival'],
    ['tests/identity/plan-document.test.ts', 'redated'],
  ],
  '15 edited': [
    ['tests/actions/refresh.dom.test.ts', 'edited ones are renewed and keep their marks and place'],
  ],
  '16 vanished, archive': [
    ['tests/actions/refresh.dom.test.ts', 'what vanishes from a document stays'],
    ['tests/identity/plan-document.test.ts', 'comes in as read, what is really new does not'],
  ],
  '17 http and https': [
    ['tests/identity/plan-document.test.ts', 'by other ids, at another scheme'],
    ['tests/identity/histories.test.ts', 'once read, an article is never unread again'],
  ],
  '18 emptied': [['tests/polite/modes.test.ts', "'empty-feed': hourly"]],
  '19 clock': [
    ['tests/actions/polite.dom.test.ts', 'a clock that was set back stops nothing'],
    ['tests/actions/prune.dom.test.ts', 'a clock that is years ahead for some days takes nothing'],
  ],
  '20 database lost': [
    ['tests/actions/restore.dom.test.ts', 'a lost database is filled from the mirror'],
    ['tests/e2e/lifetimes.test.ts', 'subscriptions come back when the database is lost'],
  ],
  '21 quota': [['tests/actions/full-disk.dom.test.ts', 'a full disk costs texts, no article and no mark']],
  '22 damaged rows': [
    ['tests/db/lists.dom.test.ts', 'a damaged row is left out and harms no other'],
    ['tests/db/store.dom.test.ts', 'counts that were damaged are put right, and it is said which'],
  ],
  '23 kill -9 after a mark': [['tests/e2e/kills.test.ts', "if (victim === 'browser')"]],
  '24 update under an open page': [
    ['tests/db/open.dom.test.ts', 'an open page never keeps an upgrade waiting'],
  ],
  '25 offline': [
    [
      'tests/actions/polite.dom.test.ts',
      'a connection that is back lets feeds that were put off have their turns',
    ],
  ],
  '26 429 for one feed': [['tests/polite/failover.test.ts', 'who has no other address waits for the host']],
  '27 hostile XML': [
    ['tests/polite/modes.test.ts', "laughs: { ...rarely, reason: 'pace' }"],
    ['tests/feed/robustness.test.ts', 'is read or refused in'],
  ],
  '28 http in Firefox': [['tests/manifest.test.ts', "not.toContain('upgrade-insecure-requests')"]],
};

/** what is kept. */
export const kept: Record<string, readonly Proof[]> = {
  'R-1 never starred, tagged, unread by hand': [
    ['tests/actions/prune.dom.test.ts', 'never what is unread by hand or listed'],
  ],
  'R-2 never what is still listed': [
    ['tests/actions/prune.dom.test.ts', 'never unread, starred or listed ones'],
  ],
  'R-3 bodies first, tombstones': [
    ['tests/actions/prune.dom.test.ts', 'the text goes 30 days after reading, the article after 90'],
    ['tests/actions/prune.dom.test.ts', 'a pruned article that a feed brings back stays away'],
  ],
  'R-4 forgotten after 180 days': [
    ['tests/db/seen-hashes.test.ts', 'are kept for 180 days after the feed listed them last'],
  ],
  'R-5 once read, never unread': [
    ['tests/identity/histories.test.ts', 'once read, an article is never unread again'],
    ['tests/identity/histories.dom.test.ts', 'once read, an article is never unread again'],
    ['tests/actions/merge-histories.dom.test.ts', 'nothing read is unread again, nothing unread is lost'],
    ['tests/actions/restore.dom.test.ts', 'is so again after a loss, before a check brings it as new'],
    ['tests/actions/backup.dom.test.ts', 'brings what was read and pruned since back as read'],
  ],
};
