// Numbers of people who are not among those that are counted: left out by name, what lies between two counts, those who are left behind.
import type { ClaimView } from '../view.ts';
import { aroundNumber } from './subset.ts';

/** "Not including the 19 hijackers", "all but 40". Up to the number, as the next. */
const LEFT_OUT = /\b(?:not (?:includ|count)(?:e|es|ed|ing)|exclud(?:e|es|ed|ing)|apart from|other than|besides|all but|all except)(?: (?:the|its|their|at least|about|some))* ?$/;

const CHANGE = 'drop|fall|decrease|reduction|decline|increase|rise|jump|difference';
const CHANGED =
  'rose|risen|rises|rising|fell|fallen|falling|falls|dropped|dropping|increased|increasing|decreased|decreasing|declined|grew|grown|jumped|climbed|reduced|lowered|cut|raised|revised (?:up|down)(?:wards?)?';
/** "A drop of 113 deaths", "rose by 24 to 202": what lies between two counts. */
const BETWEEN_COUNTS = new RegExp(`\\b(?:(?:${CHANGE}) of|(?:${CHANGED})(?: \\w+)? by)(?: (?:at least|about|some|nearly|around|over|more than|almost|just))* ?$`);

/** "130 children lost one parent": they live, and nobody counted those who do not. */
const BEREAVED = /^ (?:(?:have|has|had|were|was|been) )*(?:lost (?:one|both|all|a|their|either)(?: of (?:their|his|her))?(?: own)? (?:parents?|fathers?|mothers?|guardians?)|orphaned)\b/;
const PARENT = /^(?:one|both|two) (?:of (?:their|his|her) )?parents?\b/;

export function isLeftOut(view: ClaimView): boolean {
  const { lead, own } = aroundNumber(view);
  return LEFT_OUT.test(lead) || BETWEEN_COUNTS.test(lead) || PARENT.test(own) || BEREAVED.test(view.after);
}
