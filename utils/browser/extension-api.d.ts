import 'wxt/browser';

// WXT writes these two per project and keeps them out of the repository; the checks here do without.
declare module 'wxt/browser' {
  interface WxtRuntime {
    getURL(path: string): string;
  }
  interface WxtI18n {
    getMessage(key: string, substitutions?: string | string[]): string;
  }
}
