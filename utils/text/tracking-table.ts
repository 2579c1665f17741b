/**
 * Query parameters that only follow the reader around. Names that sites also use for their own content (`ref`, `source`,
 * `id`, `from`) are left out: a link that breaks costs more than one that tells.
 *
 * Sources: the names known to Miniflux (internal/reader/urlcleaner), AdGuard's TrackParamFilter (general_url), Firefox's
 * query-stripping records, Brave's query_filter, Neat URL, and the vendors' own manuals.
 */
export const trackingNames: ReadonlySet<string> = new Set([
  // Facebook, Instagram
  'fbclid',
  'fb_action_ids',
  'fb_action_types',
  'fb_comment_id',
  'fb_ref',
  'fb_source',
  'igshid',
  'igsh',
  // Google: Ads, Display, Merchant, Analytics
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'srsltid',
  '_ga',
  '_gl',
  'campaign_content',
  'campaign_id',
  'campaign_medium',
  'campaign_name',
  'campaign_source',
  'campaign_term',
  // Microsoft, X, TikTok, LinkedIn, Snapchat, Reddit, Pinterest
  'msclkid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'sccid',
  'rdt_cid',
  'epik',
  // Yandex, Openstat
  'yclid',
  'ysclid',
  'ymclid',
  '_openstat',
  // Mailchimp, HubSpot, Marketo, Vero, Olytics, Beehiiv, Drip, Klaviyo, MailerLite, Omnisend
  'mc_cid',
  'mc_eid',
  'mc_tc',
  '__hsfp',
  '__hssc',
  '__hstc',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'mkt_tok',
  'vero_conv',
  'vero_id',
  'oly_anon_id',
  'oly_enc_id',
  'rb_clickid',
  '_bhlid',
  '__s',
  '_kx',
  'ml_subscriber',
  'ml_subscriber_hash',
  'omnisendcontactid',
  // Adobe, Branch, Wicked Reports, Impact, Singular, Zanox, Awin, Piwik Pro, Readwise
  's_cid',
  'sc_cid',
  '_branch_match_id',
  '_branch_referrer',
  'wickedid',
  'irclickid',
  'irgwc',
  'zanpid',
  'awc',
  '__readwiselocation',
  // China: Bilibili, Weibo and WeChat sharing
  'spm_id_from',
  'share_source',
  'share_medium',
  'share_session_id',
  'vd_source',
  'weibo_id',
  'wechat_sharesource',
]);

/** Families of names, each by its beginning. */
export const trackingPrefixes: readonly string[] = [
  // https://en.wikipedia.org/wiki/UTM_parameters
  'utm_',
  // Matomo and its former name
  'mtm_',
  'pk_',
  'piwik_',
  // HubSpot Ads
  'hsa_',
  // Humble Bundle, internal campaigns
  'hmb_',
  'itm_',
];
