"""Writes stories, teasers, comments and notices of our own by lot: what pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_OFTEN = 4  # times in ten
_PLACES = (
    "Bergen",
    "Split",
    "Izmir",
    "Ushuaia",
    "Mombasa",
    "Galway",
    "Hobart",
    "Kochi",
    "Valdivia",
    "Tromsø",
    "Odesa",
    "Tallinn",
    "Cebu",
    "Dakar",
    "Halifax",
    "Gdańsk",
    "Palermo",
    "Nagasaki",
)
_NAMES = (
    "Ana Horvat",
    "Tom Okafor",
    "Lena Lindqvist",
    "Rui Teixeira",
    "Mei Tanaka",
    "Omar Haddad",
    "Priya Nair",
    "Jack Doyle",
    "Ingrid Solberg",
    "Pablo Rojas",
    "Nadia Petrenko",
    "Sam Webb",
)
_ROLES = (
    "the harbour master",
    "a spokeswoman for the ministry",
    "the mayor",
    "a fisherman",
    "the head of the port union",
    "a schoolteacher",
    "the company's chief engineer",
)
_THINGS = (
    "ferry",
    "bridge",
    "tunnel",
    "dam",
    "railway",
    "lighthouse",
    "pipeline",
    "market",
    "school",
)
_EVENTS = ("the storm", "the strike", "the flood", "the election", "the fire", "the festival")
_VERBS = ("closed", "reopened", "inspected", "repaired", "sold", "rebuilt", "surveyed", "abandoned")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TAILS = (
    "after months of talks that led nowhere",
    "although nobody had asked for it",
    "which will cost the city more than it earns in a year",
    "and hundreds of people came to watch",
    "while the council was still waiting for a report",
    "because the ground under it had begun to move",
    "as the price of diesel rose again",
    "before the first snow made the road impassable",
)
_SAID = (
    "We were told nothing until the water stood in the kitchen",
    "It is not the money, it is the waiting",
    "My father built that wall with his own hands",
    "There is no plan, and there never was one",
    "If it happens again we shall have to leave",
)


def sentence(lot: Random) -> str:
    """Write a sentence as news has it."""
    place, other = lot.sample(_PLACES, 2)
    name, role, day = lot.choice(_NAMES), lot.choice(_ROLES), lot.choice(_DAYS)
    thing, verb, tail = lot.choice(_THINGS), lot.choice(_VERBS), lot.choice(_TAILS)
    event, number = lot.choice(_EVENTS), lot.randint(2, 900)
    patterns = (
        f"The {thing} in {place} was {verb} on {day}, {tail}.",
        f"“{lot.choice(_SAID)},” said {name}, {role}.",
        f"About {number} people in {place} have signed a letter against it, {role} said.",
        f"{name}, who moved here from {other} in {1960 + number % 60}, remembers {event} well.",
        f"In {other}, {number} kilometres away, a {thing} like this one was {verb} long ago.",
        f"“{lot.choice(_SAID)}.”",
        f"The council of {place} meets again on {day}, {tail}, and will hear {role}.",
        f"Nobody was hurt in {event}, but {number} houses lost their roofs.",
        f"Engineers from {other} have {verb} the {thing} twice since {event}, {tail}.",
        f"It was, {name} said, “{lot.choice(_SAID).lower()}”.",
        f"What comes next is for {place} to decide.",
        f"Not everybody agrees: {role} called the plan for the {thing} “a gift to {other}”.",
    )
    return lot.choice(patterns)


def paragraph(lot: Random, most: int = 4) -> str:
    """Write a paragraph of one sentence and more."""
    return " ".join(sentence(lot) for _ in range(lot.randint(1, most)))


def headline(lot: Random) -> str:
    """Write a headline, with or without a verb."""
    place, thing, event = lot.choice(_PLACES), lot.choice(_THINGS), lot.choice(_EVENTS)
    patterns = (
        f"{place} {thing} {lot.choice(_VERBS)} after {event[4:]}",
        f"How {event} changed the {thing} of {place}",
        f"Five things to know about {place}’s new {thing}",
        f"{lot.choice(_NAMES)}: ‘{lot.choice(_SAID)}’",
        f"Why {place} still waits for its {thing}",
        f"{event[4:].capitalize()} in {place}: what we know",
    )
    return lot.choice(patterns)


def name(lot: Random) -> str:
    """Name somebody."""
    return lot.choice(_NAMES)


def day(lot: Random) -> str:
    """Write a day as pages do."""
    number, month = lot.randint(1, 28), lot.choice(("January", "March", "Jun", "Sept.", "October"))
    return lot.choice((f"{number} {month} 2025", f"{month} {number}, 2025", f"{number} hours ago"))


def teaser(lot: Random) -> list[str]:
    """Write what stands for another story: a headline, mostly a line or two, perhaps a day."""
    lines = [headline(lot)]
    if lot.randint(1, 10) <= _OFTEN:
        lines.append(sentence(lot))
    if lot.randint(1, 10) <= _OFTEN:
        lines.append(day(lot))
    return lines


def comment(lot: Random) -> list[str]:
    """Write a reader's comment with what stands round it."""
    nick = lot.choice(("seagull72", "Old Tom", "M. Rossi", "anon_4471", "harbourwatcher", "Kate B"))
    opinion = (
        "Finally somebody says it! Been living there for years and it's a mess.",
        "Not true at all, my cousin works there and he says the opposite.",
        "lol what a surprise",
        "Why does this paper always write the same thing? I will cancel my subscription.",
        "Great article, thank you for sharing this with us. Looking forward to more.",
        "I don't think so. They had every chance to fix it and did nothing, as usual.",
    )
    text = lot.choice(opinion)
    if lot.randint(1, 10) <= _OFTEN:
        text = f"{text} {sentence(lot)}"
    return [nick, day(lot), text, lot.choice(("Reply", "Like · Reply", "Report", "Share"))]


_NOTICES = (
    (
        "We use cookies to make this site work and to see how it is used. By going on you agree to "
        "our policy."
    ),
    (
        "We and our 214 partners store and read information on your device, such as unique "
        "identifiers in cookies, to process personal data. You may accept or manage your choices."
    ),
    "Get the day’s top stories in your inbox every morning. You can leave the list at any time.",
    "This site is protected by reCAPTCHA and the Privacy Policy and Terms of Service apply.",
    "You have read 3 of your 5 free articles this month. Subscribe for full access from €1 a week.",
    "Your browser is out of date, and some parts of this page may not work as they should.",
    "Already a subscriber? Log in to go on reading.",
    "Support independent reporting from the coast. Your gift helps us to stay free for everyone.",
    "Please enter a valid e-mail address. Thank you for signing up!",
)


def notice(lot: Random) -> str:
    """Take what sites say of themselves in whole sentences."""
    return lot.choice(_NOTICES)


_MENU = [
    "Home",
    "News",
    "World",
    "Politics",
    "Business",
    "Sport",
    "Opinion",
    "Culture",
    "Travel",
    "Weather",
    "Video",
    "Podcasts",
    "Jobs",
    "Obituaries",
    "Puzzles",
    "Newsletters",
    "Subscribe",
    "Login",
    "Search",
    "Menu",
    "About",
    "Contact",
    "Help",
]


def menu(lot: Random, most: int = 16) -> list[str]:
    """Take the words of a menu."""
    return lot.sample(_MENU, lot.randint(4, most))


def footer(lot: Random) -> list[str]:
    """Take what stands at the foot of a page."""
    lines = [
        "© 2025 The Coast Daily. All rights reserved.",
        "No part of this site may be reproduced without the written permission of the publisher.",
        "Terms of Use",
        "Privacy Policy",
        "Do not sell my personal information",
        "The Coast Daily is a member of the Harbour Press Group, registered in Galway, no. 448201.",
        "Back to top",
        "Follow us",
        "Facebook",
        "Instagram",
        "RSS",
        "Advertise with us",
    ]
    return lot.sample(lines, lot.randint(4, len(lines)))


def biography(lot: Random, writer: str) -> str:
    """Write who the writer is."""
    return lot.choice(
        (
            f"{writer} is a reporter based in {lot.choice(_PLACES)} who covers ports and shipping.",
            (
                f"{writer} writes about the coast. Before that, she was an editor in "
                f"{lot.choice(_PLACES)} and has reported from {lot.choice(_PLACES)}."
            ),
            f"Follow {writer} on Twitter for more from {lot.choice(_PLACES)}.",
        )
    )


def caption(lot: Random) -> str:
    """Write a caption with its credit."""
    words = f"The {lot.choice(_THINGS)} of {lot.choice(_PLACES)}, seen from the sea"
    return f"{words}. {lot.choice(('Photograph', 'Photo', 'Picture'))}: {name(lot)}/Coast Images"
