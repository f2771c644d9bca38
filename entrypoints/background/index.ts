// Answers messages, keeps the database, sends the reader where the gate asks for it. May be killed at any moment: nothing
// that matters is held here.
import { defineBackground } from 'wxt/utils/define-background';
import { browser } from 'wxt/browser';
import { check, type Sender } from '../../lib/messages/check.ts';
import type { Reply } from '../../lib/messages/messages.ts';
import { openPanel } from '../../lib/ui/panel.ts';
import { answerPage } from './answer-page.ts';
import { answerPopup, readInFront, step } from './answer-popup.ts';
import { showSwitches } from './icon.ts';
import { feedsDue, LOOK_AT_FEEDS, scheduleFeeds } from './feeds.ts';
import { library, listenToMine } from './library.ts';
import { addMenu, compareSaved, compareSoon, listenToMenu, saveOpen } from './saving.ts';
import { enterOpenTabs } from './tabs.ts';

export default defineBackground(() => {
  const self = { id: browser.runtime.id, origin: `${location.protocol}//${location.host}` };

  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, reply: (reply: Reply<unknown>) => void) => {
    const believed = check(message, sender, self);
    if (believed === null) {
      reply({ error: 'refused' });
      return false;
    }
    const answer = believed.from === 'page' ? answerPage(believed) : answerPopup(believed.message);
    answer.then(
      (answer) => reply({ answer }),
      (error: unknown) => reply({ error: String(error) }),
    );
    return true; // the answer comes later
  });

  // Whatever woke the worker will ask for it; what fails here fails again, and is told, where it is asked for.
  library.use(() => Promise.resolve()).catch(() => undefined);

  // An alarm may be lost when the browser ends (SECURITY, section 1).
  scheduleFeeds('unless-set').catch(() => undefined);
  browser.alarms.onAlarm.addListener(({ name }) => void (name === LOOK_AT_FEEDS ? feedsDue() : undefined));

  listenToMenu();
  listenToMine(compareSoon);
  // Not in browsers on phones.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'side-panel') void openPanel(tab?.windowId ?? browser.windows.WINDOW_ID_CURRENT);
    else if (command === 'read-page') void readInFront();
    else if (command === 'save-figure') void saveOpen();
    else void step(command === 'next-figure' ? 1 : -1);
  });
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void Promise.all([enterOpenTabs(), showSwitches(), addMenu(), compareSaved()]);
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
  });
  // Readers may give leave only later, and for one site after the other.
  browser.permissions.onAdded.addListener(() => void enterOpenTabs());
  browser.runtime.onStartup.addListener(() => void Promise.all([showSwitches(), compareSaved()]));
});
