// What a card rests on, for whoever wants to check or dispute it. In English, as the database is: a translation that lags
// behind the rules would state wrong ones. The words that stand on cards are in the reader's language.
import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import type { Ui } from '../../lib/ui/ui.ts';

/** What may stand beside a row, each by the key of its words on the card. */
const STATES: readonly (readonly [key: string, meaning: string])[] = [
  ['card_tag_superseded', 'Whoever issued the figure has given another in its place. It is shown where the page still gives it, and where a count’s history matters; else it is among the older totals.'],
  ['card_tag_withdrawn', 'Whoever issued the figure has taken it back. It stays visible, struck through.'],
  ['card_tag_older', 'The last total its source gave before the page’s date, or a total that was not continued.'],
  ['card_tag_derived', 'A sum over the rows of a published data set. The rows are the source’s, the sum is not; the query is written down and can be run again.'],
  ['card_tag_projection', 'Worked out from a model or a rate, not counted.'],
  ['card_tag_disputed_by_source', 'The source itself has since doubted the figure.'],
  ['card_tag_contested', 'Others reject the figure; the line below says who.'],
];

export function Method({ words: { t, locale } }: Ui) {
  return (
    <>
      <h1>{t('method_title')}</h1>
      {!locale.startsWith('en') && <p class="small note">{t('method_note')}</p>}
      <article lang="en" dir="ltr">
        <Part id="same" title="What counts as the same quantity">
          <p>
            Two figures are set beside each other only if they answer one <b>question</b>: who was harmed, how, by whose hand as the question is usually put, where, and from when until when. Civilians and
            combatants, killed and wounded, dead and missing, violent and excess deaths, one month and another are different questions. They are never mixed and never added up.
          </p>
          <p>
            A figure of the page is compared with a question in each of these. Where the page’s figure is part of what the question counts, or counts more, or only some of the same people, the card
            says so in words. Where it is not clear what a figure counts, it gets no card: a wrong card is worse than none.
          </p>
          <p>
            What was counted of the same event but is another quantity stands apart, under “{t('card_others')}”, with the difference in a sentence. “{t('card_why')}” names the words of the page that led to
            the question.
          </p>
        </Part>
        <Part id="mark" title="What a mark means">
          <p>
            A row of dots under a figure says that other counts of the same people, place and period are known. It does not say that the figure is wrong, and a figure without a mark is not thereby
            right.
          </p>
          <p>
            The card shows, for each source, the value that held at the page’s date; what was published later stands under “{t('card_totals')}”. Bounds stay what they are: “at least 735” has no upper end
            and is not drawn as if it had one.
          </p>
        </Part>
        <Part id="states" title="What is said of an estimate">
          <dl>
            {STATES.map(([key, meaning]) => (
              <div key={key}>
                <dt lang={locale} dir="auto">{t(key)}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p>Who rests on whom is said as well: two papers quoting one ministry are one voice, and a row that repeats another stands under it.</p>
        </Part>
        <Part id="checked" title="How entries are checked">
          <p>
            An estimate is shown only if its figure and the person or body it is credited to were seen in a named document. What was read elsewhere than in the original names that page too. Figures that were not seen
            are kept apart and do not ship.
          </p>
          <p>
            Each change of the data passes one set of checks: every source, date and address is there, ends are in order, names belong to one event, no running count falls without a reason. Entries are read a
            second time, at random and where doubtful, by somebody who has not seen the first reading. What was found and mended is listed with its reason; nothing is removed silently.
          </p>
          <p>Everything a card can show is in <a href="/browse.html">the claims database</a>, to be read without any page.</p>
        </Part>
        <Part id="never" title="What is never done">
          <ul>
            <li>No verdict on a figure, and no score of sources.</li>
            <li>No mean, middle or sum that no source stated.</li>
            <li>No estimate left out for being unlikely: parties, governments, monitors, researchers and denials stand side by side.</li>
            <li>No names of victims: the database holds counts.</li>
            <li>No text, address or figure of what you read leaves your device.</li>
          </ul>
        </Part>
        <Part id="dispute" title="How to dispute an entry">
          <p>
            On the card, “{t('card_wrong')}” copies a text that names the question, its estimates, their entries and the version of the database. “{t('card_not_event')}” puts a question away beside a figure, and then offers the same for the link between them. Nothing
            is sent by itself: it is yours to send to the maintainers of the feed, whose address the card names where they have given one.
          </p>
          <p>
            A correction says what the entry should be and where that can be read. It is checked like a new entry, by somebody else than whoever made the old one, and stands in the list of changes with its
            reason, whether it was taken or not in the way proposed.
          </p>
        </Part>
        <Part id="standards" title="The standards behind this">
          <p>
            The rules follow the{' '}
            <a href="https://everycasualty.org/knowledge-base/why-have-standards-for-casualty-recording/" target="_blank" rel="noopener noreferrer">Standards for Casualty Recording</a> (Every Casualty, 2016), as far as they concern
            those who hand on the counts of others: be open about sources, definitions, methods and limits; keep what is known apart from what is inferred; correct in public; take no side; do no
            harm to the living or to the memory of the dead.
          </p>
          <p>
            Tallyside records no casualty itself. It cannot be better than the sources it names, and it does not know those it does not name. Most figures were read in reports or copies, not in
            the original publication; running counts end at the last date seen.
          </p>
        </Part>
      </article>
      <p class="small" dir="auto">{t('options_about_version', [browser.runtime.getManifest().version])}</p>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
