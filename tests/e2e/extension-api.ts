/** As much of the extension API as the harness uses, for functions that run in pages of the extension. */
export interface WithExtensionApi {
  chrome: {
    runtime: { sendMessage(message: unknown): Promise<unknown> };
    action: { getBadgeText(details: Record<string, never>): Promise<string> };
    permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
    storage: { local: { get(keys: null): Promise<Record<string, unknown>> } };
    /** On chrome://extensions only. */
    developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
  };
}
