"""Sentences of our own, each with the journeys that a careful reader finds in it.

A journey is (traveller, origin, destination, via, mode, status, when); ``when`` gives the words of
the departure, then of the arrival, joined by " > " where there is an arrival.
"""

from __future__ import annotations

Expected = tuple[str, str, str, str, str, str, str]

JOURNEYS: dict[str, tuple[Expected, ...]] = {
    # Told as fact.
    "Maria Lopez flew from [[Lima]] to [[Paris]] on Monday.": (
        ("Maria Lopez", "Lima", "Paris", "", "air", "happened", "on Monday"),
    ),
    # A day belongs to the stop before it, and to who said so.
    "The pianist's week was [[Lima]] on Monday and [[Paris]] on Tuesday.": (
        ("pianist", "Lima", "Paris", "", "unknown", "happened", " > on Tuesday"),
    ),
    "The crew was put on the ferry to [[Malta]], the firm said on Thursday.": (
        ("crew", "", "Malta", "", "sea", "reported", ""),
    ),
    "The president visited [[Kyiv]] last week.": (
        ("president", "", "Kyiv", "", "unknown", "happened", " > last week"),
    ),
    "Thousands of families fled [[Khartoum]] for [[Port-Sudan]].": (
        ("Thousands of families", "Khartoum", "Port-Sudan", "", "unknown", "happened", ""),
    ),
    "A convoy of 40 trucks drove from [[Cairo]] to [[Khartoum]] in March.": (
        ("convoy of 40 trucks", "Cairo", "Khartoum", "", "road", "happened", "in March"),
    ),
    "On Tuesday, the foreign minister of [[Poland]] arrived in [[Kyiv]] by train.": (
        ("foreign minister of Poland", "", "Kyiv", "", "rail", "happened", " > On Tuesday"),
    ),
    "The plane landed at [[Nairobi]] after a flight from [[Cairo]].": (
        ("plane", "Cairo", "Nairobi", "", "air", "happened", ""),
    ),
    "Li Wei, the Chinese trade minister, travelled to [[Berlin]] via [[Istanbul]] yesterday.": (
        ("Li Wei", "", "Berlin", "Istanbul", "unknown", "happened", "yesterday"),
    ),
    "She returned to [[Seoul]] from [[Beijing]] in 2021.": (
        ("She", "Beijing", "Seoul", "", "unknown", "happened", " > in 2021"),
    ),
    "The ship sailed from [[Odesa]] through [[Istanbul]] to [[Malta]].": (
        ("ship", "Odesa", "Malta", "Istanbul", "sea", "happened", ""),
    ),
    "Twelve pilgrims walked from [[Paris]] to [[Calais]] by way of [[London]].": (
        ("Twelve pilgrims", "Paris", "Calais", "London", "foot", "happened", ""),
    ),
    "[[Mexico]] deported 90 people to [[Haiti]] on Friday.": (
        ("90 people", "Mexico", "Haiti", "", "unknown", "happened", "on Friday"),
    ),
    "The two men were deported from [[Turkey]] to [[Syria]].": (
        ("two men", "Turkey", "Syria", "", "unknown", "happened", ""),
    ),
    "Soldiers crossed into [[Ukraine]] from [[Russia]].": (
        ("Soldiers", "Russia", "Ukraine", "", "unknown", "happened", ""),
    ),
    "Protesters marched from [[Kharkiv]] to [[Kyiv]].": (
        ("Protesters", "Kharkiv", "Kyiv", "", "foot", "happened", ""),
    ),
    "An army helicopter took the wounded climber to a hospital in [[Lima]].": (
        ("wounded climber", "", "Lima", "", "air", "happened", ""),
    ),
    "Hundreds of [[~Syrians|Syria]] reached [[Germany]] on foot.": (
        ("Hundreds of Syrians", "", "Germany", "", "foot", "happened", ""),
    ),
    "During a visit to [[Beijing]] in May, Anna Novak met students.": (
        ("Anna Novak", "", "Beijing", "", "unknown", "happened", " > in May"),
    ),
    "Anna Novak’s journey from [[Warsaw]] to [[Kyiv]] took 17 hours.": (
        ("Anna Novak", "Warsaw", "Kyiv", "", "unknown", "happened", ""),
    ),
    "A ferry between [[Dover]] and [[Calais]] ran aground.": (
        ("ferry", "Dover", "Calais", "", "sea", "under way", ""),
    ),
    "The envoy flew to [[*Moscow]] on Sunday night.": (
        ("envoy", "", "Moscow", "", "air", "happened", "on Sunday night"),
    ),
    "Ivan Petrov visited wounded soldiers at a clinic in [[Kharkiv]].": (
        ("Ivan Petrov", "", "Kharkiv", "", "unknown", "happened", ""),
    ),
    # Chains.
    "The delegation flew from [[Seoul]] to [[Beijing]] and on to [[Moscow]].": (
        ("delegation", "Seoul", "Beijing", "", "air", "happened", ""),
        ("delegation", "Beijing", "Moscow", "", "air", "happened", ""),
    ),
    # Under way.
    "The tanker is en route to [[Ulsan]] from [[Vladivostok]].": (
        ("tanker", "Vladivostok", "Ulsan", "", "sea", "under way", ""),
    ),
    "A train bound for [[Warsaw]] left [[Kyiv]] at dawn.": (
        ("train", "Kyiv", "Warsaw", "", "rail", "under way", "at dawn"),
    ),
    "Mr Okello is on his way to [[Juba]].": (
        ("Mr Okello", "", "Juba", "", "unknown", "under way", ""),
    ),
    "Five buses headed for [[Mombasa]] on Saturday.": (
        ("Five buses", "", "Mombasa", "", "road", "under way", "on Saturday"),
    ),
    # Planned.
    "The pope is to travel to [[Nairobi]] next month.": (
        ("pope", "", "Nairobi", "", "unknown", "planned", "next month"),
    ),
    "The prime minister will fly to [[Berlin]] tomorrow.": (
        ("prime minister", "", "Berlin", "", "air", "planned", "tomorrow"),
    ),
    "The freighter is due in [[Callao]] on Friday.": (
        ("freighter", "", "Callao", "", "sea", "planned", " > on Friday"),
    ),
    "Mr Dubois plans to visit [[China]] in June.": (
        ("Mr Dubois", "", "China", "", "unknown", "planned", " > in June"),
    ),
    "Ministers are preparing for the president’s trip to [[Tehran]] next week.": (
        ("president", "", "Tehran", "", "unknown", "planned", "next week"),
    ),
    # Reported.
    "Maria Lopez flew to [[Cairo]] on Monday, officials said.": (
        ("Maria Lopez", "", "Cairo", "", "air", "reported", "on Monday"),
    ),
    "Local media reported that the general had left [[Khartoum]] for [[Juba]].": (
        ("general", "Khartoum", "Juba", "", "unknown", "reported", ""),
    ),
    "According to police, the gang fled to [[Istanbul]].": (
        ("gang", "", "Istanbul", "", "unknown", "reported", ""),
    ),
    # Denied.
    "Mr Dubois denied travelling to [[Tehran]] in 2018.": (
        ("Mr Dubois", "", "Tehran", "", "unknown", "denied", "in 2018"),
    ),
    "The chancellor will not visit [[Warsaw]] this week.": (
        ("chancellor", "", "Warsaw", "", "unknown", "denied", " > this week"),
    ),
    "The minister did not go to [[Paris]].": (
        ("minister", "", "Paris", "", "unknown", "denied", ""),
    ),
    "The queen cancelled her trip to [[Nairobi]].": (
        ("queen", "", "Nairobi", "", "unknown", "cancelled", ""),
    ),
    # Hypothetical.
    "The fleet could sail to [[Malta]] if talks fail.": (
        ("fleet", "", "Malta", "", "sea", "hypothetical", ""),
    ),
    "If the general flies to [[Cairo]], the talks may resume.": (
        ("general", "", "Cairo", "", "air", "hypothetical", ""),
    ),
    "[[*Ecuador]] said that it might send helicopters from [[Guayaquil]].": (
        ("helicopters", "Guayaquil", "", "", "air", "hypothetical", ""),
    ),
    # Commas, "and", and what belongs to another verb.
    "Ana Silva toured [[France]] and [[Germany]] and opens a school in June.": (
        ("Ana Silva", "", "France", "", "unknown", "happened", ""),
        ("Ana Silva", "", "Germany", "", "unknown", "happened", ""),
    ),
    "Ana Silva thanked her crew and flew to [[Cairo]].": (
        ("Ana Silva", "", "Cairo", "", "air", "happened", ""),
    ),
    "The nurses flew from [[Lima]], and not from [[Paris]], to [[Cairo]].": (
        ("nurses", "Lima", "Cairo", "", "air", "happened", ""),
    ),
    "A two-day visit to [[Cairo]] by Ana Silva ends on Friday.": (
        ("Ana Silva", "", "Cairo", "", "unknown", "happened", " > on Friday"),
    ),
    "There could be a visit to [[Cairo]] by the pope.": (
        ("pope", "", "Cairo", "", "unknown", "hypothetical", ""),
    ),
    "The pope’s visit to [[Cairo]] is planned for May.": (
        ("pope", "", "Cairo", "", "unknown", "planned", ""),
    ),
    "The pope’s visit to [[Cairo]] might be put off.": (
        ("pope", "", "Cairo", "", "unknown", "hypothetical", ""),
    ),
    "The general managed to reach [[Juba]].": (
        ("general", "", "Juba", "", "unknown", "happened", ""),
    ),
    "The president was invited to visit [[Paris]].": (
        ("president", "", "Paris", "", "unknown", "hypothetical", ""),
    ),
    "The president left [[Paris]] without visiting [[Calais]].": (
        ("president", "Paris", "", "", "unknown", "under way", ""),
        ("president", "", "Calais", "", "unknown", "denied", ""),
    ),
    "The president flies to [[Paris]] tomorrow.": (
        ("president", "", "Paris", "", "air", "planned", "tomorrow"),
    ),
    "Ana Silva reportedly flew to [[Cairo]].": (
        ("Ana Silva", "", "Cairo", "", "air", "reported", ""),
    ),
    # As news is written: appositions, headlines, fronted clauses, who carries whom.
    "Ed Laurent, who arrived in [[Kyiv]] on Friday, is to travel on to [[Warsaw]] on Sunday.": (
        ("Ed Laurent", "", "Kyiv", "", "unknown", "happened", " > on Friday"),
        ("Ed Laurent", "Kyiv", "Warsaw", "", "unknown", "planned", "on Sunday"),
    ),
    "The grain ship Nadia, carrying wheat, left [[Odesa]] for [[Istanbul]] early on Tuesday.": (
        ("grain ship Nadia", "Odesa", "Istanbul", "", "sea", "under way", "early on Tuesday"),
    ),
    "A plane carrying 40 aid workers from [[Paris]] landed in [[Khartoum]].": (
        ("40 aid workers", "Paris", "Khartoum", "", "air", "happened", ""),
    ),
    "The chancellor, Ulla Brandt, boarded a night train to [[Kyiv]] in [[Warsaw]] on Monday.": (
        ("Ulla Brandt", "Warsaw", "Kyiv", "", "rail", "under way", "on Monday"),
    ),
    "“I flew home to [[Nairobi]] last month,” said Grace Otieno.": (
        ("Grace Otieno", "", "Nairobi", "", "air", "reported", "last month"),
    ),
    "After visiting [[Cairo]], the envoy will go on to [[Tehran]].": (
        ("envoy", "", "Cairo", "", "unknown", "happened", ""),
        ("envoy", "Cairo", "Tehran", "", "unknown", "planned", ""),
    ),
    "The ferry from [[Dover]] to [[Calais]] was delayed.": (
        ("ferry", "Dover", "Calais", "", "sea", "under way", ""),
    ),
    "Mr Petrov fled [[Russia]] for [[Berlin]] in 2022 after his arrest.": (
        ("Mr Petrov", "Russia", "Berlin", "", "unknown", "happened", "in 2022"),
    ),
    "The minister’s visit to [[Beijing]] was called off.": (
        ("minister", "", "Beijing", "", "unknown", "cancelled", ""),
    ),
    "Two lorries loaded with flour reached [[Khartoum]] on Thursday.": (
        ("Two lorries", "", "Khartoum", "", "road", "happened", " > on Thursday"),
    ),
    "The president has never been to [[Ukraine]].": (
        ("president", "", "Ukraine", "", "unknown", "denied", ""),
    ),
    "She is expected in [[Paris]] on 3 June.": (
        ("She", "", "Paris", "", "unknown", "planned", " > on 3 June"),
    ),
    "The warship passed through [[Istanbul]] on its way from [[Odesa]] to [[Malta]].": (
        ("warship", "Odesa", "Malta", "Istanbul", "sea", "under way", ""),
    ),
    "Rescue teams have been sent from [[Lima]] to [[Piura]].": (
        ("Rescue teams", "Lima", "Piura", "", "unknown", "happened", ""),
    ),
    "The couple drove down from [[Kyiv]] to [[Odesa]] for the weekend.": (
        ("couple", "Kyiv", "Odesa", "", "road", "happened", ""),
    ),
    "Refugees are pouring into [[Poland]] from [[Ukraine]].": (
        ("Refugees", "Ukraine", "Poland", "", "unknown", "under way", ""),
    ),
    "General Tariq Aziz denied that he had fled to [[Istanbul]].": (
        ("General Tariq Aziz", "", "Istanbul", "", "unknown", "denied", ""),
    ),
    "The airline’s first flight from [[London]] to [[Nairobi]] took off on Sunday.": (
        ("airline’s first flight", "London", "Nairobi", "", "air", "happened", "on Sunday"),
    ),
    "Hikers walked 300 km from [[Calais]] to [[Paris]].": (
        ("Hikers", "Calais", "Paris", "", "foot", "happened", ""),
    ),
    "The opposition leader was flown from [[Moscow]] to [[Berlin]] for treatment.": (
        ("opposition leader", "Moscow", "Berlin", "", "air", "happened", ""),
    ),
    "The 900-mile drive from [[Juba]] to [[Mombasa]] took the doctors three days.": (
        ("", "Juba", "Mombasa", "", "road", "happened", ""),
    ),
    "The fleet is steaming towards [[Malta]].": (
        ("fleet", "", "Malta", "", "sea", "under way", ""),
    ),
    "Putin arrives in [[Beijing]] for talks": (
        ("Putin", "", "Beijing", "", "unknown", "happened", ""),
    ),
    "Pope to visit [[Juba]] in February": (
        ("Pope", "", "Juba", "", "unknown", "planned", " > in February"),
    ),
    "UN Team Heads To [[Khartoum]] As Fighting Eases": (
        ("UN Team", "", "Khartoum", "", "unknown", "under way", ""),
    ),
    "Migrants crossed from [[Calais]] to [[Dover]] in a rubber dinghy.": (
        ("Migrants", "Calais", "Dover", "", "sea", "happened", ""),
    ),
    "The ship called at [[Arica]] and [[Antofagasta]] before it reached [[Valparaíso]].": (
        ("ship", "", "Valparaíso", "Arica, Antofagasta", "sea", "happened", ""),
    ),
    "Anna Novak took the bus from [[Warsaw]] to [[Berlin]].": (
        ("Anna Novak", "Warsaw", "Berlin", "", "road", "happened", ""),
    ),
    "Mr Okello’s plane was diverted to [[Nairobi]].": (
        ("Mr Okello’s plane", "", "Nairobi", "", "air", "diverted", ""),
    ),
    "Troops have withdrawn from [[Kharkiv]].": (
        ("Troops", "Kharkiv", "", "", "unknown", "happened", ""),
    ),
    "He would have travelled to [[Cairo]] on Monday.": (
        ("He", "", "Cairo", "", "unknown", "hypothetical", "on Monday"),
    ),
    "It is not clear whether the tanker sailed to [[Syria]].": (
        ("tanker", "", "Syria", "", "sea", "hypothetical", ""),
    ),
    "From [[Moscow]] he flew to [[Beijing]].": (
        ("he", "Moscow", "Beijing", "", "air", "happened", ""),
    ),
}

# No journey of a traveller between places is told in any of these.
FALSE_FRIENDS = (
    "[[*Russia]] moved to block the resolution in [[Paris]].",
    "Prices in [[Lima]] rose from 5 to 10 soles.",
    "The talks in [[Cairo]] led to a truce in [[Khartoum]].",
    "The deal left the door open to [[*China]].",
    "The war left [[Ukraine]] short of shells.",
    "[[*Russia]] turned to [[*China]] for help.",
    "The story travelled to [[Berlin]] within hours.",
    "Most of the workers come from [[Haiti]].",
    "The office in [[Nairobi]] is open from Monday to Friday.",
    "Readers in [[Warsaw]] can visit a website.",
    "She left her job in [[London]].",
    "All flights at [[Istanbul]] were cancelled.",
    "The trip was a success, the mayor of [[Calais]] said.",
    "The virus spread from [[China]] to [[France]].",
    "Millions of dollars went to [[Syria]].",
    "Gas flows from [[Russia]] to [[Germany]].",
    "The flag flew over [[Kyiv]] again.",
    "[[*Moscow]] sent a letter to [[*Seoul]].",
    "The ambassador to [[France]] gave a speech.",
    "He heads a bank in [[Paris]].",
    "The prize went to a writer from [[Poland]].",
    "[[Vladivostok]] lies 80 miles from [[the border|border]].",
    "The road from [[Cairo]] to [[Khartoum]] is closed.",
    "The minister visited [[~Russian|Russia]] troops.",
    "The storm moved from [[Haiti]] to [[Mexico]].",
    "The crew of the ship came from [[Ecuador]].",
    "The [[~French|France]] team beat [[*Germany]] on Sunday.",
    "The pipeline runs from [[Russia]] to [[Turkey]].",
    "[[*Germany]] will send 50 tanks’ worth of money to [[*Ukraine]].",
    "The firm is going to open shops in [[Paris]].",
    "The minister visited [[Kyiv]]’s mayor.",
    "Police visited [[Moscow]] officials.",
    "The tanker seized off [[Malta]] was heading for trouble.",
    "Reach the newsroom in [[London]] by telephone.",
    "Exports to [[China]] travelled by rail from [[Germany]].",
    "The minister left open whether [[Poland]] would join.",
    "The strike left [[Paris]] without trains.",
    "The firm moved its headquarters from [[London]] to [[Paris]].",
    "Power went off in [[Kyiv]].",
    "He returned to power in [[Chile]].",
    "The region went to [[Poland]] after the war.",
    "The book takes readers from [[Cairo]] to [[Nairobi]].",
    "The team went through to the final in [[London]].",
    "[[*Moscow]] said it would go to any length.",
    "The letter reached [[Seoul]] on Monday.",
    "The dispute went to court in [[London]].",
    "The bank cut its forecast for [[Germany]].",
    "A visit to the dentist in [[Lima]] costs 50 soles.",
    "The mayor of [[Calais]] met the mayor of [[Dover]].",
    "He drove up prices in [[Turkey]].",
    "The minister came under fire in [[Berlin]].",
    "Talks between [[*Russia]] and [[*Ukraine]] stalled.",
    "[[*Turkey]] enters talks with [[*Syria]].",
    "The bill goes to the senate in [[Santiago]].",
    "The film opens in [[Paris]] and moves to [[London]].",
    "Police are looking into the death in [[Malta]].",
)
