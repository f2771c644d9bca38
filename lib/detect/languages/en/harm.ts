// English words of harm: verbs, states, events, and nouns that count casualties by themselves.
import type { Language } from '../../language.ts';

export const verbs: Language['verbs'] = [
  {
    measure: 'killed',
    frame: 'object',
    words:
      'kill murder beat/beats/beat/beaten/beating_to_death slay/slays/slew/slain/slaying assassinate execute massacre slaughter behead decapitate lynch electrocute exterminate annihilate butcher gun_down mow_down shoot/shoots/shot/shot/shooting_dead shoot/shoots/shot/shot/shooting_to_death strangle liquidate put/puts/put/put/putting_to_death eliminate neutralize neutralise martyr incinerate hang/hangs/hanged/hanged/hanging claim_the_lives_of cut/cuts/cut/cut/cutting_off_the_head_of cut/cuts/cut/cut/cutting_off_the_heads_of take/takes/took/taken/taking_the_lives_of cost/costs/cost/cost/costing_the_lives_of end_the_lives_of wipe_out finish_off bludgeon riddle_with_bullets machinegun/machineguns/machinegunned/machinegunned/machinegunning machine-gun/machine-guns/machine-gunned/machine-gunned/machine-gunning',
  },
  {
    measure: 'killed',
    frame: 'subject',
    words: 'die/dies/died/died/dying perish succumb lose/loses/lost/lost/losing_*_lives lose/loses/lost/lost/losing_*_life pass_away meet/meets/met/met/meeting_*_death meet/meets/met/met/meeting_*_deaths',
  },
  { measure: 'killed', frame: 'either', words: 'drown suffocate asphyxiate' },
  {
    measure: 'wounded',
    frame: 'object',
    words: 'wound injure hurt/hurts/hurt/hurt/hurting maim scald maul hospitalize hospitalise',
  },
  { measure: 'wounded', frame: 'object', soft: true, words: 'shoot/shoots/shot/shot/shooting stab graze -/-/hit/hit/-_by_gunfire -/-/hit/hit/-_by_bullets -/-/hit/hit/-_by_stray_bullets -/-/struck/struck/-_by_gunfire -/-/struck/struck/-_by_bullets -/-/struck/struck/-_by_stray_bullets -/-/hit/hit/-_by_*_gunfire -/-/struck/struck/-_by_*_gunfire -/-/hit/hit/-_by_*_bullets -/-/struck/struck/-_by_*_bullets -/-/hit/hit/-_by_*_bullet -/-/struck/struck/-_by_*_bullet -/-/hit/hit/-_by_*_stray_bullet -/-/struck/struck/-_by_*_stray_bullet' },
  { measure: 'missing', frame: 'subject', words: 'disappear vanish go/goes/went/gone/going_missing' },
  { measure: 'displaced', frame: 'object', words: 'displace evacuate uproot force_to_flee force_from_*_homes force_out_of_*_homes drive/drives/drove/driven/driving_from_*_homes make/makes/made/made/making_homeless force_to_evacuate force_to_leave_*_homes deport expel/expels/expelled/expelled/expelling -/-/housed/housed/- -/-/sheltered/sheltered/-' },
  { measure: 'displaced', frame: 'subject', words: 'flee/flees/fled/fled/fleeing_*_homes flee/flees/fled/fled/fleeing_*_country leave/leaves/left/left/leaving_*_homes lose/loses/lost/lost/losing_*_homes become/becomes/became/become/becoming_refugees' },
  { measure: 'displaced', frame: 'subject', crowd: true, words: 'flee/flees/fled/fled/fleeing leave/leaves/left/left/leaving_home' },
  {
    measure: 'detained',
    frame: 'object',
    words:
      'arrest detain capture kidnap/kidnaps/kidnapped/kidnapped/kidnapping abduct jail imprison apprehend recapture take/takes/took/taken/taking_hostage hold/holds/held/held/holding_hostage take/takes/took/taken/taking_captive nab/nabs/nabbed/nabbed/nabbing take/takes/took/taken/taken_prisoner take/takes/took/taken/taking_into_custody hold/holds/held/held/holding_captive round_up intern seize',
  },
  { measure: 'other', frame: 'object', words: 'rape trap strand orphan torture' },
];

export const tolls: Language['tolls'] = [
  { measure: 'killed', words: 'toll tolls death_toll death_tolls body_count death_count fatality_count' },
  { measure: 'casualties', words: 'combat_losses troop_losses personnel_losses losses_in_personnel casualty_toll casualty_count casualty_figure casualty_figures' },
  { measure: 'wounded', words: 'injury_toll' },
  { measure: null, words: 'tally tallies number numbers total totals count figure figures range estimate estimates projection version' },
];

export const states: Language['states'] = [
  { measure: 'killed', words: 'dead lifeless slain', result: true },
  { measure: 'killed', words: 'to_death to_their_deaths to_their_death to_his_death to_her_death', result: true },
  {
    measure: 'wounded',
    words:
      'in_critical_condition in_serious_condition in_stable_condition in_hospital in_the_hospital treated_for_injuries treated_and_released treated_at_the_scene treated_on_site treated_on_the_scene treated_on_the_spot to_hospital to_the_hospital to_a_hospital to_a_local_hospital to_hospitals to_area_hospitals to_local_hospitals',
  },
  { measure: 'missing', words: 'missing unaccounted_for feared_dead presumed_dead under_the_rubble under_rubble beneath_the_rubble' },
  { measure: 'displaced', words: 'homeless from_*_homes out_of_*_homes from_*_home', result: true },
  { measure: 'displaced', words: 'in_evacuation_centres in_evacuation_centers into_evacuation_centres into_evacuation_centers in_emergency_shelters in_temporary_shelters' },
  { measure: 'detained', words: 'in_custody in_detention under_detention under_arrest behind_bars in_captivity' },
];

export const outcomes: Language['outcomes'] = [{ measure: 'killed', words: 'fatally mortally lethally' }];

export const events: Language['events'] = [
  {
    measure: 'killed',
    words: 'death killing murder massacre slaughter assassination execution slaying body/bodies corpse remains/remains lynching beheading homicide suicide drowning hanging demise',
  },
  { measure: 'wounded', words: 'injury/injuries wounding wound burn' },
  { measure: 'detained', words: 'arrest abduction kidnapping detention capture imprisonment jailing' },
  { measure: 'missing', words: 'disappearance' },
  { measure: 'displaced', words: 'displacement evacuation' },
];

export const victims: Language['victims'] = [
  { measure: 'killed', words: 'death fatality/fatalities corpse dead/dead slain/slain martyr' },
  { measure: 'killed', words: 'killing murder homicide suicide assassination execution slaying body/bodies set_of_remains/sets_of_remains set_of_human_remains/sets_of_human_remains victim', soft: true },
  { measure: 'wounded', words: 'injury/injuries' },
  { measure: 'casualties', words: 'casualty/casualties' },
  { measure: 'detained', words: 'arrest abduction kidnapping captive hostage', soft: true },
  { measure: 'missing', words: 'disappearance', soft: true },
  { measure: 'displaced', words: 'refugee evacuee displaced_person/displaced_people', soft: true, group: 'migrants' },
];
