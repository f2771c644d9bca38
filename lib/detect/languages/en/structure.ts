// English words that carry structure: articles, conjunctions, auxiliaries, common verbs that are not about harm.
import type { Language } from '../../language.ts';

export const classes: Language['classes'] = {
  det: "the a an this that these those his her its their our my your 's ' all its' any each every both such same",
  and: 'and or & as_well_as nor plus along_with together_with and/or',
  of: 'of',
  prep: "in on at by for from with to into near during since until till within without inside outside between among amongst against through throughout across along around about above below behind beside besides beyond despite down off onto over per toward towards under up upon via out aboard abroad like unlike following amid amidst alongside at_the_hands_of because_of due_to as_a_result_of in_front_of next_to according_to ago each here home away as as_of",
  by: 'by',
  including: 'including includes include included among_them among_whom of_which',
  relative: 'who which that whom whose',
  subordinate: 'after when while because although though if before since until once where whereas unless so but whether than',
  be: "is are was were be been being wasn't weren't isn't aren't am 's_been get gets got getting gotten",
  have: "has have had having hasn't haven't hadn't",
  modal: "will would could may might can shall should must won't wouldn't couldn't can't cannot did does do didn't doesn't don't",
  to: 'to',
  not: "not never n't neither nor can't cannot couldn't won't wouldn't didn't doesn't don't wasn't weren't isn't aren't hasn't haven't hadn't",
  adverb:
    'also later then now still already just ever yet soon again earlier meanwhile reportedly allegedly apparently seriously badly critically slightly severely gravely lightly immediately instantly currently then today yesterday tonight tomorrow overnight alone together almost all both either officially too very more_seriously so_far only presumably believed_to_have_been elsewhere north south east west northeast northwest southeast southwest there subsequently eventually mostly mainly often once even indeed however therefore thus as_well at_once at_least on_the_spot at_the_scene instead late early',
  pronoun: 'they he she it we i you them him us me who themselves himself herself itself everyone everybody someone anyone what there',
  them: 'them whom which these those',
  date: 'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec morning afternoon evening night noon midnight dawn today yesterday weekend',
  rise: 'rise rises rose risen rising climb climbs climbed climbing reach reaches reached reaching stand stands stood standing jump jumps jumped increase increases increased grow grows grew grown pass passes passed top tops topped exceed exceeds exceeded surpass surpassed put puts bring brings brought bringing raise raises raised raising revise revised lower lowered fall falls fell drop dropped hit hits total totals totalled totaled totaling totalling estimated update updated swell swelled soar soared mount mounted double doubled',
  finite:
    "went go goes going gone took take takes taking taken came come comes coming saw see sees seen made make makes making gave give gives given knew know knows known thought think thinks got ran running began begin begins begun fell felt feel feels kept keep keeps held met meet meets stood sat sit sits spoke speak speaks wrote write writes broke broken threw throw throws hurled drove driven rode chose lost lose loses losing won win wins sent send sends hit struck shook flew carried carries carrying opened fired attacked attacks used wore lived worked want wants wanted tried try tries remain remains remained continue continues continued appear appeared appears seem seemed helped helping join joined joins became become becomes called walked walk escaped surrendered survived survive survives fought returned arrived arrive arrives leave_for left_for left_the left_home stopped started gathered gather marched protested involved involving entered enter needed needs planned belonged belong suspected",
  transparent: 'reported reportedly_reported confirmed believed feared presumed pronounced declared known thought found left leave leaves leaving listed recorded counted considered said_to be_reported estimated had_been officially_listed are_known remain remains remained gone went still_listed',
  report:
    'said say says saying told tell tells reported reports announced announce announces stated states claimed claims added adds confirmed confirms according_to wrote estimated estimates estimate indicated reported_that noted denied denies admitted warned believes believe believed alleged counted documented recorded quoted',
  other: 'others other another more additional further',
  life: 'lives',
  group: 'group groups total number crowd family families team convoy gang band party pair crew column unit squad batch series combined combined_total estimated_total minimum maximum mixture majority staff average',
};

export const marks: Language['marks'] = {
  article: 'a an',
  possessive: "'s '",
  increment: 'another further additional more',
  more: 'more',
  hypothetical: "could would might may can if threatened threatens threatening threat plot plotted plotting plan planned planning attempt attempted attempting tried try trying intended want wanted wants aim aimed aiming will hoping hoped potentially expected won't wouldn't couldn't",
  suffer: 'suffer suffers suffered suffering sustain sustains sustained sustaining receive receives received receiving with',
  takes: 'claim claims claimed claiming cost costs costing take takes took taken taking lost lose losing loss losses ended ending',
  between: 'between',
  to: 'to',
  or: 'or',
  from: 'from',
  in: 'in',
  per: 'per',
  percent: 'percent per_cent pc percentage',
  name: 'no image photo video no. nos number age aged ages article section chapter page route highway interstate flight room channel unit division brigade battalion regiment unit station apartment apt suite street block grade version size ward phase week day psalm op figure table caliber calibre resolution law decree act amendment precinct district zone sector page part top apollo boeing airbus',
  money: '$ £ € ¥ ₹ rs rs. us$ usd dollar dollars pesos peso euros pounds rupees usd',
  safe: 'safely unharmed',
  carry: 'taken rushed transported airlifted flown admitted sent treated recovering stabilized stabilised brought carried driven released remain remained remains',
  clinic: 'hospital hospitals clinic infirmary medical_center medical_centre medical_facility trauma er hospitalized',
  among: 'among amongst those',
  says: 'say says said saying put puts putting speak speaks spoke spoken stop stops stopped arrive arrives arrived admit admits admitted give gives gave given find finds found count counts counted record records recorded name named list listed document documented verify verified confirm confirmed reach reaches reached pass passed top tops topped estimate estimates estimated report reports reported think thinks believe believes claim claims claimed cite cites cited assess assessed acknowledge acknowledged accept accepts conceded concede closer own owns number stands stood rose risen climbed went gone made makes making lost lose cost took takes killed at',
  gravely: 'critically seriously severely badly gravely slightly',
  at: 'at',
  spared: 'sentence sentences sentenced sentencing condemn condemned',
  aged: 'old year-old years-old month-old months-old yo y/o',
  ages: 'age ages aged both',
  loses: 'lose loses lost losing',
  since: 'since from starting beginning',
  until: 'until till through by as_of before up_to',
  during: 'in on during over throughout within',
  'about-time': 'early late mid mid- summer winter spring autumn',
  lately: 'yesterday today tonight overnight last_night last_week last_month last_year this_week this_month this_year so_far to_date monday tuesday wednesday thursday friday saturday sunday',
  according: 'according_to',
  area: 'province city town village district region state county island islands camp valley area neighborhood neighbourhood suburb suburbs strip',
  force: 'forces army armies coalition gang regime government navy troops airstrikes',
  source: 'ministry office agency agencies government authorities authority reports report media source sources witnesses records court group organization organisation study statement hospital hospitals department council committee commission embassy union court experts officials analysis survey data figures tally newspaper newspapers television radio army military coalition',
  place: 'in at near outside across around throughout inside within from',
  time: 'days weeks months years hours minutes decades day week month year night morning evening afternoon time weekend moment',
  general: 'person persons people man men human humans soul souls individual individuals woman_or_man others',
  victims: 'victim victims',
  they: 'they he she',
  one: 'one',
  notone: 'no any every some each this that which the another only-one',
  onenot: "another day night morning afternoon evening time thing way or's",
};

export const abbreviations =
  'mr mrs ms dr gen lt col sgt capt cpl pvt maj adm sen rep gov st no nos vs jr sr prof rev hon pres dept inc co corp ltd jan feb mar apr jun jul aug sep sept oct nov dec u.s u.n u.k a.m p.m approx ft mt cmdr brig supt det insp sgt.maj est pfc spc';

export const months = 'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sep/sept october/oct november/nov december/dec';
