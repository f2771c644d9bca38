// English nouns that are counted near harm and are never people harmed.

/** Times, measures, happenings and papers, things, animals, sport; plurals are derived. */
export const excluded = [
  'p.m. a.m. pm o\'clock year month week day hour minute second decade century/centuries night morning season term',
  'mile kilometer kilometre km meter metre foot/feet yard inch/inches acre hectare ton tonne pound lb kilo kilogram kg gram degree percent gallon liter litre barrel mph',
  'dollar cent euro peso rupee million billion trillion job seat point vote ballot percentage',
  'incident attack bombing explosion blast raid strike airstrike battle clash/clashes operation report charge count case complaint allegation article claim indictment conviction accident crash/crashes collision fire shooting attempt round mission tour visit occasion time times way reason question type kind step stage part phase side issue matter thing fact story/stories version example sign area site scene place spot location position post base camp checkpoint outpost station precinct hospital',
  'car bus/buses truck vehicle train plane jet airplane aircraft helicopter tank boat ship vessel motorcycle bike bicycle ambulance drone car_bomb taxi minibus/minibuses jeep van cart ferry/ferries',
  'building house home school church/churches mosque temple hotel shop store apartment room floor door window bridge road street tower pole plant factory/factories farm office embassy/embassies village town city/cities province district county/counties region country/countries nation state municipality/municipalities department community/communities neighborhood neighbourhood settlement island border block household family/families hut tent shelter',
  'rifle gun pistol weapon rocket bomb mine grenade shell bullet shot missile mortar device explosive charge round cartridge magazine knife/knives dynamite stick ak-47 machine_gun handgun shotgun firearm ied projectile casing gunshot launcher radio',
  'group unit battalion company/companies brigade squad platoon division regiment organization organisation party/parties faction movement team committee commission court agency/agencies force forces gang cartel side column front contingent army/armies',
  'mammal creature wildlife dog cat cow cattle sheep goat pig horse chicken bird duck goose/geese swan turkey elephant whale dolphin fish shark lion tiger bear wolf/wolves deer animal camel buffalo rabbit mink seal rat mouse/mice poultry livestock head monkey hen insect bee pet',
  'game match/matches goal run wicket try set lap race title medal win defeat inning yard touchdown point over ball player out',
  'law bill plan project program programme system measure treaty talk meeting session speech photo picture video film movie book word letter page question call statement message interview document paper survey study/studies poll test sample dose trial hearing appeal lawsuit suit verdict sentence term warrant resolution amendment rule right option demand condition goal element aspect factor category/categories principle item model product copy/copies ticket bag box/boxes bottle package tree crop field sign line wall street',
  'round wound_dressing gunshot_wound bullet_wound wound tour_de_force level storey story zone lane sector axis target objective candidate_city hand leg arm eye head face finger heart lung tooth/teeth chest',
].join(' ');
