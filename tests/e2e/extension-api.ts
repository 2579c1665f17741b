/** As much of the extension API as the harness uses, for functions that run in pages of the extension. */
export interface WithExtensionApi {
  chrome: {
    runtime: {
      sendMessage(message: unknown): Promise<unknown>;
      getContexts(filter: { contextTypes: string[] }): Promise<unknown[]>;
    };
    action: { getBadgeText(details: Record<string, never>): Promise<string> };
    alarms: { create(name: string, when: { when: number }): Promise<void> };
    permissions: { remove(unwanted: { origins: string[] }): Promise<boolean> };
    tabs: {
      getCurrent(): Promise<{ id: number }>;
      update(id: number, change: { muted: boolean }): Promise<unknown>;
    };
    storage: {
      local: { get(key: string): Promise<Record<string, unknown>>; set(values: object): Promise<void> };
      session: { get(key: string): Promise<Record<string, unknown>> };
    };
    /** On chrome://extensions only. */
    developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  };
}
