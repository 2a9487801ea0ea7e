import type { LanguageWords } from '../../check-language.js';

/** How English tells where a shelter is. */
export const ENGLISH_PLACES: LanguageWords = {
  refuge: `shelter, shelters, refuge, refuges, safe house*, safehouse*, safe-house*, women's house, women's home, crisis centre*, crisis center*,
    crisis accommodation, crisis unit, emergency accommodation, emergency housing, emergency beds, mother and baby*, mother-and-baby*, mother
    and child*, halfway house*, half-way house*, transit house*, transit home*, reception centre*, reception center*, hiding place, hideaway,
    hideout, second-stage, supported accommodation, supported lodging*, place of safety, night shelter, safe accommodation, safe haven,
    sanctuary, residential centre, residential center, residential unit, sleep-in centre, drop-in with beds, house of refuge, girls' home,
    children's refuge, emergency shelter*, crisis shelter*, coach house for, move-on flat*`,
  dwelling: `house, houses, home, homes, flat, flats, apartment*, accommodation, housing, villa, villas, hostel*, lodging*, bungalow*, cottage*,
    residence*, building*, dormitory, dormitories, quarters, premises, bedsit*, maisonette, townhouse, farmhouse, place, address, addresses`,
  hiding: `safe, secret, protected, protective, anonymous, undisclosed, confidential, hidden, transitional, transition, emergency, crisis, secure,
    move-on, step-down, recovery, sheltered, supported, witness`,
  guests: `survivor*, victim*, trafficked, women, girls, mothers, rescued, exploited, beneficiaries, clients, residents, abused, battered, escaped,
    minors`,
  forGuests: `for, of, where, in which, that houses, housing, with`,
  beside: `behind, next to, next door to, opposite, across from, across the road from, above, facing, adjacent to, over the, beneath, below, round the
    corner from, around the corner from, alongside, at the back of, to the rear of, on top of, overlooking, near, near to, close to, beside,
    past, not far from, a stone's throw from, a short walk from, walk from, minutes from, minute from, metres from, meters from, yards from,
    steps from, doors from, backs onto, backing onto, foot from, away from, walking from, drive from, overlooks, borders, looks onto, looks out
    on, faces, blocks from, streets from, backing on to, in the same building as, in the same house as, same building as`,
  landmark: `church, chapel, cathedral, mosque, synagogue, monastery, convent, school, kindergarten, nursery, pharmacy, chemist*, hospital, clinic,
    bakery, baker, bakers, butcher*, supermarket, market, mall, bank, post office, swimming pool, pool, baths, stadium, sports hall, gym, park,
    playground, cemetery, graveyard, fire station, petrol station, filling station, police station, station, bus station, railway*, tracks,
    bridge, river, lake, canal, wood, woods, forest, mill, factory, brewery, museum, library, theatre, cinema, town hall, pub, restaurant, café,
    cafe, hairdresser*, laundry, launderette, car park, tower, monument, statue, castle, fountain, roundabout, motorway, harbour, rectory,
    vicarage, parsonage, presbytery, farm, barracks, inn, manor, hotel, office, surgery, takeaway, kebab shop, barber*, florist*, shop, bus
    stop, tram stop, garage, dairy, warehouse, depot, orphanage, sawmill, quarry, shipyard, priory, abbey, allotments, golf course, water tower,
    lighthouse, football ground, tube station, vineyard, level crossing, toy shop, bookshop, bookmaker*, theater, farmhouse, barn, shopping
    centre, shopping center, shopping mall, community centre, sports centre, leisure centre, health centre, medical centre, arts centre, garden
    centre, retail park, industrial estate, dentist, optician, vet, jeweller, confectioner*, pastry shop, sweet shop, fish and chip*, chip shop,
    charity shop, off-licence, newsagent*, grocer*, greengrocer*, fishmonger*, tailor, dry cleaner*, nail bar, nail salon, tattoo parlour,
    betting shop, casino, nightclub, courthouse, prison, job centre, tax office, university, college campus, campsite, ferry, pier, reservoir,
    dam, hill, orchard, windmill, power station, recycling centre, landfill, crematorium, scout hut, gurdwara, temple, almshouse*, stables,
    gasworks, brickworks, tannery, mine, villa, council house, council offices, funeral parlour, undertaker*, kebab, noodle bar, ice cream
    parlour, creamery, cinema complex, ice rink, bowling alley, churchyard, harbor, winery, telephone exchange, canal lock, lock, cowshed`,
  stop: `tube, metro, underground, station, bus stop, tram stop, tram, bus, stop, railway station, train station`,
  spot: `last stop, final stop, end of the line, tram terminus, bus terminus, edge of the wood*, edge of the forest, edge of the village, edge of
    town, end of the lane, end of the village, top of the hill, on the seafront, on the riverbank, by the river, by the lake, by the canal, by
    the station, by the church, railway line, next to the station, last house, first house, third door, second door, last door, next house but
    one, last building, first building, in the rectory, in the convent, in the monastery, in the vicarage`,
  district: `district, quarter, neighbourhood, neighborhood, suburb, estate, housing estate, ward, borough`,
  village: `village, hamlet`,
  corner: `corner of, at the corner, on the corner, junction of, crossroads of`,
  former: `former, disused, old, ex, converted, refurbished, renovated`,
  door: `doorbell, bell marked, bell reads, buzzer, intercom, ring at, ring the bell, letterbox, entrance code`,
  floor: `floor, storey, staircase, stairwell, flat number, block, basement, back entrance, courtyard, back yard`,
  colour: `yellow, red, blue, green, white, pink, grey, orange, brown, red-brick, brick`,
  way: `on foot, minutes, minute, metres, meters, yards, turn left, turn right, get off, take the, left-hand, right-hand, second gate, third gate,
    gate`,
  gathering: `conference*, demonstrat*, demonstration*, rally, rallies, march, vigil, protest*, debate*, training*, seminar*, workshop*, lecture*,
    concert*, exhibition*, screening*, press conference, takes place, took place, is held, was held, will be held, charity shop, bake sale,
    bazaar, flea market, market stall, info stand, collection point, fundraiser, fun run, gala, symposium, congress, panel, meeting, petition,
    signatures, we meet`,
  about: `on, about, regarding, entitled, titled`,
  contact: `press office, press contact, press officer, media contact, media office, contact for media, secretariat, ministry, embassy, spokesperson*,
    spokeswoman, spokesman, head office, office hours, registered office`,
  office: `office, offices, bureau, secretariat, advice centre, counselling centre, helpline, hotel, café, cafe, shop, police station, court,
    university, theatre`,
  general: `many, often, usually, typically, should, more, better, enough, every, ideally, ought, most of the, few, fewer, number of, percent, cent,
    most shelters, most refuges, most safe houses`,
  between: `between`,
  rightBeside: `just behind, right behind, directly behind, just opposite, directly opposite, right opposite, right next to, directly above, right above,
    just above, just across from, across the street from, across the road from, next door to, just past, round the corner from, around the
    corner from, diagonally opposite`,
  lives: `live, lives, living, sleep, sleeps, stay, stays, are housed, is housed, accommodated, hide, hides, were moved, moved into`,
  until: `before, until, by the time, now in`,
  neighbours: `neighbour*, neighbor*`,
  lacking: `there is no, there are no, lack of`,
  inFront: `in front of`,
};
