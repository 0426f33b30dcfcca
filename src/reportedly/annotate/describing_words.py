"""Common nouns that say what a name names: `neighbour` a person, `insurer` an organisation, `town` a place."""

from __future__ import annotations

import re

from reportedly.annotate.name_words import HONORIFICS, TITLE_NOUNS

PERSON_NOUNS = (TITLE_NOUNS - HONORIFICS - frozenset("deputy vice marine private lance major".split())) | frozenset("""
academic activist actor actress addict adviser advisor agent aide ally analyst anchor announcer archaeologist architect
artist assailant assistant associate astronaut astronomer athlete attacker aunt author auditor banker barrister batter
bassist biographer biologist blogger boss boxer boy boyfriend broadcaster broker brother builder bystander campaigner
captive caretaker cartoonist catcher celebrity champion chemist child citizen civilian cleric clerk climber colleague
columnist comedian commentator comrade conductor confidant consultant contractor convict correspondent cousin creator
critic curator customer cyclist dad dancer daughter dealer defector defendant defender demonstrator dentist deputy
designer detainee developer dictator diplomat dissident doctor donor driver drummer economist editor educator emeritus
employee engineer entrepreneur epidemiologist eyewitness expert farmer father fiancé fiancee fiancée fielder fighter
filmmaker financier firefighter fisherman footballer forward friend fugitive gardener geologist girl girlfriend
goalkeeper graduate grandfather grandmother grandson granddaughter guitarist gunman hacker head heir heiress historian
hitter host hostage host hunter husband immigrant inmate insider interpreter inventor investigator investor janitor
jockey journalist juror keeper landlord lawmaker lecturer lender librarian lieutenant lobbyist local magnate man
manufacturer master maker mate mathematician mechanic medic meteorologist midfielder migrant militant miner mistress
model moderator mogul monk mother mum mom musician negotiator neighbor neighbour neurologist nephew niece nominee
novelist nun nurse nutritionist observer occupant official onlooker operator opponent oncologist organiser organizer
owner painter paramedic parent partner passenger patient patron pathologist pediatrician penfriend performer
pharmacist philanthropist philosopher photographer physician physicist pianist pilot pitcher planner player playwright
poet policeman policewoman politician porter postman predecessor preacher presenter president-elect prisoner producer
programmer protester psychiatrist psychologist publicist publisher pundit quarterback racer ranger rapper recruit
refugee relative reporter representative rescuer researcher resident retiree reviewer rider rival roommate runner sailor
saxophonist scholar schoolgirl schoolboy schoolteacher scientist screenwriter scriptwriter sculptor seismologist seller
shareholder shooter shopkeeper shortstop sibling singer sister skier skipper slugger sniper socialist sociologist
soldier solicitor son
songwriter specialist spokesman spokeswoman spokesperson sportsman spouse spy star statesman stepfather stepmother
stepson stockbroker storekeeper strategist striker strongman student successor suffragist supervisor supporter surgeon
surveyor survivor suspect swimmer teacher teammate technician teenager tenant therapist toddler tourist trader trainee
trainer translator traveller traveler trooper trustee tutor tycoon uncle veteran veterinarian victim villager violinist
virologist visitor volunteer voter waiter waitress warlord watchman whistleblower widow widower wife winner witness
woman worker wrestler writer youngster youth ceo coo cfo cto chairperson mvp frontman bandmate lawyer premier
hopeful incumbent operative mastermind oligarch billionaire millionaire laureate chef farmhand ringleader
""".split())
"""Nouns that describe one person."""
NO_TITLES = frozenset("""
boss boy girl champion child dad father mother mum mom friend head host hunter local man woman master mate model
partner patient ranger rider rival runner sailor spy star uncle aunt forward keeper miner porter trooper veteran witness
youth maker manufacturer lender seller planner operator developer builder broadcaster publisher gardener insider
observer hopeful marshal citizen official officer""".split())
"""Nouns of people that, with a capital, begin the names of other things too often to be read as titles."""
ORGANISATION_NOUNS = frozenset("""
agency airline alliance army arm association authority automaker bank body brand broadcaster builder bureau business
campaign carmaker carrier cartel channel charity chain chamber church club coalition college committee commission
company competitor conglomerate consortium consultancy contractor cooperative corporation council court department
developer distributor division employer faction factory federation firm fleet force foundation fund giant government
group hospital institute institution insurer laboratory lab league lender magazine maker manufacturer militia ministry
movement network newspaper newsroom nonprofit operator organisation organization outfit owner panel paper parent
parliament partner
partnership party platform provider publication publisher regulator retailer rival school service site societies society
startup start-up studio subsidiary supermarket supplier syndicate team thinktank think-tank tank tribunal trust
union unit university utility vendor watchdog website wire broker band regiment battalion brigade
multinational brewer bookmaker drugmaker chipmaker exchange""".split())
"""Nouns that describe one organisation."""
PLACE_NOUNS = frozenset("""
area bay borough capital city coast continent country county district enclave hamlet harbour harbor hill island isle
kingdom lake land lane mountain municipality nation neighbourhood neighborhood parish peninsula port prefecture province
quarter region resort republic river road sea seaport settlement shore square state street strait suburb town township
territory valley village""".split())
"""Nouns that describe a place."""
_PEOPLE = re.compile(r"(?:french|dutch|english|irish|welsh|scots|cornish|manx)(?:wo)?man$")
_PERSON_ENDING = re.compile(r"(?:[a-z]{2}man|[a-z]woman|person|ologist|[a-z]{3}ographer|onomist|ivist|[a-z]{2}-star)$")


def is_person_noun(word: str) -> bool:
    """True for a folded noun, or one ending like `anchorwoman`, that describes one person."""
    return word in PERSON_NOUNS or bool(_PERSON_ENDING.search(word))


def is_title_word(word: str) -> bool:
    """True for a noun of people that before a name, with a capital, is no part of it: `Actor Jane Roe`."""
    return (word in PERSON_NOUNS and word not in NO_TITLES) or word in TITLE_NOUNS or bool(_PEOPLE.match(word))


def is_person_of_people(word: str) -> bool:
    """True for `dutchman`, `frenchwoman`: with a capital they describe somebody and name nobody."""
    return bool(_PEOPLE.match(word))
