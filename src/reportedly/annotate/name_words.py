"""Words of English news that tell what a capitalised word is: titles, heads of organisations, calendar, given names."""

from __future__ import annotations

MALE_HONORIFICS = frozenset("mr sir lord king prince father brother emperor".split())
FEMALE_HONORIFICS = frozenset("mrs ms miss madam madame lady dame queen princess sister mme empress".split())
HONORIFICS = frozenset("mr mrs ms miss madam madame mme sir dame dr prof professor rev reverend".split())
"""Words that stand before a name and are never part of it."""

TITLE_NOUNS = HONORIFICS | frozenset("""
president premier minister chancellor secretary senator sen representative rep congressman congresswoman governor gov
mayor general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal admiral adm commander chief
commodore marshal brigadier brig chairman chairwoman chair chairperson director judge justice magistrate prosecutor
attorney ambassador envoy spokesman spokeswoman spokesperson king queen prince princess emperor empress sultan sheikh
sheik emir pope cardinal archbishop bishop patriarch rabbi imam ayatollah coach detective inspector constable
officer executive
sheriff speaker lawmaker leader ceo cfo cto editor analyst lawyer commissioner superintendent lord lady
councillor councilman councilwoman counsel counselor treasurer dean provost principal warden marine lance private pvt
private cpl private spc baron baroness duke duchess earl count countess mp mep manager founder lawyer legislator
deputy vice undersecretary pastor father sister brother candidate""".split())
"""Nouns that, before a name, say what the person is."""

TITLE_MODIFIERS = frozenset("""
prime vice deputy foreign defense defence interior finance health justice education energy trade labour labor culture
transport agriculture environment home chief former acting interim attorney assistant associate executive senior
first second third special supreme police army navy force air brigadier major rear lieutenant master general
managing crown grand state majority minority house senate opposition party security national public press
undersecretary under outgoing incoming then ex ret retired permanent joint district county city capital warfare
military counterintelligence intelligence field fleet fire staff""".split())
"""Words that belong to a title when a title noun follows them."""

TITLE_GENDER = {**dict.fromkeys(MALE_HONORIFICS, "m"), **dict.fromkeys(FEMALE_HONORIFICS, "f"),
                **dict.fromkeys("""chairman spokesman congressman councilman duke baron policeman businessman
                statesman fisherman""".split(), "m"),
                **dict.fromkeys("""chairwoman spokeswoman congresswoman councilwoman duchess baroness
                policewoman businesswoman countess actress""".split(), "f")}

OF_HEADS = frozenset("""
ministry department university bank bureau board chamber council court house church college institute office
commission committee association society federation union league academy school directorate secretariat
organization organisation center centre republic kingdom city gulf bay cape isle strait sea duchy
people's museum secretary state states islands province district embassy foundation fund programme program gallery
assembly parliament army authority agency movement alliance front coalition""".split())
"""Words after which ` of X` or ` for X` belongs to the name."""

PLACE_HEADS = frozenset("""
street road avenue boulevard square park bridge river lake sea ocean bay gulf island islands mountain mountains mount
lane drive terrace valley
county province city airport harbour harbor port peninsula strait desert forest district region village town
beach canal plaza palace stadium station hotel prison base republic kingdom states territory cape hill hills
coast mosque cathedral temple tower monument memorial castle zoo cemetery""".split())

CORPORATE_SUFFIXES = frozenset("inc incorporated corp corporation co company ltd limited llc llp plc".split())

PARTICLES = frozenset("de del della der den di da do dos du la le van von bin ibn al el ul ter ten zu y e".split())
"""Small words inside names of people."""

CALENDAR = frozenset("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
christmas easter ramadan thanksgiving today yesterday tomorrow gmt utc est edt pst am pm bst cet kst""".split())

NEVER_NAMES = frozenset("""
i we he she it they you me him her us them my your his its our their this that these those there here what who whom
whose which when where why how and but or nor so yet for if as at by from in into of on off onto to with without within
about above after against among around before behind below between beyond during except inside like near over since
through throughout till toward towards under until up upon via despite amid
a an the some any no none every each all both few many most more much several such other another one two three four
five six seven eight nine ten dozens hundreds thousands millions not also however meanwhile moreover furthermore
therefore thus still then now later earlier again once even just only perhaps maybe yes although though while because
unless whether is are was were be been being am do does did have has had will would can could shall should may might
must let please thanks thank hello hey hi wow ok okay dear
breaking update updated watch live read exclusive photo image video file
photos images videos source sources editor correction analysis opinion advertisement caption credit credits toggle
enlarge contributor correspondent reporter share follow subscribe newsletter click related reporting writing additional
according asked added speaking following regarding including excluding given based instead
says said tells told warns urges vows calls asks denies claims wins loses dies arrests
mr mrs ms dr st jr sr ii iii iv
q a""".split())
"""Words that are no name by themselves, capital or not."""

DEMONYMS = frozenset("""
american french german dutch swiss greek thai turk turkish iraqi israeli pakistani afghan saudi emirati qatari kuwaiti
czech slovak croat serb pole finn finnish swede swedish dane danish spaniard spanish welsh scottish irish english
british polish chinese japanese portuguese vietnamese taiwanese lebanese burmese maltese sudanese congolese
russian ukrainian korean indian iranian syrian egyptian libyan tunisian algerian moroccan nigerian kenyan ethiopian
canadian mexican brazilian argentine argentinian chilean colombian venezuelan peruvian cuban haitian jamaican
australian italian austrian hungarian romanian bulgarian serbian croatian bosnian albanian macedonian estonian latvian
lithuanian belarusian georgian armenian azerbaijani kazakh uzbek norwegian icelandic belgian european african asian
arab western eastern northern southern soviet filipino indonesian malaysian singaporean cambodian laotian mongolian
nepali bangladeshi yemeni jordanian palestinian kurdish jewish muslim christian catholic protestant sunni shia hindu
buddhist republican democratic democrat conservative liberal labour socialist communist islamic islamist""".split())
"""Adjectives of peoples, creeds and parties: `the Ruritanian president` names no group."""

COMMON_SURNAMES_FIRST = frozenset("""
kim lee park choi jung jeong chung kang cho yoon jang lim im han oh seo shin kwon hwang ahn an song ryu yoo yu hong moon
mun son bae baek noh roh heo hur nam sim shim ha kwak sung cha joo ju woo koo gu min na jin ji um eom won cheon
bang kong
hyun ham byun yeom pyo wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao liang zheng
luo xie
tang deng cao peng zeng xiao tian dong pan yuan cai jiang nguyen tran pham phan vu dang bui ngo tsai ko hsu
xi""".split())
"""Family names that stand first (Korean, Chinese, Vietnamese)."""

GIVEN_MALE = frozenset("""
aaron abdul abdullah adam adrian ahmad ahmed alan albert alberto alejandro alex alexander alexei alexey ali
alistair amir
anatoly anders andre andreas andrei andrew andy angus anthony anton antonio arthur arturo barack barry ben benjamin
bernard bill bob boris brad brandon brendan brent brett brian bruce bruno bryan carl carlos cesar charles charlie chris
christian christopher clarence claude colin craig curtis cyril daniel dave david dean dennis derek diego dimitri dmitri
dmitry don donald doug douglas duncan dustin dwight earl ed eduardo edward edwin elliott emmanuel enrique eric erik
ernest
eugene evan evgeny fabio felipe felix fernando francesco francis francisco frank franz fred frederick gabriel garry gary
gavin geoff geoffrey george gerald gerard gerhard gilbert giovanni glenn gordon graham greg gregory guillermo
gustavo guy
hamid hans harold harry harvey hassan hector henri henry herbert herman howard hugh hugo ian ibrahim igor ilya
isaac ivan
ivo jack jacob jaime jake james jamie jan jared jason javier jay jean jeff jeffrey jens jeremy jerome jerry jesse jesus
jim jimmy joachim joe joel joerg john johnny jon jonathan jorge jose joseph joshua juan julian julio justin karim karl
keith kelvin ken kenneth kevin khalid klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard
leonid leslie lewis liam lloyd louis lucas luis luke mahmoud malcolm manuel marc marcel marco marcus mario mark markus
marshall martin marvin massimo matt matthew maurice max maxim michael michel miguel mike mikhail miles mitch mitchell
mohamed mohammad mohammed morgan moses muhammad murray mustafa nathan neil nelson nicholas nick nicolas nigel nikolai
nikita norman oleg oliver omar oscar osama otto owen pablo patrick patricio paul paulo pavel pedro pete peter petr phil
philip philippe pierre piotr quentin rafael ralph ramon randy raul ray raymond reginald reza ricardo richard rick rob
robert roberto rod roger roland roman ron ronald rory roy rudolf rudy russell ryan salim salvador sam samuel scott sean
sebastian serge sergei sergey seth shane shaun sidney simon stan stanley stefan stephen steve steven stewart stuart
sylvain tariq ted terrence terry theodore thomas tim timothy todd tom tomas tommy tony travis trevor tyler valery vernon
victor viktor vincent vince vitaly vladimir vladislav volodymyr wade walter warren wayne werner wesley will willem
william
winston wolfgang xavier yann yevgeny yuri yusuf zachary nathaniel rishi keir narendra emil jens jonas sven
olaf""".split())

GIVEN_FEMALE = frozenset("""
abigail ada adriana agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amy ana anastasia
andrea
angela angelina anita ann anna anne annette annie antonia april ashley audrey barbara beatrice becky belinda bella
bernadette
beth betty beverly bonnie brenda bridget brooke camille carla carmen carol carolina caroline carolyn catherine
cathy cecilia
charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie cynthia daisy dana danielle
dawn deborah debra denise diana diane dolores donna dorothy edith eileen elaine eleanor elena elisabeth elise eliza
elizabeth ella ellen elsa emily emma erica erin esther eva eve evelyn fatima felicity fiona florence frances francesca
gabriela gail georgia gina gisele gladys gloria grace greta gwen hannah harriet hazel heather heidi helen helena
hillary hilary
holly ida ines ingrid irene iris irina isabel isabella jacqueline jane janet janice jasmine jean jeanne jennifer
jenny jessica
jill joan joanna joanne josephine joy joyce juanita judith judy julia juliana julie june karen karin kate katherine
kathleen
kathryn kathy katie katya kelly kerry kim kimberly kirsten kristen kristina laura lauren layla leah leila lena
leslie lillian
lily linda lisa liz lois lorraine louise lucia lucy lydia lynn madeleine maggie marcia margaret maria mariam marie
marina
marion marjorie martha mary maureen megan melanie melissa mercedes michelle mildred miriam molly monica monique
nadia nancy
naomi natalia natalie natasha nicole nina nora olga olivia pamela patricia paula pauline peggy penelope petra
phyllis polly
priya rachel rebecca regina renee rhonda rita roberta rosa rose rosemary ruby ruth sabrina sally samantha sandra
sara sarah
shannon sharon sheila shirley silvia simone sofia sonia sophia sophie stacey stella stephanie sue susan suzanne svetlana
sylvia tamara tania tanya tara tatiana teresa theresa tiffany tina tracy ursula ursula valerie vanessa vera
veronica victoria
violet viola virginia vivian wendy yasmin yolanda yulia yvette yvonne zoe kamala kirsti priti tammy avivah ingeborg
annalena""".split())

AGENCIES = frozenset("""ap afp upi dpa tass pti ani ians efe ansa apa bbc cnn nbc abc cbs npr nhk kbs mbc sbs fox msnbc
rfe rt pa aap cbc cbn cnbc itv rtl zdf ard""".split())
"""Short names of agencies and broadcasters, written in capitals: organisations, never people."""
THING_ACRONYMS = frozenset("""ict it iq eq dna rna gdp gnp gni vip cd dvd tv pc hiv aids covid gps usb url html css xml
pdf rss sql api ai vr ar iot gpl fdl wifi sms mms faq diy rip rsvp asap fyi ngo ngos ufo ufos suv atm pin sim led lcd
cctv gpa phd mba ba ma bsc msc mfa id cv hr pr er icu mri ct cpr ptsd adhd ocd std uv ph bmi kg km mph rpm hz mw kw ghz
rov
rovs uav uavs drm ip isp vpn www http https rpg mmorpg fps dlc irc lgbt lgbtq lgbtqi bdsm nsfw mia pow pows wmd wmds
icbm icbms ied ieds rpgs sos am pm bc ad ce bce roi kpi ipo ceo cfo cto""".split())
"""Acronyms in capitals of things, degrees, units and posts: nobody and no body."""
BARE_ADJECTIVES = frozenset("""national international educational federal special royal supreme global social private
regional joint acting senior presidential parliamentary congressional municipal metropolitan emeritus""".split())
"""Adjectives that alone, with a capital, are what a cut has left of a longer name."""
PLATFORMS = frozenset("""twitter facebook google youtube instagram tiktok telegram whatsapp reddit linkedin snapchat
microsoft netflix disney wikipedia wikinews spotify airbnb uber paypal samsung huawei alibaba tencent boeing airbus
toyota volkswagen volvo nissan honda hyundai siemens nokia ericsson intel ibm pfizer moderna astrazeneca gazprom rosneft
exxonmobil halliburton walmart ikea starbucks""".split())
"""Firms and services whose names are nothing else: organisations wherever they stand."""
AGENCY_NAMES = frozenset("""reuters yonhap xinhua bloomberg interfax kyodo bernama antara ukrinform jiji anadolu
getty""".split())
"""Agencies whose names look like those of people or places."""

OFFICE_TAILS = frozenset("""state defense defence staff commerce labor labour education energy treasury justice police
operations parliament government mission""".split())
"""What follows `of` inside a title: `Secretary of State`."""
OFFICE_OWNERS = TITLE_NOUNS | frozenset("general auditor ombudsman people women children workers farmers".split())
"""Words whose possessive can be part of an institution's name: `Prosecutor's Office`."""
DEDICATED = frozenset("""hospital hospice infirmary church cathedral chapel abbey priory college school academy
university square palace park bridge hall house""".split())
"""What is named after a saint or a patron: `St Petroc's Hospital`."""
EVENT_TAILS = frozenset("""series cup prix championship championships olympics games war wars festival marathon act
bill treaty agreement accord accords protocol papers files leaks award awards prize curse day night week month virus
syndrome disease paralympics paralympic goals plan plans policy guidelines index licence license definition
constitution amendment resolution study survey fair expo summit exhibition species number numbers
information""".split())
"""Last words of what is neither somebody nor somewhere: events, works, laws."""
EVENT_HEADS = frozenset("hurricane storm cyclone typhoon operation tropical project".split())
SELF_STANDING = frozenset("parliament congress senate cabinet bundestag knesset assembly treasury".split())
"""Heads of organisations that by themselves, with a capital, name one."""
HEADLINE_LABELS = frozenset("""lead live report reports breaking urgent media police online act call domain army navy
hackers hacker office contributor writer staff correspondent opinion world business politics sport sports tech home
menu search login news politics economy culture lifestyle weather markets entertainment court judge senior capital
digital protect martial fair video audio podcast gallery timeline explainer factbox profile newsletter advertisement
north south east west domain city state university bank church hospital government commission committee council ministry
department agency company association party union club college school station street road internet web email mum mom
dad god hq ok pool officials official sir madam president minister king queen most""".split())
"""Words that, alone and with a capital, head a line or stand for a kind of thing; they name nobody."""

HYPHEN_TAILS = frozenset("""led backed based era born style like wide linked controlled run held owned made ruled
related
aligned sponsored funded trained speaking friendly born educated allied occupied bound class type old""".split())
"""What follows a name and a hyphen in an adjective: `Ruritania-backed`."""
