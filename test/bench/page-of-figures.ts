// A page that speaks of several events, as long as it has to be.

/** Sentences of our own about several events, told over and over until the page holds enough figures. */
const SENTENCES = [
  'Officials in Derna said 11,300 people had died in the flood that followed Storm Daniel.',
  'The health ministry in Gaza put the death toll of the war at 46,700, and counted 109,000 wounded.',
  'A truck bomb near the Zoobe junction in Mogadishu killed 512 people on 14 October 2017.',
  'At least 3,200 civilians were killed by coalition air strikes during the battle of Mosul.',
  'A clash near the border on Tuesday left nine soldiers dead and 14 wounded, the army said.',
  'In the Mina crush of 2015 more than 2,000 pilgrims died; the kingdom counted 769.',
  'Two workers were killed when a crane fell on a building site in Leeds.',
  'The siege of Sarajevo cost the lives of some 11,500 people, more than half of them civilians.',
];

/** Long enough for so many figures; what it holds beyond them is read and not linked. */
export function pageOfFigures(figures: number): string {
  const lines = ['What the numbers of a year of war and weather say'];
  while (lines.length < 2 * figures) lines.push(SENTENCES[lines.length % SENTENCES.length] ?? '', 'Nobody in the town could say what would come next, and the road to the coast stayed shut for weeks.');
  return lines.join('\n');
}
