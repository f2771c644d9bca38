// What a test does in a browser, whichever it is. A pointer is a real pointer and a key a real key: nothing is reached
// through a back door of ours. Only what is in our closed shadow root is read with the browser's own debugging protocol.
import type { Seen } from '../../../lib/cli/demo/closed-shadow.ts';

export type Point = { x: number; y: number };
export type Rect = Point & { width: number; height: number };

export type Tab = {
  goto(address: string): Promise<void>;
  back(): Promise<void>;
  reload(): Promise<void>;
  /** In the page's own world, where the page's scripts are. */
  evaluate<T>(expression: string): Promise<T>;
  move(to: Point): Promise<void>;
  click(at: Point): Promise<void>;
  /** With a finger. */
  tap(at: Point): Promise<void>;
  /** Its window, in px of the page; `phone`: one that is touched and not pointed at. */
  resize(size: { width: number; height: number; phone?: boolean }): Promise<void>;
  /** A key, or several held together: "Control+V". */
  press(keys: string): Promise<void>;
  /** What hangs in our closed shadow root; null when we have no element in the page. */
  shadow(): Promise<Seen | null>;
  /** Where a node of the shadow root is in the window. */
  rect(node: Seen): Promise<Rect>;
  /** Whether the keyboard is at this node of the shadow root. */
  focused(node: Seen): Promise<boolean>;
  toFront(): Promise<void>;
  close(): Promise<void>;
};

/** Pages of the extension, each in a tab of its own; popup and side panel are then about the page seen last. */
export type OwnPage = 'popup' | 'options' | 'sidepanel' | 'welcome' | 'browse' | 'mine' | 'list' | 'paste' | 'method';

export type Driver = {
  browser: 'chromium' | 'firefox';
  newTab(): Promise<Tab>;
  /** In a private window, where the extension was given leave to be. */
  privateTab(): Promise<Tab>;
  /** Its world has the extension's powers. */
  own(page: OwnPage): Promise<Tab>;
  popup(): Promise<Tab>;
  /** A keyboard command of the extension. */
  command(name: 'next-figure' | 'previous-figure' | 'save-figure' | 'read-page' | 'side-panel', tab: Tab): Promise<void>;
  /** "Save in Tallyside" in the menu on selected text. False: nothing can open this browser's menus for us. */
  savePassage(tab: Tab): Promise<boolean>;
  /** Whether our side panel is open in a window. */
  panelOpen(): Promise<boolean>;
  /** Runs `act` on the worker's global object, `worker`: for what can go wrong there, and no hand can bring about. */
  inWorker(act: string): Promise<void>;
  /** Installs the extension once it was removed. False: this browser takes none in while it runs. */
  install(): Promise<boolean>;
  /** What went wrong in pages and in the worker since the last call. */
  errors(): string[];
  close(): Promise<void>;
};

/** Asks until the answer is not null. Throws after twenty seconds, which no machine that is merely busy needs, saying what it waited for. */
export async function until<T>(what: string, ask: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await pause(50);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
