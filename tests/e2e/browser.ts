import type { Input, MessageName, Output } from '../../utils/messages/protocol';
import type { Answer } from '../../utils/model/problem';
import type { BrowserName } from '../tools/browsers.mjs';
import { launchChromium } from './chromium';
import type { ExtensionPage, Size } from './extension-page';
import { launchFirefox } from './firefox';

export interface LaunchOptions {
  /** Language of the user interface, e.g. 'zh-CN'; English by default. */
  language?: string;
  dark?: boolean;
  /** Chromium: as with a mouse, where a headless one has nothing that hovers. */
  mouse?: boolean;
  /** Firefox: the background goes to sleep after so many milliseconds without an event. */
  idleAfterMs?: number;
  /** Firefox: the system wants as little motion as can be, and colours of its own alone. */
  plain?: boolean;
  /** Shows the browser's window; needs a display. */
  visible?: boolean;
  /** Folder of the built extension; the built one by default. */
  extension?: string;
}

/** A browser with the extension loaded. Chromium and Firefox answer to the same calls, so a scenario is written once. */
export interface TestBrowser {
  readonly name: BrowserName;
  /** Opens a page of the extension in a tab. */
  open(path: string, size?: Size): Promise<ExtensionPage>;
  /** Sends a message as a page of the extension would. */
  send<N extends MessageName>(name: N, input: Input<N>): Promise<Answer<Output<N>>>;
  badge(): Promise<string>;
  /** Grants the extension http://127.0.0.1/* as if the reader had said yes. */
  grantLoopback(): Promise<void>;
  /** Ends the background at once, whatever it is doing; the next event starts it again. */
  stopBackground(): Promise<void>;
  backgroundRuns(): Promise<boolean>;
  /** Sets the extension's polling alarm to so many milliseconds from now. */
  alarm(milliseconds: number): Promise<void>;
  /** Quits the browser and starts it again with the same profile. */
  restart(): Promise<void>;
  /** Kills the browser at once (SIGKILL), as a crash would, and starts it again with the same profile. */
  crash(): Promise<void>;
  /** Frees what nothing holds any more, in the extension's background and pages. */
  collectGarbage(): Promise<void>;
  /** Resolves when somebody has closed the browser's window. */
  closedByReader(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with an empty profile and the built extension in it. */
export function launchBrowser(name: BrowserName, options: LaunchOptions = {}): Promise<TestBrowser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
