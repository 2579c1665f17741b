let sheet: CSSStyleSheet | null = null;

/** The page's own styles as one sheet, for what of ours stands in a shadow tree. Made once, with the first use. */
export function pageStyles(): CSSStyleSheet {
  if (sheet) return sheet;
  sheet = new CSSStyleSheet();
  const rules = [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules]);
  sheet.replaceSync(rules.map(({ cssText }) => cssText).join('\n'));
  return sheet;
}
