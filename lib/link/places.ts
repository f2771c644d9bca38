// Countries, the words for their people, and their best-known cities and regions. They tell a figure about elsewhere from
// one about the question's own place, and whose dead are counted. ISO 3166-1 alpha-2; XK is the code in use for Kosovo.

/** code: names; people; cities and regions. Commas between entries of one kind, case and diacritics folded. */
const TABLE = `
AF: afghanistan; afghan, afghans, afghani; kabul, kandahar, kunduz, herat, jalalabad, helmand, ghazni, ghor, mazar-i-sharif, nangarhar
AL: albania; albanian, albanians; tirana
DZ: algeria; algerian, algerians; algiers, oran
AO: angola; angolan, angolans; luanda
AR: argentina; argentine, argentinian, argentines; buenos aires
AM: armenia; armenian, armenians; yerevan
AU: australia; australian, australians; sydney, melbourne, canberra, brisbane, perth
AT: austria; austrian, austrians; vienna
AZ: azerbaijan; azerbaijani, azerbaijanis, azeri, azeris; baku
BH: bahrain; bahraini, bahrainis; manama
BD: bangladesh; bangladeshi, bangladeshis, bengali, bengalis; dhaka, chittagong
BY: belarus; belarusian, belarusians; minsk
BE: belgium; belgian, belgians; brussels, antwerp
BJ: benin; beninese
BO: bolivia; bolivian, bolivians; la paz
BA: bosnia, bosnia-herzegovina, bosnia and herzegovina; bosnian, bosnians, bosniak, bosniaks; sarajevo, srebrenica, prijedor, mostar
BR: brazil; brazilian, brazilians; sao paulo, rio de janeiro, brasilia
BG: bulgaria; bulgarian, bulgarians; sofia
BF: burkina faso; burkinabe; ouagadougou
BI: burundi; burundian, burundians; bujumbura
KH: cambodia, kampuchea; cambodian, cambodians; phnom penh
CM: cameroon; cameroonian, cameroonians; yaounde
CA: canada; canadian, canadians; toronto, ottawa, montreal, quebec, vancouver
CF: central african republic; ; bangui
TD: chad; chadian, chadians; n'djamena
CL: chile; chilean, chileans; santiago
CN: china; chinese; beijing, shanghai, sichuan, xinjiang, tibet, wuhan, nanjing, tianjin
CO: colombia; colombian, colombians; bogota, medellin
CD: democratic republic of congo, democratic republic of the congo, dr congo, DRC, congo, zaire; congolese; kinshasa, goma, kivu, bukavu
CR: costa rica; costa rican; san jose
CI: ivory coast, cote d'ivoire; ivorian, ivorians; abidjan
HR: croatia; croatian, croatians, croat, croats; zagreb
CU: cuba; cuban, cubans; havana
CY: cyprus; cypriot, cypriots; nicosia
CZ: czech republic, czechia; czech, czechs; prague
DK: denmark; danish, danes; copenhagen
DO: dominican republic; dominican, dominicans; santo domingo
EC: ecuador; ecuadorian, ecuadorians; quito
EG: egypt; egyptian, egyptians; cairo, alexandria, sinai
SV: el salvador; salvadoran, salvadorans, salvadorean; san salvador
ER: eritrea; eritrean, eritreans; asmara
EE: estonia; estonian, estonians; tallinn
ET: ethiopia; ethiopian, ethiopians; addis ababa, tigray, amhara, oromia, mekelle
FI: finland; finnish, finns; helsinki
FR: france; french, frenchmen; paris, marseille, lyon, nice
GE: ; georgian, georgians; tbilisi, south ossetia, abkhazia
DE: germany; german, germans; berlin, munich, hamburg, dresden, cologne
GH: ghana; ghanaian, ghanaians; accra
GR: greece; greek, greeks; athens
GT: guatemala; guatemalan, guatemalans; guatemala city
GN: guinea; guinean, guineans; conakry
HT: haiti; haitian, haitians; port-au-prince
HN: honduras; honduran, hondurans; tegucigalpa
HU: hungary; hungarian, hungarians; budapest
IN: india; indian, indians; new delhi, delhi, mumbai, kolkata, gujarat, bhopal, amritsar, assam, pulwama
ID: indonesia; indonesian, indonesians; jakarta, bali, aceh, java, sumatra, sulawesi, lombok, palu
IR: iran; iranian, iranians; tehran, isfahan, mashhad, shiraz, tabriz, bam, minab, zahedan
IQ: iraq; iraqi, iraqis; baghdad, mosul, basra, fallujah, falluja, kirkuk, tikrit, anbar, ramadi, najaf, karbala, erbil, nineveh, sinjar, haditha, samarra
IE: ireland; irish; dublin
IL: israel; israeli, israelis; jerusalem, tel aviv, haifa, beersheba, ashkelon, sderot
IT: italy; italian, italians; rome, milan, naples, lampedusa, genoa
JM: jamaica; jamaican, jamaicans; kingston
JP: japan; japanese; tokyo, osaka, hiroshima, nagasaki, fukushima, kobe
JO: ; jordanian, jordanians; amman
KZ: kazakhstan; kazakh, kazakhs; almaty, astana
KE: kenya; kenyan, kenyans; nairobi, mombasa, garissa
XK: kosovo; kosovar, kosovars; pristina
KW: kuwait; kuwaiti, kuwaitis
KG: kyrgyzstan; kyrgyz; bishkek, osh
LA: laos; laotian, laotians
LB: lebanon; lebanese; beirut, qana, tyre, sidon, bekaa, nabatieh, baalbek
LR: liberia; liberian, liberians; monrovia
LY: libya; libyan, libyans; tripoli, benghazi, misrata, sirte, derna
LT: lithuania; lithuanian, lithuanians; vilnius
MG: madagascar; malagasy
MW: malawi; malawian, malawians
MY: malaysia; malaysian, malaysians; kuala lumpur
ML: mali; malian, malians; bamako, timbuktu, mopti, gao
MR: mauritania; mauritanian, mauritanians
MX: mexico; mexican, mexicans; mexico city, ciudad juarez, tijuana, guerrero
MD: moldova; moldovan, moldovans
MN: mongolia; mongolian, mongolians
MA: morocco; moroccan, moroccans; casablanca, rabat, marrakech
MZ: mozambique; mozambican, mozambicans; maputo, cabo delgado
MM: myanmar, burma; burmese; yangon, rakhine, rangoon, naypyidaw, mandalay, sagaing
NA: namibia; namibian, namibians, herero; windhoek
NP: nepal; nepali, nepalis, nepalese; kathmandu
NL: netherlands; dutch; amsterdam, the hague, rotterdam
NZ: new zealand; new zealander, new zealanders; auckland, christchurch
NI: nicaragua; nicaraguan, nicaraguans; managua
NE: niger; nigerien, nigeriens; niamey, diffa
NG: nigeria; nigerian, nigerians; lagos, abuja, kano, maiduguri, borno, kaduna, niger delta
KP: north korea; north korean, north koreans; pyongyang
NO: norway; norwegian, norwegians; oslo, utoya
OM: ; omani, omanis; muscat
PK: pakistan; pakistani, pakistanis; islamabad, karachi, lahore, peshawar, quetta, waziristan, balochistan, punjab province, rawalpindi, bahawalpur
PS: palestine, palestinian territories, gaza, gaza strip, west bank; palestinian, palestinians, gazan, gazans; gaza city, rafah, khan younis, khan yunis, jenin, nablus, hebron, ramallah, tulkarm, jabalia, deir al-balah, nuseirat, beit lahia, beit hanoun
PA: panama; panamanian, panamanians
PG: papua new guinea; papuan
PY: paraguay; paraguayan, paraguayans
PE: peru; peruvian, peruvians; lima, ayacucho
PH: philippines; filipino, filipinos, philippine; manila, marawi, mindanao, davao, luzon
PL: poland; polish, poles; warsaw
PT: portugal; portuguese; lisbon
PR: puerto rico; puerto rican, puerto ricans; san juan
QA: qatar; qatari, qataris; doha
RO: romania; romanian, romanians; bucharest
RU: russia, soviet union; russian, russians, soviet; moscow, chechnya, grozny, beslan, st petersburg, dagestan, belgorod, kursk, krasnoyarsk, siberia
RW: rwanda; rwandan, rwandans, tutsi, tutsis, hutu, hutus; kigali
SA: saudi arabia; saudi, saudis; riyadh, mecca, jeddah
SN: senegal; senegalese; dakar
RS: serbia, yugoslavia; serbian, serbians, serb, serbs; belgrade, novi sad
SL: sierra leone; sierra leonean, sierra leoneans; freetown
SG: singapore; singaporean, singaporeans
SK: slovakia; slovak, slovaks; bratislava
SI: slovenia; slovene, slovenes; ljubljana
SO: somalia; somali, somalis; mogadishu, kismayo, baidoa, puntland, somaliland
ZA: south africa; south african, south africans; johannesburg, cape town, soweto, marikana, durban
KR: south korea; south korean, south koreans; seoul, itaewon, gwangju
SS: south sudan; south sudanese; juba, bor, malakal, bentiu
ES: spain; spanish, spaniard, spaniards; madrid, barcelona
LK: sri lanka; sri lankan, sri lankans, tamil, tamils; colombo, trincomalee, jaffna
SD: sudan; sudanese; khartoum, darfur, omdurman, el fasher, el-fasher, geneina, nyala, kordofan, port sudan
SE: sweden; swedish, swedes; stockholm
CH: switzerland; swiss; geneva, zurich
SY: syria; syrian, syrians; damascus, aleppo, homs, hama, idlib, raqqa, daraa, palmyra, latakia, deir ez-zor, deir al-zour, ghouta, kobani, douma, afrin, houla
TW: taiwan; taiwanese; taipei
TJ: tajikistan; tajik, tajiks; dushanbe
TZ: tanzania; tanzanian, tanzanians; dar es salaam
TH: thailand; thai, thais; bangkok, phuket
TL: east timor, timor-leste; timorese; dili
TG: togo; togolese
TN: tunisia; tunisian, tunisians; tunis, sousse
TR: turkey, turkiye; turkish, turk, turks; ankara, istanbul, diyarbakir, hatay, izmir, gaziantep, marmara
TM: turkmenistan; turkmen
UG: uganda; ugandan, ugandans; kampala
UA: ukraine; ukrainian, ukrainians; kyiv, kiev, kharkiv, mariupol, donetsk, luhansk, kherson, odesa, odessa, lviv, zaporizhzhia, dnipro, bucha, crimea, kramatorsk, donbas, bakhmut
AE: united arab emirates, UAE; emirati, emiratis; dubai, abu dhabi
GB: united kingdom, UK, U.K., britain, england, scotland, wales, northern ireland; british, britons, briton, scottish; london, manchester, belfast, birmingham, lockerbie, glasgow, hillsborough, omagh
US: united states, USA, US, U.S., america; american, americans; new york, washington, los angeles, chicago, boston, houston, new orleans, california, texas, florida, alabama, louisiana, mississippi, ohio, oklahoma, virginia, tennessee, colorado, las vegas, orlando, new jersey, connecticut, michigan, oregon, kentucky, nebraska, hawaii, alaska, pennsylvania, illinois, minnesota, arizona, north carolina, south carolina, san francisco, philadelphia, detroit, seattle, nashville, oklahoma city, newtown, uvalde, parkland, guantanamo
UY: uruguay; uruguayan, uruguayans; montevideo
UZ: uzbekistan; uzbek, uzbeks; tashkent, andijan
VE: venezuela; venezuelan, venezuelans; caracas
VN: vietnam; vietnamese; hanoi, saigon, hue, da nang
YE: yemen; yemeni, yemenis; sanaa, sana'a, san'a, aden, saada, sa'ada, taiz, hodeidah, hodeida, marib, hadramout
ZM: zambia; zambian, zambians; lusaka
ZW: zimbabwe; zimbabwean, zimbabweans; harare
`;

/** `country` a state by name, `people` a word for its people or things of it, `city` a place inside it. */
export type PlaceKind = 'country' | 'people' | 'city';
export type Place = { name: string; country: string; kind: PlaceKind };

/** Every entry of the table, one row per name. */
export function allPlaces(): Place[] {
  const kinds = ['country', 'people', 'city'] as const;
  return TABLE.trim()
    .split('\n')
    .flatMap((row) => {
      const [country = '', rest = ''] = row.split(/:\s*/);
      return rest.split(';').flatMap((names, i) =>
        names
          .split(',')
          .map((n) => n.trim())
          .filter((n) => n !== '')
          .map((name) => ({ name: capitalised(name), country, kind: kinds[i] ?? 'city' })),
      );
    });
}

/** As it is written on a page: a name in lower case is another word ("turkey", "nice"). */
const capitalised = (name: string): string => name.replace(/(^|[ -])([a-z])/g, (_, gap: string, letter: string) => gap + letter.toUpperCase());
