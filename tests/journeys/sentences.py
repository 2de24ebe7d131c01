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
        ("90 people", "", "Haiti", "", "unknown", "happened", "on Friday"),
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
        ("", "", "Beijing", "", "unknown", "happened", " > in May"),
    ),
    "Anna Novak’s journey from [[Warsaw]] to [[Kyiv]] took 17 hours.": (
        ("Anna Novak", "Warsaw", "Kyiv", "", "unknown", "happened", ""),
    ),
    "A ferry between [[Dover]] and [[Calais]] ran aground.": (
        ("ferry", "Dover", "Calais", "", "sea", "happened", ""),
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
        ("queen", "", "Nairobi", "", "unknown", "denied", ""),
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
    "Reach the newsroom in [[London]] by telephone.",
)
