"""Statements without a distance, checked with real facts, and sentences that state nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from geo.contracts import ClaimKind, Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.pipeline import Services

HOLDS, FAILS, UNKNOWN = Verdict.SUPPORTED, Verdict.REFUTED, Verdict.NOT_ENOUGH_INFO

STATEMENTS = [
    ("Luanda, a port with a fort, is Angola's largest city.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Peru, whose south is dry, borders Venezuela.", ClaimKind.ADJACENCY, FAILS),
    ("Marseille, which has a fort, is in northern France.", ClaimKind.CONTAINMENT, FAILS),
    ("Kansas borders Nebraska.", ClaimKind.ADJACENCY, HOLDS),
    # Each neighbour of a list counts, and the side on which it lies.
    ("Gabon's neighbour to the north, Cameroon, agreed.", ClaimKind.ADJACENCY, HOLDS),
    ("Gabon's neighbour to the south, Cameroon, agreed.", ClaimKind.ADJACENCY, FAILS),
    ("Iran, Pakistan's western neighbour, agreed.", ClaimKind.ADJACENCY, HOLDS),
    ("Iran, Pakistan's eastern neighbour, agreed.", ClaimKind.ADJACENCY, FAILS),
    ("France is Spain's only neighbour.", ClaimKind.ADJACENCY, FAILS),
    ("Spain is Portugal's only neighbour.", ClaimKind.ADJACENCY, HOLDS),
    # A border may be too short for the map.
    ("Zambia borders Botswana.", ClaimKind.ADJACENCY, UNKNOWN),
    # What is nearly so is not so, and what is denied is not said.
    ("Chile is nearly landlocked.", ClaimKind.ADJACENCY, None),
    ("Chile, which is not landlocked, has ports.", ClaimKind.ADJACENCY, None),
    ("Malta is hardly larger than Libya.", ClaimKind.COMPARISON, None),
    # A city has suburbs with towns of their own; papers may give a rank to another than a count.
    ("Jakarta is the world's largest city.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Leipzig is the world's largest city.", ClaimKind.SUPERLATIVE, FAILS),
    ("Lahore is Pakistan's largest city.", ClaimKind.SUPERLATIVE, UNKNOWN),
    # Clocks are not the same weeks ahead in two lands; what is well south is not just south.
    ("Rovaniemi lies well south of the Arctic Circle.", ClaimKind.BEARING, UNKNOWN),
    ("Oslo lies well south of the Arctic Circle.", ClaimKind.BEARING, HOLDS),
    # A coast has sides of its own; what is claimed by two lands is refused to neither.
    ("Lamu lies on Kenya's northern coast.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Calais lies on the southern coast of France.", ClaimKind.CONTAINMENT, FAILS),
    ("Taichung lies in southern China.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Simferopol lies in southern Russia.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Kharkiv lies in southern Russia.", ClaimKind.CONTAINMENT, FAILS),
    # What is near a border is not on it.
    ("Garissa, a town near the Somali border, was calm.", ClaimKind.ADJACENCY, UNKNOWN),
    ("Sumy, close to the Russian border, was calm.", ClaimKind.ADJACENCY, HOLDS),
    ("A glacier in Argentina, larger than Malta, is melting.", ClaimKind.COMPARISON, None),
    # On a shore the water lies on the other side; what stands behind an aside is of its subject.
    ("Kigoma stands on the eastern shore of Lake Tanganyika.", ClaimKind.CONTAINMENT, HOLDS),
    ("Kigoma stands on the western shore of Lake Tanganyika.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Karonga lies on the eastern shore of Lake Malawi.", ClaimKind.CONTAINMENT, FAILS),
    ("Duluth lies at the western end of Lake Superior.", ClaimKind.CONTAINMENT, HOLDS),
    ("Laos, almost as green as Vietnam, also borders India.", ClaimKind.ADJACENCY, FAILS),
    # A river's length is none of what lies beside it.
    ("A dyke along the Danube, 64 km long, was dug by hand.", ClaimKind.LENGTH, None),
    ("The canal beside the Danube is 64 km long.", ClaimKind.LENGTH, None),
    # Coasts are drawn roughly.
    ("Singapore lies 1 km from Malaysia.", ClaimKind.SEPARATION, HOLDS),
    # The figure of a town before it may be that of its district.
    ("They met in Kisumu, Kenya's third-largest city.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("They met in Perth, Australia's second-largest city.", ClaimKind.SUPERLATIVE, FAILS),
    # The land is the one that belongs to the country, and no other.
    ("Banja Luka is the largest city in Bosnia's Republika Srpska.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Kumasi is the largest city in Ghana's middle belt.", ClaimKind.SUPERLATIVE, None),
    ("They met under the Gotthard tunnel, which is 57 km long.", ClaimKind.LENGTH, HOLDS),
    # What nobody looked up refuses nothing, unless the towns of both lands bear it out.
    ("Texas is the most populous state in the US.", ClaimKind.SUPERLATIVE, FAILS),
    ("They saw Mount Whitney, Colorado's highest mountain.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("The state of Georgia, which borders Kentucky, was calm.", ClaimKind.ADJACENCY, FAILS),
    ("Nebraska, which borders six states, was calm.", ClaimKind.ADJACENCY, HOLDS),
    ("Nebraska, which borders nine states, was calm.", ClaimKind.ADJACENCY, FAILS),
    ("Lake Titicaca, shared by Bolivia, was calm.", ClaimKind.ADJACENCY, HOLDS),
    ("They drove to Irun, a town on the French border.", ClaimKind.ADJACENCY, HOLDS),
    ("They drove to Rousse, opposite Giurgiu.", ClaimKind.ADJACENCY, HOLDS),
    ("Laos is the only landlocked country in Southeast Asia.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "Bolivia is one of three landlocked countries in South America.",
        ClaimKind.SUPERLATIVE,
        FAILS,
    ),
    ("Tunisia is the northernmost country in Africa.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Kenya is the northernmost country in Africa.", ClaimKind.SUPERLATIVE, FAILS),
    ("The Danube is Europe's longest river.", ClaimKind.SUPERLATIVE, FAILS),
    ("Lake Baikal, the world's deepest lake, froze.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Lake Baikal is 1,642 metres deep.", ClaimKind.HEIGHT, HOLDS),
    ("Quito lies some 2,850 metres above sea level.", ClaimKind.HEIGHT, HOLDS),
    ("Quito, a city 1,000 metres above sea level, was calm.", ClaimKind.HEIGHT, FAILS),
    ("Barges wait on the Danube, which is 2,850 km long.", ClaimKind.LENGTH, HOLDS),
    ("Barges wait on the Danube, which is 850 km long.", ClaimKind.LENGTH, FAILS),
    ("Kansas is about the size of Senegal.", ClaimKind.COMPARISON, HOLDS),
    ("Kansas is twice the size of Senegal.", ClaimKind.COMPARISON, FAILS),
    ("They live in Sousse, on the eastern coast of Tunisia.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Kandy, a coastal city.", ClaimKind.CONTAINMENT, FAILS),
    ("They live in Constanta, a port on the Black Sea.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Turin, on the Adriatic coast.", ClaimKind.CONTAINMENT, FAILS),
    ("Ouagadougou is about 750 km from the sea.", ClaimKind.CONTAINMENT, HOLDS),
    ("Ouagadougou is only 90 km from the sea.", ClaimKind.CONTAINMENT, FAILS),
    ("They rode 84 km on Monday and 97 km on Tuesday, 181 km in all.", ClaimKind.SUM, HOLDS),
    ("They rode 84 km on Monday and 97 km on Tuesday, 281 km in all.", ClaimKind.SUM, FAILS),
    ("They were away for 14 days, from 3 March to 17 March.", ClaimKind.SUM, HOLDS),
    ("They were away for 24 days, from 3 March to 17 March.", ClaimKind.SUM, FAILS),
    ("The van did the 300 km in five hours, an average of 60 km/h.", ClaimKind.SUM, HOLDS),
    ("The van did the 300 km in five hours, an average of 90 km/h.", ClaimKind.SUM, FAILS),
    ("They rode 90 km to a ford, and 60 on to a fort: some 150 km in all.", ClaimKind.SUM, HOLDS),
    ("It takes ten hours for the 600 km. That is an average of 60 km/h.", ClaimKind.SUM, HOLDS),
    ("It takes ten hours for the 600 km. That is an average of 95 km/h.", ClaimKind.SUM, FAILS),
    ("He did the 90 miles, or 145 km, in 18 and a half hours, or 5 mph.", ClaimKind.SUM, HOLDS),
    ("Clocks in Nairobi run an hour behind those in Accra.", ClaimKind.TIME_ZONE, FAILS),
    ("In Helsinki it is an hour later than in Stockholm.", ClaimKind.TIME_ZONE, HOLDS),
    ("Who flies from Delhi to Kabul sets his watch back an hour.", ClaimKind.TIME_ZONE, HOLDS),
    ("Who flies from Lima to Quito need not touch his watch.", ClaimKind.TIME_ZONE, HOLDS),
    ("It was 9 p.m. in Manila, midnight in Tokyo.", ClaimKind.TIME_ZONE, FAILS),
    ("The call was at 1500 GMT (noon in Bogota).", ClaimKind.TIME_ZONE, FAILS),
    ("Bogota (UTC-5) is far from here.", ClaimKind.TIME_ZONE, HOLDS),
    ("Nepal's clocks are a quarter of an hour ahead of India's.", ClaimKind.TIME_ZONE, HOLDS),
    ("A train runs from Lisbon to Porto. Coimbra is between the two.", ClaimKind.BETWEEN, HOLDS),
    ("Mongolia's only two neighbours are Russia and Peru.", ClaimKind.ADJACENCY, FAILS),
    ("They came from Zambia, whose neighbours include Angola.", ClaimKind.ADJACENCY, HOLDS),
    ("Mali's largest city is Bamako.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Lake Baikal, the world's deepest, froze.", ClaimKind.SUPERLATIVE, HOLDS),
    ("It broke down in Maribor, though it is west of Ljubljana.", ClaimKind.BEARING, FAILS),
    ("Kutaisi is a three-hour drive from Tbilisi.", ClaimKind.DURATION, HOLDS),
    ("Kutaisi is a one-hour drive from Tbilisi.", ClaimKind.DURATION, UNKNOWN),
    ("A ship needs two weeks from Odesa to Mombasa.", ClaimKind.DURATION, HOLDS),
    ("A ship needs three days from Odesa to Mombasa.", ClaimKind.DURATION, FAILS),
    ("Almaty to Bishkek I can do in an hour flat.", ClaimKind.DURATION, FAILS),
    ("Kutaisi is 190 km from Tbilisi, a three-hour drive.", ClaimKind.DURATION, HOLDS),
    (
        "Zanzibar is 73 km from Dar es Salaam and the ferry takes ten minutes.",
        ClaimKind.DURATION,
        FAILS,
    ),
    ("Rebels hold Kampala. From there buses take nine hours to Kigali.", ClaimKind.DURATION, HOLDS),
    (
        "The line runs for 476 km. It is old. It takes 11 hours, which works out at 143 km/h.",
        ClaimKind.SUM,
        FAILS,
    ),
    ("It is 790 miles away. The distance would take 40 hours at 20 mph.", ClaimKind.SUM, HOLDS),
    ("The 320-km railway links Tbilisi with Batumi.", ClaimKind.ROUTE_LENGTH, HOLDS),
    ("The 1,320-km railway links Tbilisi with Batumi.", ClaimKind.ROUTE_LENGTH, FAILS),
    ("The road is 250 km (155 miles) long.", ClaimKind.UNIT_PAIR, HOLDS),
    ("The road is 250 km (402 miles) long.", ClaimKind.UNIT_PAIR, FAILS),
    ("It was 40 degrees Celsius (104 Fahrenheit) in the shade.", ClaimKind.UNIT_PAIR, HOLDS),
    ("It was minus 10 degrees Celsius (50 Fahrenheit).", ClaimKind.UNIT_PAIR, FAILS),
    ("The fire burned 2,000 hectares (4,940 acres).", ClaimKind.UNIT_PAIR, HOLDS),
    ("He met ministers in Lisbon, Portugal's capital.", ClaimKind.CAPITAL, HOLDS),
    ("He met ministers in Karachi, Pakistan's capital.", ClaimKind.CAPITAL, FAILS),
    ("Austin, the capital of Texas, was dark.", ClaimKind.CAPITAL, HOLDS),
    ("Munich is the capital of the state of Bavaria.", ClaimKind.CAPITAL, HOLDS),
    ("Nuremberg is the capital of the state of Bavaria.", ClaimKind.CAPITAL, FAILS),
    ("Tiraspol is the capital of Transnistria.", ClaimKind.CAPITAL, UNKNOWN),
    ("Sendai lies on the west coast of Honshu.", ClaimKind.CONTAINMENT, FAILS),
    ("Dallas, in northern Texas, was calm.", ClaimKind.CONTAINMENT, HOLDS),
    ("Almaty lies in the country's southeast.", ClaimKind.CONTAINMENT, HOLDS),
    ("They fled the southern city of Marseille.", ClaimKind.CONTAINMENT, HOLDS),
    ("They fled the northern city of Marseille.", ClaimKind.CONTAINMENT, FAILS),
    ("Togo does not border Mali.", ClaimKind.ADJACENCY, HOLDS),
    ("Togo does not border Ghana.", ClaimKind.ADJACENCY, FAILS),
    ("Portugal's only land border is with Spain.", ClaimKind.ADJACENCY, HOLDS),
    ("Eswatini, which has no coastline, was calm.", ClaimKind.ADJACENCY, HOLDS),
    ("The Volga is longer than the Danube.", ClaimKind.COMPARISON, HOLDS),
    ("The Danube is longer than the Volga.", ClaimKind.COMPARISON, FAILS),
    ("Iceland keeps Greenwich Mean Time.", ClaimKind.TIME_ZONE, HOLDS),
    ("The talks ended at 4:45 p.m. in Kabul (1215 GMT).", ClaimKind.TIME_ZONE, HOLDS),
    ("The talks ended at 4:45 p.m. in Kabul (1115 GMT).", ClaimKind.TIME_ZONE, FAILS),
    ("In winter, Sydney is an hour ahead of Brisbane.", ClaimKind.TIME_ZONE, FAILS),
    ("At 8 p.m. in Tokyo, it is 11 a.m. in London.", ClaimKind.TIME_ZONE, HOLDS),
    ("Reykjavik is the world's northernmost capital.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Texas is the second-largest American state by area.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Istanbul, Turkey's capital and largest city, was calm.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Quito lies at an altitude of 2,800 metres.", ClaimKind.HEIGHT, HOLDS),
    ("Quito lies at an altitude of 800 metres.", ClaimKind.HEIGHT, FAILS),
    ("Bavaria shares a border with Poland.", ClaimKind.ADJACENCY, FAILS),
    ("The 31-kilometre Bosphorus was closed.", ClaimKind.LENGTH, HOLDS),
    ("They rode 1,200 km in 30 hours at 40 km/h on average.", ClaimKind.SUM, HOLDS),
    ("Japan and Russia are neighbours.", ClaimKind.ADJACENCY, UNKNOWN),
    ("Laos and Vietnam are close neighbours.", ClaimKind.ADJACENCY, HOLDS),
    ("In Bolivia, Sucre is the constitutional capital.", ClaimKind.CAPITAL, HOLDS),
    ("Recife, the former capital of Brazil, was dark.", ClaimKind.CAPITAL, UNKNOWN),
    ("Milan, the fashion capital of Italy, was dark.", ClaimKind.CAPITAL, UNKNOWN),
    ("Nara was the capital of Japan for a while.", ClaimKind.CAPITAL, UNKNOWN),
    ("Sydney is the sprawling capital of Australia.", ClaimKind.CAPITAL, FAILS),
    ("Oslo is the capital and largest city of Norway.", ClaimKind.CAPITAL, HOLDS),
    ("La Paz, Bolivia's capital, was calm.", ClaimKind.CAPITAL, UNKNOWN),
    ("Peru, which borders Ecuador, was calm.", ClaimKind.ADJACENCY, HOLDS),
    ("Peru, which borders Venezuela, was calm.", ClaimKind.ADJACENCY, FAILS),
    ("Landlocked Paraguay has a navy.", ClaimKind.ADJACENCY, HOLDS),
    ("Uruguay is landlocked.", ClaimKind.ADJACENCY, FAILS),
    ("The bus left at 9 p.m. local time (1200 GMT) from Tokyo.", ClaimKind.TIME_ZONE, HOLDS),
    ("The bus left at 9 p.m. local time (1500 GMT) from Tokyo.", ClaimKind.TIME_ZONE, FAILS),
    ("Kenya is three hours ahead of GMT.", ClaimKind.TIME_ZONE, HOLDS),
    # Clocks at both ends against the time on the way.
    (
        "They left Doha at 08:00 and landed in Nairobi at 13:05, a five-hour flight.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    (
        "They left Doha at 08:00 and landed in Karachi at 12:10, a two-hour flight.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    (
        "They left Doha at 08:00 and landed in Karachi at 12:10, a six-hour flight.",
        ClaimKind.TIME_ZONE,
        FAILS,
    ),
    # Both may be told by one clock.
    (
        "They left Doha at 08:00 and landed in Karachi at 12:10, a four-hour flight.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    (
        "The eight-hour flight left New York at 10 p.m. local time and landed in Paris at noon.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    (
        "The eight-hour flight left New York at 10 p.m. local time and landed in Paris at 4 p.m.",
        ClaimKind.TIME_ZONE,
        FAILS,
    ),
    ("Kenya is three hours behind GMT.", ClaimKind.TIME_ZONE, FAILS),
    ("Rome is an hour ahead of Lisbon in summer.", ClaimKind.TIME_ZONE, HOLDS),
    ("Marseille, a port in southern France, was calm.", ClaimKind.CONTAINMENT, HOLDS),
    ("Marseille, a port in northern France, was calm.", ClaimKind.CONTAINMENT, FAILS),
    ("Iceland covers 103,000 square kilometres.", ClaimKind.AREA, HOLDS),
    ("Iceland covers 13,000 square kilometres.", ClaimKind.AREA, FAILS),
    ("Mexico is larger than Spain.", ClaimKind.COMPARISON, HOLDS),
    ("Mexico is smaller than Spain.", ClaimKind.COMPARISON, FAILS),
    ("Lisbon is closer to Madrid than to Berlin.", ClaimKind.COMPARISON, HOLDS),
    ("Lagos, Nigeria's largest city, was dark.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Kano, Nigeria's largest city, was dark.", ClaimKind.SUPERLATIVE, FAILS),
    ("Kano, Nigeria's ninth-largest city, was dark.", ClaimKind.SUPERLATIVE, FAILS),
    ("Denver is the largest city in Colorado.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Australia is the world's sixth-largest country.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Australia is the world's largest country.", ClaimKind.SUPERLATIVE, FAILS),
    ("Indonesia is the most populous country in Asia.", ClaimKind.SUPERLATIVE, FAILS),
    ("Mongolia, Asia's second-largest landlocked country, was cold.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Tahiti is the world's largest island.", ClaimKind.SUPERLATIVE, FAILS),
    ("They reached Denali, the highest mountain in the US.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Lake Huron is the largest lake in the world.", ClaimKind.SUPERLATIVE, FAILS),
    ("Ibadan lies north of Lagos.", ClaimKind.BEARING, HOLDS),
    ("The vans left Ibadan, south of Lagos.", ClaimKind.BEARING, FAILS),
    ("They live in Fes, east of the Moroccan capital.", ClaimKind.BEARING, HOLDS),
    ("Two men climbed Aconcagua, 6,961 metres high.", ClaimKind.HEIGHT, HOLDS),
    ("Two men climbed Aconcagua, 5,961 metres high.", ClaimKind.HEIGHT, FAILS),
    ("They climbed Denali (20,310 feet) in June.", ClaimKind.HEIGHT, HOLDS),
    ("Recife lies at 8.05 degrees south, 34.9 degrees west.", ClaimKind.COORDINATES, HOLDS),
    ("Recife lies at 8.05 degrees north, 34.9 degrees west.", ClaimKind.COORDINATES, FAILS),
    ("Recife lies at 98 degrees south, 34 degrees west.", ClaimKind.COORDINATES, FAILS),
    ("Kaduna lies between Abuja and Kano.", ClaimKind.BETWEEN, HOLDS),
    ("Maiduguri lies between Abuja and Kano.", ClaimKind.BETWEEN, FAILS),
    ("Laos lies between Thailand and Vietnam.", ClaimKind.BETWEEN, HOLDS),
    ("Kaduna is halfway between Zaria and Lagos.", ClaimKind.BETWEEN, FAILS),
    ("The shop is in the southern Spanish city of Seville.", ClaimKind.CONTAINMENT, HOLDS),
    ("The shop is in the northern Spanish city of Seville.", ClaimKind.CONTAINMENT, FAILS),
    ("Campinas is a city in the Brazilian state of Bahia.", ClaimKind.CONTAINMENT, FAILS),
    ("Campinas is a city in Brazil.", ClaimKind.CONTAINMENT, HOLDS),
    ("Nairobi is a city in Chile.", ClaimKind.CONTAINMENT, FAILS),
    ("Makassar is on Sulawesi.", ClaimKind.CONTAINMENT, HOLDS),
    ("Iceland is an island nation.", ClaimKind.ADJACENCY, HOLDS),
    ("Mongolia is an island nation.", ClaimKind.ADJACENCY, FAILS),
    ("Togo and Benin are neighbours.", ClaimKind.ADJACENCY, HOLDS),
    ("Togo and Mali are neighbors.", ClaimKind.ADJACENCY, FAILS),
    ("Rysy, Poland's highest mountain, was closed.", ClaimKind.SUPERLATIVE, HOLDS),
    ("The highest mountain in Bulgaria is Musala.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They camped on Lake Balaton, Hungary's largest lake.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Lake Tana is Ethiopia's largest lake.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Lake Volta is Ghana's largest lake.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Accra is Ghana's largest city after Kumasi.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Porto is Portugal's largest city after Lisbon.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Cairo is larger than any other city in Egypt.", ClaimKind.SUPERLATIVE, HOLDS),
    ("No city in Peru is larger than Cusco.", ClaimKind.SUPERLATIVE, FAILS),
    ("Bishkek is the largest city in Central Asia.", ClaimKind.SUPERLATIVE, FAILS),
    ("Gambia is the smallest country on the African mainland.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Togo is the smallest country on the African mainland.", ClaimKind.SUPERLATIVE, FAILS),
    ("Reykjavik is the most northerly capital of a sovereign state.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Ethiopia is vast. Its highest peak, Ras Dashen, is calm.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Zambia is calm. Ndola, its largest city, is not.", ClaimKind.SUPERLATIVE, FAILS),
    ("Panama borders only Colombia and Costa Rica.", ClaimKind.ADJACENCY, HOLDS),
    ("Panama borders only Colombia.", ClaimKind.ADJACENCY, FAILS),
    ("Eswatini is a small country that borders Zambia.", ClaimKind.ADJACENCY, FAILS),
    ("Gaborone lies in a dry country that borders Namibia.", ClaimKind.ADJACENCY, HOLDS),
    ("They live in Irun, on the border of Spain and Portugal.", ClaimKind.ADJACENCY, FAILS),
    (
        "They drove to Rousse, the border town across the Danube from Giurgiu.",
        ClaimKind.ADJACENCY,
        HOLDS,
    ),
    ("Lake Titicaca, shared with Peru, is high.", ClaimKind.ADJACENCY, HOLDS),
    ("Finland shares a border of about 1,340 km with Russia.", ClaimKind.LENGTH, HOLDS),
    ("Finland's 640-kilometre border with Russia is closed.", ClaimKind.LENGTH, FAILS),
    ("It rains in the capital, Reykjavik.", ClaimKind.CAPITAL, HOLDS),
    ("It rains in the capital, Lagos.", ClaimKind.CAPITAL, UNKNOWN),
    ("Ufa, the capital of Russian Bashkortostan, is calm.", ClaimKind.CAPITAL, HOLDS),
    (
        "Iceland stays on the same clock, an hour behind London in summer.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    ("Peru and Ecuador are in the same time zone.", ClaimKind.TIME_ZONE, HOLDS),
    ("El Paso is an hour behind Houston.", ClaimKind.TIME_ZONE, HOLDS),
    ("Broken Hill keeps the same time as Sydney.", ClaimKind.TIME_ZONE, FAILS),
    ("Rwanda and Kenya share a time zone.", ClaimKind.TIME_ZONE, FAILS),
    ("Zanzibar belongs to Tanzania.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Ushuaia, at Argentina's southern tip.", ClaimKind.CONTAINMENT, HOLDS),
    ("Of its 900 km, 400 km lie in Togo and 500 km in Benin.", ClaimKind.SUM, HOLDS),
    (
        "The line is 900 km long. Some 700 km of it lie in Togo and 500 km in Benin.",
        ClaimKind.SUM,
        FAILS,
    ),
    ("They rode 40 km and then 50 km. They add the two stages up to 190 km.", ClaimKind.SUM, FAILS),
    ("Bogota, 1,000 km south of Caracas, is an hour behind it.", ClaimKind.TIME_ZONE, HOLDS),
    ("Mali, twice the size of France, has seven neighbours.", ClaimKind.ADJACENCY, HOLDS),
    (
        "They met in Tromso, 90 km from Sweden and well inside the Arctic Circle.",
        ClaimKind.BEARING,
        HOLDS,
    ),
    (
        "They met in Tromso, 90 km from Sweden and south of the Arctic Circle.",
        ClaimKind.BEARING,
        FAILS,
    ),
    ("Wellington is the southernmost capital of any nation.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Canberra is the southernmost capital of any nation.", ClaimKind.SUPERLATIVE, FAILS),
    ("Canada is the largest country after Russia.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Chile is the world's largest country after Russia.", ClaimKind.SUPERLATIVE, FAILS),
    ("They drove to Zongo, a Congolese town opposite Bangui.", ClaimKind.ADJACENCY, HOLDS),
    # Many lands have a region of this name.
    ("They met in Bamenda, capital of the Northwest Region.", ClaimKind.CAPITAL, UNKNOWN),
    ("They met in Lyon, the capital of Catalonia.", ClaimKind.CAPITAL, FAILS),
    # "In" without a comma holds or says nothing.
    ("A ferry brought them from Mersin to Tripoli in Lebanon.", ClaimKind.CONTAINMENT, HOLDS),
    ("A ferry brought them from Mersin to Durban in Kenya.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Przemysl, a Polish town 12 km from it, was calm.", ClaimKind.CONTAINMENT, HOLDS),
    ("They met in Kasama, a provincial capital.", ClaimKind.CAPITAL, HOLDS),
    # However short a border is, it may be counted.
    ("Botswana has four neighbours.", ClaimKind.ADJACENCY, HOLDS),
    ("Botswana has six neighbours.", ClaimKind.ADJACENCY, FAILS),
    (
        "Algeria, the largest country in Africa, shares borders with seven countries.",
        ClaimKind.ADJACENCY,
        HOLDS,
    ),
    ("Jordan has no coastline but for 26 km at Aqaba.", ClaimKind.ADJACENCY, None),
    (
        "LIMA - A bus fell near Cusco. The city lies at 3,400 metres above sea level.",
        ClaimKind.HEIGHT,
        HOLDS,
    ),
    ("Paraguay is South America's only landlocked country.", ClaimKind.SUPERLATIVE, FAILS),
    ("Gambia is calm. Its capital, Banjul, is not.", ClaimKind.CAPITAL, HOLDS),
    ("Gambia is calm. Its capital, Dakar, is not.", ClaimKind.CAPITAL, FAILS),
    ("Barges wait on the Niger, which runs for 4,180 km.", ClaimKind.LENGTH, HOLDS),
    ("They saw Lake Toba, Indonesia's largest lake.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Izmir is smaller than Istanbul.", ClaimKind.COMPARISON, HOLDS),
    ("Mount Kenya is lower than Denali.", ClaimKind.COMPARISON, HOLDS),
    (
        "Afghanistan's highest mountain, Noshaq, at 7,492 metres, is closed.",
        ClaimKind.HEIGHT,
        HOLDS,
    ),
    ("Arrecife, the capital of Gran Canaria, is hot.", ClaimKind.CAPITAL, FAILS),
    ("Lima is far, and Peru's capital is also its largest city.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Berwick-upon-Tweed, England's most northerly town, is calm.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Oslo is the northernmost city in Norway.", ClaimKind.SUPERLATIVE, FAILS),
    ("Ushuaia, the world's southernmost city, is calm.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Mount Olympus, 2,917 metres high, is the highest peak of Greece.", ClaimKind.HEIGHT, HOLDS),
    ("Turkey, which shares a 911-kilometre border with Syria, is calm.", ClaimKind.LENGTH, HOLDS),
    ("They met in Narva, on Estonia's border with Russia.", ClaimKind.ADJACENCY, HOLDS),
    ("They met in Narva, an Estonian border town.", ClaimKind.ADJACENCY, HOLDS),
    ("Ecuador and Brazil share no border.", ClaimKind.ADJACENCY, HOLDS),
    ("Ecuador and Peru share no border.", ClaimKind.ADJACENCY, FAILS),
    ("Malta is the smallest state in the European Union.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "Kazakhstan, the largest of the five Central Asian republics, is calm.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("Quito is the world's highest capital.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Lima is the world's highest capital.", ClaimKind.SUPERLATIVE, FAILS),
    ("Rosario, Argentina's third city, is dark.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Cusco, 3,400 metres up in the Andes, is cold.", ClaimKind.HEIGHT, HOLDS),
    ("Livingstone is six hours by road from Lusaka.", ClaimKind.DURATION, HOLDS),
    ("Livingstone is two hours south of Lusaka by bus.", ClaimKind.DURATION, FAILS),
    ("Trains cover the 390 km between Paris and Lyon in two hours.", ClaimKind.DURATION, HOLDS),
    (
        "The time difference between Delhi and London is five and a half hours in winter.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    (
        "There is a three-hour time difference between Karachi and London in winter.",
        ClaimKind.TIME_ZONE,
        FAILS,
    ),
    ("It was 9 a.m. in Nairobi and 2 a.m. in London.", ClaimKind.TIME_ZONE, FAILS),
    ("They live in Rousse. The city faces Romania across the river.", ClaimKind.ADJACENCY, HOLDS),
    ("Stornoway faces Norway across the sea.", ClaimKind.ADJACENCY, FAILS),
    ("Sicily covers 25,700 square kilometres.", ClaimKind.AREA, HOLDS),
    ("Texas covers 95,000 square kilometres.", ClaimKind.AREA, FAILS),
    ("Kenya borders Somalia, and Rwanda does not.", ClaimKind.ADJACENCY, HOLDS),
    ("Peru's neighbours are Venezuela.", ClaimKind.ADJACENCY, FAILS),
    ("They met on Gotland, Sweden's largest island.", ClaimKind.SUPERLATIVE, HOLDS),
    ("It rained on Lesbos, the third-largest of Greece's islands.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They flew to Crete, the biggest of the Greek islands.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They flew to Rhodes, the biggest of the Greek islands.", ClaimKind.SUPERLATIVE, FAILS),
    ("They live in Wyoming, the least populous state in the US.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "They live in Alaska, the most populous state in the United States.",
        ClaimKind.SUPERLATIVE,
        FAILS,
    ),
    ("They sailed round Tasmania, Australia's smallest state.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "They met in Lithuania, the largest of the three Baltic states.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("They met in Estonia, the largest of the three Baltic states.", ClaimKind.SUPERLATIVE, FAILS),
    (
        "The bishops met in Tunja, Colombia's highest departmental capital.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    (
        "They met in Tulcan, the northernmost of Ecuador's provincial capitals.",
        ClaimKind.SUPERLATIVE,
        FAILS,
    ),
    ("Kazakhstan's longest border is with Russia.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Mongolia's longest border is with Russia.", ClaimKind.SUPERLATIVE, FAILS),
    ("They climbed Ben Nevis, Scotland's highest mountain.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Nauru is the smallest island nation on earth.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Fiji is the world's largest island country.", ClaimKind.SUPERLATIVE, FAILS),
    ("They met in Heraklion, Crete's largest city.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Murmansk, a port north of the Arctic Circle, was dark.", ClaimKind.BEARING, HOLDS),
    ("Trondheim lies north of the Arctic Circle.", ClaimKind.BEARING, FAILS),
    (
        "They flew to Tromso, some 350 kilometres north of the Arctic Circle.",
        ClaimKind.BEARING,
        HOLDS,
    ),
    (
        "They flew to Tromso, some 50 kilometres north of the Arctic Circle.",
        ClaimKind.BEARING,
        FAILS,
    ),
    ("Rovaniemi sits right on the Arctic Circle.", ClaimKind.BEARING, HOLDS),
    ("Kenya straddles the equator.", ClaimKind.BEARING, HOLDS),
    ("Angola straddles the equator.", ClaimKind.BEARING, FAILS),
    ("Brazil lies south of the equator.", ClaimKind.BEARING, UNKNOWN),
    ("The Arctic Circle runs north of Kemi.", ClaimKind.BEARING, HOLDS),
    ("Pyongyang lies north of the 38th parallel.", ClaimKind.BEARING, HOLDS),
    ("They live in Varna, on the Black Sea.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Bukoba, on the western shore of Lake Victoria.", ClaimKind.CONTAINMENT, HOLDS),
    (
        "They live in Bukoba, a town on the eastern shore of Lake Victoria.",
        ClaimKind.CONTAINMENT,
        FAILS,
    ),
    ("They flew to Nakuru, on Lake Victoria.", ClaimKind.CONTAINMENT, FAILS),
    ("They met on Malta, an island in the Mediterranean.", ClaimKind.CONTAINMENT, HOLDS),
    ("They sailed to Hvar, an island off Croatia.", ClaimKind.CONTAINMENT, HOLDS),
    (
        "They sailed to King Island, off the northeastern corner of Tasmania.",
        ClaimKind.CONTAINMENT,
        FAILS,
    ),
    ("They live in Izmir, on Turkey's Aegean coast.", ClaimKind.CONTAINMENT, HOLDS),
    ("They went to Sumatra, an Indonesian island.", ClaimKind.CONTAINMENT, HOLDS),
    ("They toured Botswana, which is roughly as big as France.", ClaimKind.COMPARISON, HOLDS),
    ("They toured Portugal, a fifth the size of Spain.", ClaimKind.COMPARISON, HOLDS),
    ("They toured Algeria, more than four times as big as Spain.", ClaimKind.COMPARISON, HOLDS),
    ("They toured Jordan, 8.5 times the size of Lebanon.", ClaimKind.COMPARISON, HOLDS),
    ("They toured Jordan, 3.5 times the size of Lebanon.", ClaimKind.COMPARISON, FAILS),
    ("He wrote that the Turkish capital is Istanbul.", ClaimKind.CAPITAL, FAILS),
    ("They met in the Kyrgyz capital of Bishkek.", ClaimKind.CAPITAL, HOLDS),
    ("They met in Astana, which became Kazakhstan's capital in 1997.", ClaimKind.CAPITAL, HOLDS),
    ("They met in Dili, the capital of what is now East Timor.", ClaimKind.CAPITAL, HOLDS),
    (
        "They left Brunei, which is entirely surrounded, on land, by Malaysia.",
        ClaimKind.ADJACENCY,
        HOLDS,
    ),
    (
        "They left Eswatini, a kingdom that borders only South Africa and Mozambique.",
        ClaimKind.ADJACENCY,
        HOLDS,
    ),
    ("They crossed into Mali's neighbour Niger.", ClaimKind.ADJACENCY, HOLDS),
    (
        "They flew to Guam, which keeps time four hours ahead of Bishkek.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    ("They wrote that Slovenia's 40,000 square kilometres hold many caves.", ClaimKind.AREA, FAILS),
    ("They flew to Gotland, which covers 3,184 square kilometres.", ClaimKind.AREA, HOLDS),
    ("They flew to Gotland, which covers 13,184 square kilometres.", ClaimKind.AREA, FAILS),
    (
        "From Necocli buses run to Medellin, Colombia's second-largest city.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("They live in Athens, the largest city in Crete.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("They met in Nunavut, the largest of Canada's territories.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They climbed Ben Nevis, Wales's highest mountain.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("A bus left Paris for Spain. It borders Portugal.", ClaimKind.ADJACENCY, HOLDS),
    ("They left North Macedonia, an area of some 25,700 square kilometres.", ClaimKind.AREA, HOLDS),
    ("They crossed the Brenner Pass, 1,370 metres above sea level.", ClaimKind.HEIGHT, HOLDS),
    ("They crossed the Brenner Pass, 2,370 metres above sea level.", ClaimKind.HEIGHT, UNKNOWN),
    ("They saw the Zoji La, higher than Khardung La.", ClaimKind.COMPARISON, UNKNOWN),
    ("They live in Bergamo, the provincial capital.", ClaimKind.CAPITAL, HOLDS),
    ("They live in Annecy, the departmental capital.", ClaimKind.CAPITAL, HOLDS),
    ("They live in Marfa, seat of Presidio County.", ClaimKind.CAPITAL, HOLDS),
    ("They live in Galveston, the seat of Presidio County.", ClaimKind.CAPITAL, FAILS),
    ("They live in Vannes, the capital of Morbihan.", ClaimKind.CAPITAL, HOLDS),
    ("They live in Busto Arsizio, the provincial capital.", ClaimKind.CAPITAL, UNKNOWN),
    ("They flew to Indonesia, which spans three time zones.", ClaimKind.TIME_ZONE, HOLDS),
    ("They flew to Indonesia, which spans nine time zones.", ClaimKind.TIME_ZONE, UNKNOWN),
    ("They climbed Mont Blanc, the highest peak in the Alps.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "They climbed the Matterhorn, the highest mountain in the Alps.",
        ClaimKind.SUPERLATIVE,
        FAILS,
    ),
    (
        "They climbed Mount Elbrus, the highest mountain in the Caucasus.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("Porto, Portugal's largest seaport city, was calm.", ClaimKind.SUPERLATIVE, None),
    ("The Azores belong to Portugal.", ClaimKind.CONTAINMENT, HOLDS),
    ("The Azores belong to Spain.", ClaimKind.CONTAINMENT, FAILS),
    ("They flew to the Faroe Islands, which belong to Norway.", ClaimKind.CONTAINMENT, FAILS),
    ("They flew to Greenland, which belongs to Denmark.", ClaimKind.CONTAINMENT, HOLDS),
    ("They flew to Timor, which belongs to Indonesia.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("They flew to Mayotte, which belongs to the Comoros.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("Galicia is part of Ukraine.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("They climbed Mount Ararat, which stands inside Armenia.", ClaimKind.CONTAINMENT, FAILS),
    ("Lahore stands in India.", ClaimKind.CONTAINMENT, FAILS),
    ("He rang from Kisumu across the border in Uganda.", ClaimKind.CONTAINMENT, FAILS),
    ("Heraklion stands on the island of Crete.", ClaimKind.CONTAINMENT, HOLDS),
    ("An old leaflet put Innsbruck in Austria.", ClaimKind.CONTAINMENT, HOLDS),
    ("Tahiti is the largest island in French Polynesia.", ClaimKind.CONTAINMENT, None),
    ("Swansea is the largest city in Wales.", ClaimKind.CONTAINMENT, None),
    ("Mombasa is the largest town in Kenya after the capital.", ClaimKind.SUPERLATIVE, HOLDS),
    (
        "They met in Klaksvík, the largest town in the islands after the capital.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("Turkey, whose largest city is Ankara, voted.", ClaimKind.SUPERLATIVE, FAILS),
    ("Kenya has a coast, and its largest city is Nairobi.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They stayed in Topeka, the largest city in that state.", ClaimKind.SUPERLATIVE, FAILS),
    ("Edinburgh is Scotland's largest city.", ClaimKind.SUPERLATIVE, FAILS),
    ("The Mekong is the longest river in Southeast Asia.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Denali is the highest mountain in the Americas.", ClaimKind.SUPERLATIVE, FAILS),
    (
        "Chile and Argentina share the third-longest land border in the world.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    (
        "Norway and Sweden share the third-longest land border in the world.",
        ClaimKind.SUPERLATIVE,
        FAILS,
    ),
    (
        "They sailed to Spitsbergen, the largest island of the archipelago.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    (
        "They met in Thurso, the most northerly town on the British mainland.",
        ClaimKind.SUPERLATIVE,
        UNKNOWN,
    ),
    ("Stanley is the only town of any size on the islands.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("They crossed under Toubkal, at 3,167 metres, in the dark.", ClaimKind.HEIGHT, FAILS),
    ("He died on Everest, at 8,200 metres.", ClaimKind.HEIGHT, None),
    ("K2 is 8,611 (28,251 feet), and cold.", ClaimKind.HEIGHT, HOLDS),
    ("Aconcagua, the highest mountain in the Americas at 5,961 metres.", ClaimKind.HEIGHT, FAILS),
    ("Lake Titicaca's surface is at about 3,812 metres.", ClaimKind.HEIGHT, UNKNOWN),
    ("Malta, with 1,316 square kilometres, is crowded.", ClaimKind.AREA, FAILS),
    ("The area of Rwanda is 26,338 square kilometres.", ClaimKind.AREA, HOLDS),
    (
        "Spitsbergen is the largest island of the archipelago, at 7,700 square kilometres.",
        ClaimKind.AREA,
        FAILS,
    ),
    ("Malta has 316 square kilometres of sea to watch.", ClaimKind.AREA, None),
    ("Turku is not nearer to Oulu than to Helsinki.", ClaimKind.COMPARISON, HOLDS),
    ("Sudan is not larger than Kenya.", ClaimKind.COMPARISON, FAILS),
    ("Mount Everest is higher than K2.", ClaimKind.COMPARISON, HOLDS),
    ("Laos, he adds, has a short coast on the Gulf of Thailand.", ClaimKind.CONTAINMENT, FAILS),
    ("Cambodia has a short coast on the Gulf of Thailand.", ClaimKind.CONTAINMENT, HOLDS),
    ("Kumasi is 200 km from Accra and almost on the coast.", ClaimKind.CONTAINMENT, FAILS),
    ("Oslo lies at 60 degrees north.", ClaimKind.COORDINATES, HOLDS),
    ("Oslo lies at 50 degrees north.", ClaimKind.COORDINATES, FAILS),
    # Each country draws the limits of its cities otherwise: who is far ahead is larger.
    ("Oslo is Europe's largest city.", ClaimKind.SUPERLATIVE, FAILS),
    ("Narvik lies just outside the Arctic Circle.", ClaimKind.BEARING, FAILS),
    ("Kampala lies a little south of the Equator.", ClaimKind.BEARING, FAILS),
    ("Kisumu lies a little south of the Equator.", ClaimKind.BEARING, HOLDS),
    ("Mombasa is a port of Kenya.", ClaimKind.CONTAINMENT, HOLDS),
    ("Mombasa is a port of Somalia.", ClaimKind.CONTAINMENT, FAILS),
    (
        "When it is noon in London it is seven in the morning in New York.",
        ClaimKind.TIME_ZONE,
        HOLDS,
    ),
    ("At noon in London it is four in the afternoon in New York.", ClaimKind.TIME_ZONE, FAILS),
    ("Hong Kong and Singapore, 2,600 km apart, keep the same time.", ClaimKind.TIME_ZONE, HOLDS),
    ("Riga and Warsaw, 560 km apart, share a time zone.", ClaimKind.TIME_ZONE, FAILS),
    # A speed and a time say how long the way is that they are said of.
    ("At 14 knots the run from Abidjan to Tema takes about 31 hours.", ClaimKind.DURATION, FAILS),
    ("At 14 knots the run from Abidjan to Tema takes about 18 hours.", ClaimKind.DURATION, HOLDS),
    ("At 60 km/h the trip from Paris to Lyon takes two hours.", ClaimKind.DURATION, FAILS),
    # A long island has a south coast all along, and a town lies on the sea that it looks out on.
    ("They live in Cienfuegos, on Cuba's south coast.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Havana, on Cuba's south coast.", ClaimKind.CONTAINMENT, FAILS),
    ("They live in Ancona, on Italy's Adriatic coast.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Naples, on Italy's Adriatic coast.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("They live in Suva, on the western side of Viti Levu.", ClaimKind.CONTAINMENT, FAILS),
    # The coast of a state is that of its own land.
    ("They live in Tampa, on the west coast of Florida.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Tampa, on the east coast of Florida.", ClaimKind.CONTAINMENT, FAILS),
    ("They live in Heraklion, on the south coast of Crete.", ClaimKind.CONTAINMENT, FAILS),
    ("They live in Marseille, on the coast of Florida.", ClaimKind.CONTAINMENT, FAILS),
    ("They live in Banda Aceh, on the west coast of Java.", ClaimKind.CONTAINMENT, FAILS),
    # What stands behind a land is said of the town in it.
    ("Kampala lies in Uganda, on Lake Tanganyika.", ClaimKind.CONTAINMENT, FAILS),
    (
        "Medan lies 400 km southeast of Banda Aceh, on the coast of Borneo.",
        ClaimKind.CONTAINMENT,
        FAILS,
    ),
    # Regions of one country, by the box of their land; and towns of a name that no other bears.
    ("They live in Antwerp, in the region of Wallonia.", ClaimKind.CONTAINMENT, FAILS),
    ("Massawa is a port of Djibouti.", ClaimKind.CONTAINMENT, FAILS),
    ("Massawa is a port of Eritrea.", ClaimKind.CONTAINMENT, HOLDS),
    ("Terceira is one of the Azores.", ClaimKind.CONTAINMENT, HOLDS),
    ("Terceira is one of the Canary Islands.", ClaimKind.CONTAINMENT, FAILS),
    ("Pinetown is a suburb of Durban.", ClaimKind.CONTAINMENT, HOLDS),
    ("Durban is a suburb of Johannesburg.", ClaimKind.CONTAINMENT, FAILS),
    ("They met in Basel, where Switzerland, Germany and France meet.", ClaimKind.ADJACENCY, HOLDS),
    ("They met in Basel, where Switzerland, Germany and Spain meet.", ClaimKind.ADJACENCY, FAILS),
    (
        "They crossed at Taftan, on the border between Pakistan and Afghanistan.",
        ClaimKind.ADJACENCY,
        FAILS,
    ),
    # A direction from a lake or a state, and a distance from islands.
    ("Lodwar lies west of Lake Turkana.", ClaimKind.BEARING, HOLDS),
    ("Lodwar lies east of Lake Turkana.", ClaimKind.BEARING, FAILS),
    ("Sardinia lies closer to Tunisia than to Spain.", ClaimKind.COMPARISON, HOLDS),
    ("They drove to Tulsa, 60 miles from Kansas.", ClaimKind.SEPARATION, HOLDS),
    ("They live in Tallahassee, 260 miles from Alabama.", ClaimKind.SEPARATION, FAILS),
    # Islands by their outlines, and the ends of a land.
    ("They live on Cyprus, the largest island in the Mediterranean.", ClaimKind.SUPERLATIVE, FAILS),
    (
        "They live on Cyprus, the third-largest island in the Mediterranean.",
        ClaimKind.SUPERLATIVE,
        HOLDS,
    ),
    ("They reached Boa Vista, the westernmost island of Cape Verde.", ClaimKind.SUPERLATIVE, FAILS),
    ("They reached Cape Lopez, the westernmost point of Gabon.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They reached Lindesnes, the northernmost point of Norway.", ClaimKind.SUPERLATIVE, FAILS),
    ("They live in Kiruna, the northernmost community of Sweden.", ClaimKind.SUPERLATIVE, HOLDS),
    # Degrees of two places.
    ("They live in Stornoway, which is farther north than Moscow.", ClaimKind.BEARING, HOLDS),
    ("They live in Stornoway, which is farther south than Moscow.", ClaimKind.BEARING, FAILS),
    ("They live in Quito, 12 degrees south of the equator.", ClaimKind.BEARING, FAILS),
    ("Warsaw and London lie almost on the same latitude.", ClaimKind.BEARING, HOLDS),
    ("Warsaw and Madrid lie almost on the same latitude.", ClaimKind.BEARING, FAILS),
    # Where rivers end: refused only where a second table bears it out.
    ("Farmers live on the Vistula, which empties into the Baltic Sea.", ClaimKind.MOUTH, HOLDS),
    ("Farmers live on the Vistula, which empties into the North Sea.", ClaimKind.MOUTH, FAILS),
    ("The Danube runs some 2,850 kilometres to the Caspian Sea.", ClaimKind.MOUTH, FAILS),
    ("The Volga flows into the Black Sea.", ClaimKind.MOUTH, FAILS),
    ("They met where the Neckar joins the Rhine at Cologne.", ClaimKind.MOUTH, FAILS),
    ("The Neckar joins the Rhine at Mannheim.", ClaimKind.MOUTH, HOLDS),
    ("The Neckar joins the Danube.", ClaimKind.MOUTH, FAILS),
    ("The Rhine flows into the Atlantic Ocean.", ClaimKind.MOUTH, HOLDS),
    ("The Limpopo River flows into the Atlantic Ocean.", ClaimKind.MOUTH, FAILS),
    ("The Danube flows into the Sea of Azov.", ClaimKind.MOUTH, FAILS),
    # A state reaches the coast or not; a town of another country has no rank in this one.
    ("Nevada lies on the coast.", ClaimKind.CONTAINMENT, FAILS),
    ("Oregon lies on the coast.", ClaimKind.CONTAINMENT, HOLDS),
    ("They live in Antofagasta, the southernmost city of Peru.", ClaimKind.SUPERLATIVE, FAILS),
    ("They live in Karachi, the oldest city of India.", ClaimKind.SUPERLATIVE, FAILS),
    ("They live in Mumbai, the oldest city of India.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Munich, for those who ask, is the capital of Saxony.", ClaimKind.CAPITAL, FAILS),
    # What lies between two lands; a pair that is not known is refused where the map says so too.
    ("The Oder forms the border between Germany and Poland.", ClaimKind.ADJACENCY, HOLDS),
    ("The Rhine forms the border between Germany and Poland.", ClaimKind.ADJACENCY, FAILS),
    ("The Evros forms the border between Serbia and Romania.", ClaimKind.ADJACENCY, UNKNOWN),
    ("Italy and Albania are separated by the Strait of Otranto.", ClaimKind.ADJACENCY, HOLDS),
    ("Tasmania is separated from the mainland by Bass Strait.", ClaimKind.ADJACENCY, HOLDS),
    ("Tasmania is separated from the mainland by Cook Strait.", ClaimKind.ADJACENCY, FAILS),
    ("The Bering Strait separates Russia from Japan.", ClaimKind.ADJACENCY, FAILS),
    ("The war separates Russia from Ukraine.", ClaimKind.ADJACENCY, None),
    ("Gabon's neighbour to the north is Cameroon.", ClaimKind.ADJACENCY, HOLDS),
    ("Gabon's southern neighbour is Cameroon.", ClaimKind.ADJACENCY, FAILS),
    ("Chad borders the Central African Republic.", ClaimKind.ADJACENCY, HOLDS),
    # Islands of a group, of a sea or a lake; what is about as large is left open.
    ("They flew to Tinos, the largest of the Cyclades.", ClaimKind.SUPERLATIVE, FAILS),
    ("They flew to Naxos, the largest of the Cyclades.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They flew to Unimak, the largest island in the Aleutians.", ClaimKind.SUPERLATIVE, HOLDS),
    ("They flew to Samar, the largest island in the Visayas.", ClaimKind.SUPERLATIVE, UNKNOWN),
    (
        "They met on Naxos, in the Cyclades, the largest island of Greece.",
        ClaimKind.SUPERLATIVE,
        UNKNOWN,
    ),
    # One of the first is not the first; one of the other half is none of them.
    ("Malawi is one of Africa's most densely populated countries.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Libya is one of Africa's most densely populated countries.", ClaimKind.SUPERLATIVE, FAILS),
    ("Norway is among the world's smallest countries.", ClaimKind.SUPERLATIVE, FAILS),
    ("Kenya is one of Africa's largest countries.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Mongolia is the world's least densely populated country.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Nauru is the smallest republic on earth.", ClaimKind.SUPERLATIVE, HOLDS),
    # Records of which no figure is told bear out, and refuse nothing.
    ("Durban is South Africa's busiest port.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Hamburg is Europe's largest port.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("They crossed the Sahara, the world's largest hot desert.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Haiti is the poorest country in the Americas.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Peru is the poorest country in the Americas.", ClaimKind.SUPERLATIVE, UNKNOWN),
    # Clocks differ in one state: each town has its own.
    ("They live in El Paso, an hour behind Dallas.", ClaimKind.TIME_ZONE, HOLDS),
    ("They live in El Paso, an hour ahead of Dallas.", ClaimKind.TIME_ZONE, FAILS),
    ("They live in Pensacola, an hour behind Miami.", ClaimKind.TIME_ZONE, HOLDS),
    # Who digs up, grows or sells most of a good.
    ("Chile, the world's largest copper producer, was shaken.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Peru, the world's largest copper producer, was shaken.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Vietnam is the world's leading exporter of coffee.", ClaimKind.SUPERLATIVE, UNKNOWN),
    ("Indonesia is among the world's top nickel producers.", ClaimKind.SUPERLATIVE, HOLDS),
    ("Kenya is the world's largest exporter of songs.", ClaimKind.SUPERLATIVE, None),
    # Towns on rivers and bays are borne out; what is not in the table may be so too.
    ("They met in Osijek, which lies on the Drava.", ClaimKind.CONTAINMENT, HOLDS),
    ("They met in Meiktila, which lies on the Irrawaddy.", ClaimKind.CONTAINMENT, UNKNOWN),
    ("They met in Puerto Madryn, which lies on the Golfo Nuevo.", ClaimKind.CONTAINMENT, HOLDS),
    ("They met in Rawson, which lies on the Golfo Nuevo.", ClaimKind.CONTAINMENT, UNKNOWN),
    # A figure that is right but for its unit tells from where it is counted.
    ("The bus left Tallinn for Riga, 280 km to the south.", ClaimKind.SEPARATION, HOLDS),
    ("The bus left Tallinn for Riga, 280 miles to the south.", ClaimKind.SEPARATION, FAILS),
    (
        "He was flown from Drass to Leh and to Chandigarh, 386 miles to the south-southwest.",
        ClaimKind.SEPARATION,
        FAILS,
    ),
]


@pytest.mark.parametrize(("text", "kind", "verdict"), STATEMENTS)
def test_a_statement_is_found_and_judged(
    text: str, kind: ClaimKind, verdict: Verdict | None, services: Services
) -> None:
    analysis = analyse(Source(text=text, published=date(2024, 3, 5)), services)
    claims = [claim for claim in analysis.claims if claim.kind is kind]
    checks = {check.claim_id: check for check in analysis.checks}

    assert [checks[claim.id].verdict for claim in claims] == [verdict] * (verdict is not None)
    assert all(checks[claim.id].reason for claim in claims)


def test_a_figure_without_a_unit_has_that_of_the_one_before(services: Services) -> None:
    text = "Graz lies 145 km southwest of Vienna, and about 400 southeast of Linz."
    analysis = analyse(Source(text=text), services)

    assert [check.verdict for check in analysis.checks] == [HOLDS, FAILS]


@pytest.mark.parametrize(
    ("figure", "verdict"), [("or 195 km by road", HOLDS), ("but 600 by road", FAILS)]
)
def test_a_way_between_the_same_two_places_is_a_second_figure(
    figure: str, verdict: Verdict, services: Services
) -> None:
    text = f"Graz lies 145 km south-southwest of Vienna, {figure}."
    analysis = analyse(Source(text=text), services)

    assert [check.verdict for check in analysis.checks] == [HOLDS, verdict]


def test_each_neighbour_that_is_named_beside_their_number_counts(services: Services) -> None:
    text = "Hungary has seven neighbours, among them Romania, Poland and Serbia."
    analysis = analyse(Source(text=text), services)

    assert [check.verdict for check in analysis.checks] == [HOLDS, HOLDS, FAILS, HOLDS]


def test_clocks_that_agree_only_for_some_weeks_refuse_nothing_without_a_date(
    services: Services,
) -> None:
    text = "Sydney is ten hours ahead of Dublin. It is four hours ahead of Dublin."
    analysis = analyse(Source(text=text), services)

    assert [check.verdict for check in analysis.checks] == [UNKNOWN, FAILS]


def test_it_at_the_start_of_a_sentence_is_what_the_one_before_opens_with(
    services: Services,
) -> None:
    text = "Bolivia has no coast. It borders Peru and Ecuador."
    analysis = analyse(Source(text=text), services)

    verdicts = [check.verdict for check in analysis.checks]
    # That it has no coast is a statement too.
    assert verdicts == [HOLDS, HOLDS, FAILS]


PLAIN = """\
The minister met her colleague from Brazil in Geneva on Tuesday.
Police in Lagos said two men were held after a fight at a bar.
A court in Madrid heard the case for three hours before it rose.
The capital markets in London fell after the news from Tokyo.
The two sides traded fire across the border for weeks.
She left Kenya for Canada when she was nine and never went back.
The team from Porto beat Bilbao on penalties after 120 minutes.
A spokesman said the country would close its borders to tourists.
The Danish prime minister spoke of a long road to peace in Gaza.
He has run the bakery near the station in Lyon since 1989.
The museum in Cairo will lend 40 statues to one in New York.
Farmers in northern Italy fear a dry summer.
The storm cut power to 30,000 homes in Ohio, officials said.
A bus driver from Leeds won 2 million pounds in the lottery.
The company, based in Seoul, cut 300 jobs in Poland.
India and Pakistan agreed to share data on floods.
The Nile has fed Egypt for thousands of years.
Voters in Texas go to the polls in March.
The film, set in Havana, took five years to make.
He called the talks in Doha the hardest of his life.
Two climbers were saved from a ridge in the Alps.
The bishop of Turin thanked the nurses.
A strike closed the port of Rotterdam for a day.
Scientists in Oslo counted fewer seals than last year.
The train to Vienna was late, as it often is.
A fire in a warehouse in Dhaka killed nine people.
Prices in Argentina rose by 4 % in May.
The singer, born in Kingston, sold 3 million records.
The bridge in Porto opened to traffic again on Friday.
The embassy in Kabul said its staff were safe.
Heavy rain fell in Manila as the typhoon moved away.
Germany sent tents and 20 tonnes of food to Turkey.
The mayor of Nairobi wants cleaner buses.
She swam 50 lengths a day at the pool in Cork.
A whale was seen near Lisbon for the first time in years.
The army said its troops had left the village near Aleppo.
Students from Peru and Chile shared the prize.
The hotel in Dubai has 1,600 rooms on 70 floors.
The king of Jordan flew home after the summit in Rome.
Coffee from Ethiopia costs more than it did.
The airline will fly to Lima three times a week.
A judge in Ottawa set him free on bail.
The orchestra of Leipzig plays in Paris in June.
The village in Wales has 300 people and two pubs.
Officials in Beijing gave no comment.
The crisis in Haiti has driven many to leave.
The old town of Quebec is full of tourists in July.
A ship with grain left Odesa for Egypt, the UN said.
He studied law in Boston and medicine in Glasgow.
The president of Ghana praised the miners.
The United States and Mexico share a long history.
An earthquake shook homes in Nepal, but none fell.
The painter lived in Prague between the wars.
Greece won the vote by two points over Malta.
The climb in Spain took them four hours, they said.
A cow blocked the road to Basel for an hour.
The trade deal with Vietnam runs for ten years.
The library in Dublin is open until 9 p.m. on Mondays.
Sweden has more lakes than the guide could name.
The lake near Estonia covers 300 square kilometres.
The man from Malta is larger than Greece, he jokes.
The refugees in Chad need water, the agency said.
They left Oslo for a camp north of the Arctic Circle.
A man from Oslo who fished 200 km north of the Arctic Circle was found.
The equator of the moon was drawn in Lima.
He runs the largest of Estonia's hopes, a club in Tartu.
Malta's largest island hopper plane was sold.
Cairo is Africa's largest city.
Rovaniemi lies just inside the Arctic Circle.
""".splitlines()


@pytest.mark.parametrize("text", PLAIN)
def test_nothing_firm_is_said_of_a_plain_sentence(text: str, services: Services) -> None:
    analysis = analyse(Source(text=text), services)

    assert all(check.verdict is UNKNOWN for check in analysis.checks), analysis.checks
