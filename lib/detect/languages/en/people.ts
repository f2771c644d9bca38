// English nouns for people, by the group they belong to; plurals are derived.
import type { Language } from '../../language.ts';

export const people: Language['people'] = {
  people:
    'person/people person/persons male spaniard associate accomplice comrade companion co-worker coworker maid jesuit salvadoran colombian subject witness/witnesses friend man/men individual passenger pedestrian bystander resident inhabitant villager citizen compatriot national local worker labourer laborer miner farmer peasant employee staff crew driver motorist cyclist biker rider tourist traveller traveler teacher doctor nurse patient nursing_home_resident shopper customer worshipper worshiper pilgrim mourner spectator fan guest visitor neighbor neighbour relative parent father brother son husband uncle cousin couple/couples human population soul/souls survivor/survivors fisherman/fishermen sailor seaman/seamen rescuer firefighter fireman/firemen athlete student classmate teammate professor lawyer businessman/businessmen priest nun monk bishop cleric imam missionary preacher leader activist unionist trade_unionist member supporter follower believer christian muslim jew hindu sikh buddhist shiite sunni kurd arab african american european asian white black hispanic latino foreigner immigrant native expatriate elder pensioner occupant caller tenant homeowner clubgoer partygoer concertgoer reveller reveler engineer technician contractor adult lawmaker/lawmakers twin sibling grandparent receptionist cook barber guard/guards security_guard bodyguard commuter camper hiker climber skier swimmer actor singer musician artist writer colleague player dissident opponent homosexual dane swede turk greek pole finn czech serb croat slav thai briton scot filipino israeli iraqi pakistani/pakistanis afghan syrian palestinian',
  civilians: 'civilian noncombatant non-combatant innocent/innocents',
  combatants: 'combatant warrior',
  military:
    'soldier troop/troops serviceman/servicemen servicewoman/servicewomen servicemember service_member marine officer_cadet cadet airman/airmen paratrooper conscript infantryman/infantrymen guardsman/guardsmen general colonel captain lieutenant sergeant corporal private/privates recruit peacekeeper reservist commando legionnaire veteran major military military_personnel pilot crewman/crewmen ranger draftee enlisted_man/enlisted_men defender national_guard army servicepeople personnel gi',
  police:
    'police policeman/policemen policewoman/policewomen police_officer officer cop gendarme constable agent detective deputy/deputies sheriff trooper patrolman/patrolmen security_guard security_officer law_enforcement_officer security_agent security_force/security_forces security_personnel carabinero bodyguard',
  militants:
    'militant insurgent rebel guerrilla guerilla terrorist gunman/gunmen fighter jihadist jihadi extremist separatist attacker bomber suicide_bomber assailant shooter suspect hijacker kidnapper bandit criminal gang_member gangster militiaman/militiamen paramilitary/paramilitaries taliban taleban hitman/hitmen assassin commander subversive rioter perpetrator insurrectionist infiltrator enemy/enemies partisan operative facilitator mercenary/mercenaries contra drug_trafficker trafficker smuggler robber thief/thieves intruder looter maoist sniper leftist',
  officials:
    'official diplomat ambassador consul minister mayor governor congressman/congressmen senator deputy_minister councilman/councilmen politician candidate judge prosecutor magistrate lawmaker legislator parliamentarian attorney_general party_leader government_employee councillor councilor delegate mp representative election_worker',
  children: 'child/children kid boy girl infant baby/babies toddler teen teenager schoolchild/schoolchildren schoolgirl schoolboy youngster minor youth/youths adolescent pupil daughter newborn juvenile grandchild/grandchildren',
  women: 'woman/women female mother wife/wives sister grandmother housewife/housewives lady/ladies widow aunt',
  journalists: 'journalist reporter cameraman/cameramen photographer newsman/newsmen correspondent editor media_worker broadcaster',
  'aid-workers': 'aid_worker relief_worker humanitarian_worker medic paramedic volunteer health_worker un_worker staffer ambulance_worker rescue_worker',
  protesters: 'protester protestor demonstrator marcher rioter striker',
  prisoners: 'prisoner inmate convict detainee',
  migrants: 'migrant asylum_seeker asylum-seeker',
};
