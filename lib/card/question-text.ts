// A question's title as a question. Titles are in English ("Civilians killed by … since August 2014"); one that does not
// have this form stands as it is.
const FORM = /^(\S+(?: \S+){0,5}?) (killed|wounded|injured|displaced|detained|executed) (.+)$/;
/** Words that open a title with a capital only because they open it. */
const COMMON = /^(?:Civilians?|People|Children|Women|Men|Migrants|Protesters|Prisoners|Journalists|Soldiers|Fighters|Militants|Aid|Security|Police|Medical|Health|Students|Pilgrims|Passengers|Refugees|All|Detainees|Hostages|Villagers|Residents|Pro)\b/;

export function questionText(title: string): string {
  const [, who = '', what = '', rest = ''] = FORM.exec(title) ?? [];
  if (!who || /[,;:]|\b(?:of|by|in|says)\b/.test(who) || /\b(?:counted|reported|announced|and)$/.test(who) || /^(?:and|or)\b/.test(rest)) return title;
  const subject = COMMON.test(who) ? who.charAt(0).toLowerCase() + who.slice(1) : who;
  return `How many ${subject} ${/\bsince\b/.test(rest) ? 'have been' : 'were'} ${what} ${rest}?`;
}
