/** Read before the first paint: the settings themselves arrive a moment later, and a flash of white hurts at night. */
const paintKey = 'paint-theme';

/** Paints in the theme of the last time. */
export function paintLastTheme(): void {
  document.documentElement.dataset.theme = localStorage.getItem(paintKey) ?? 'auto';
}

export function rememberTheme(theme: string): void {
  localStorage.setItem(paintKey, theme);
}
