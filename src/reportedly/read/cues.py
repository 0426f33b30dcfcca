"""Anchored cues of English page furniture: what a line that is not part of the report looks like.

Every pattern is matched against one whole line with single spaces and straight apostrophes. A cue takes a line only
when nothing but furniture can look so; a line that could be a sentence of the report stays in the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLATFORM = (r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|pocket|flipboard|e-?mail|mail|print|"
             r"messenger|instagram|youtube|tiktok|google\+?|google plus|tumblr|bluesky|threads|mastodon|sms|viber|"
             r"copy link|copy url|link|line|weibo|vk|digg|stumbleupon|truth social|gettr|parler)")
_PERSON = r"(?:[A-Z][\w.'-]*|de|da|van|von|der|den|bin|al|la|le|el|di)"
_NAME = rf"[A-Z][\w.'-]*(?: {_PERSON}){{0,4}}"
_AGENCY = (r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|UPI|dpa|DPA|ANSA|EFE|TASS|Xinhua|Kyodo|Yonhap|PTI|ANI|IANS|CP|PA|AAP|"
           r"Bloomberg|CNN|BBC|NPR|CNBC|Associated Press|The Associated Press|Agence France-Presse|Interfax|Ukrinform|"
           r"The Canadian Press|Press Association|Getty Images|Getty|EPA|Shutterstock|Alamy|IMAGN|USA Today)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One sign of furniture."""

    detail: str
    """`Zone.detail` of a line that it takes; `byline` and `caption` stand for zone kinds of their own."""
    rule: str
    pattern: re.Pattern[str]
    most_words: int


def _cue(detail: str, rule: str, pattern: str, most_words: int = 14, *, exact: bool = False) -> Cue:
    return Cue(detail, rule, re.compile(rf"(?:{pattern})", 0 if exact else re.IGNORECASE), most_words)


CUES: tuple[Cue, ...] = (
    # --- sharing
    _cue("share", "line of sharing words",
         rf"(?:(?:share|tweet|post|pin|save|send|copy|click|follow|like|print|e-?mail)(?:s|d)?(?: (?:this|it|on|via|to|with|by|"
         rf"us|article|story|page|post|friends|link|here|the))*[: ]*)?{_PLATFORM}(?:[ ,|/·•-]+(?:and |or |share |on |via )*"
         rf"(?:{_PLATFORM}|share|tweet|more|save|comments?|\d+))*", 20),
    _cue("share", "call to share", r"sharing is caring|share (?:this|the) (?:article|story|post|page|news|video)?.{0,40}|share|shares|"
         r"\d[\d.,]*[km]? shares?|share (?:on|via|with) .{1,40}|tweet(?: this)?|click to share.*|spread the word|"
         r"like this:?|like loading.*|pass it on|(?:share|save) (?:options|tools)|(?:social )?sharing", 12),
    _cue("share", "note that a link was copied", r"(?:link|url)(?: (?:was|has been))? copied(?: to (?:the )?clipboard)?|"
         r"copy (?:the )?(?:link|url|short ?link).{0,20}|copied(?: to clipboard)?!?|get (?:short )?link|gift this article"),
    # --- teasers
    _cue("see-also", "begins with \"See also\"", r"see also\b.*|also see\s*[:–—-].*", 40),
    _cue("see-also", "begins with a teaser cue",
         r"(?:read|also read|read also|see|watch|watch also|listen|more|related|recommended|explainer|explained|trending|must read|"
         r"must-read|must watch|don't miss|in case you missed it|icymi|read next|up next|next up|analysis|opinion|from the archive|"
         r"further reading|further reporting|previously|also on .{1,30}|"
         r"read more|more here|see more|more on this|more to read|background|go deeper|related (?:article|story|post|news|link|video|content|"
         r"coverage|reading)s?|(?:similar|suggested|popular|latest|top|featured|recent) (?:article|storie|story|post|new|video|read)s?"
         r")\s*(?::|\||»|›|>|→)\s*\S.*", 40),
    _cue("see-also", "begins with a teaser in capitals",
         r"(?:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|RELATED|WATCH|TRENDING|MUST READ|DON'T MISS|MORE ON THIS)"
         r"\s*[:–—-]?\s+[A-Z\"“'‘\[].*", 40, exact=True),
    _cue("see-also", "asks to read on", r"(?:read|see|view|continue reading|keep reading|click here (?:to|for)|tap here (?:to|for)) "
         r"(?:the )?(?:full|whole|complete|entire|original|more|next|rest of the|previous)\b.{0,60}(?<![.!?])", 14),
    _cue("see-also", "heading of a list of other reports",
         r"(?:related|most[- ](?:read|viewed|popular|shared|watched|recent|commented)|trending(?: now)?|recommended|popular|"
         r"top stories|latest(?: news| stories| posts)?|recent posts|more (?:stories|news|headlines|top stories)|more (?:on|from|in|about) .{1,40}|"
         r"you (?:may|might)(?: also)? (?:like|be interested in)|editor'?s'? picks?|from the web|around the web|"
         r"what to read next|read (?:next|more|on|this next)|see more|up next|don't miss|must reads?|recommended(?: for you| stories| reading)?|"
         r"related (?:articles?|stor(?:y|ies)|posts?|news|links?|videos?|content|coverage|topics?|reading|tags?|items|"
         r"internet links)|in case you missed it|further reading|popular (?:now|posts|stories|in .{1,30})|top news|today's top stories|"
         r"more (?:like this|to explore|coverage|reading)|next (?:article|story|post|up)|previous (?:article|story|post)|"
         r"tags?|topics?|filed under|categories|(?:also )?in this (?:section|series)|you(?:'ll| will) also like)\s*:?", 9),
    _cue("see-also", "line of tags", r"(?:tags?|topics?|filed under|categories|posted in|keywords)\s*[::]\s*.{1,200}", 30),
    # --- views
    _cue("views", "count of views", r"(?:post |page |total |article )?(?:views?|hits|reads)\s*[::]\s*[\d.,]+ ?[km]?|[\d.,]+ ?[km]? "
         r"(?:total |page )?(?:views?|reads|likes|retweets|followers|reactions|claps|votes)(?: so far| today)?|"
         r"(?:viewed|read|seen) [\d.,]+ times|\d+ min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|reading time:? .{1,20}|"
         r"estimated read(?:ing)? time.{0,20}"),
    # --- comments
    _cue("comments", "comment form", r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response)s?\b.{0,30}|"
         r"cancel reply|submit(?: comment)?|post comment|reply|(?:name|e-?mail|website|comment|message)(?: address)? ?\*|"
         r"save my name,? e-?mail.*|your e-?mail address will not be published.*|required fields are marked.*|"
         r"notify me (?:of|when|by) .*|be the first to (?:comment|reply|review).{0,30}|(?:you must|please|you need to) (?:be )?"
         r"(?:log|sign)(?:ged)?[ -]?in to .{0,60}(?:comment|reply|vote).{0,20}|(?:log|sign) in to (?:leave|post|add|write|join).{0,40}", 40),
    _cue("comments", "comment heading", r"(?:comments?|responses?|replies|reader comments|discussion)(?: ?\(\d+\)| ?: ?\d+)?|\d[\d,]* (?:comments?|responses|replies)"
         r"(?: (?:on|to) .{1,120})?|no comments?(?: yet)?|comments (?:are|have been) (?:now )?(?:closed|off|disabled|turned off|moderated).*|"
         r"(?:view|show|load|read|hide|see|expand)(?: all| more| the| previous)?(?: [\d,]+)?(?: more)? (?:comments?|replies)|"
         r"join the (?:conversation|discussion|debate)|(?:have|start|join) (?:your say|the conversation|the discussion)|"
         r"what do you think\?.{0,60}(?:comments?|below|know).{0,20}|(?:let us know|tell us|share your (?:thoughts|views|opinion)).{0,40}comments?.{0,20}", 26),
    # --- notices
    _cue("notice", "spam filter notice", r"this (?:site|website|form|blog) (?:uses akismet|is protected by).*|learn (?:more about )?how your comment data.*", 60),
    _cue("notice", "cookie or privacy notice", r"(?:this|our) (?:web ?site|site) uses cookies.*|we (?:and our partners )?use cookies.*|"
         r"(?:by (?:continuing|using|clicking|signing up|submitting|subscribing)).{0,120}(?:cookies|terms|privacy|agree).*|"
         r"(?:cookie|privacy|editorial|ethics|comment|corrections?) (?:policy|settings|notice|preferences|guidelines)|terms(?: (?:of|and|&) (?:use|service|conditions))?|"
         r"(?:accept|reject|manage) (?:all )?cookies|please (?:enable|turn on) (?:javascript|cookies).*|your browser does not support.*|"
         r"do not sell (?:or share )?my (?:personal )?info.*", 70),
    _cue("notice", "copyright notice", r"(?:copyright\b|\(c\) ?(?:19|20)\d\d|©).{0,200}|all rights reserved.*|.{0,80}all rights reserved\.?|"
         r".{0,80}material may not be (?:published|reproduced|copied|broadcast|rewritten).*", 60),
    _cue("notice", "disclaimer", r"(?:the )?(?:views|opinions) expressed (?:in|by|here|are).*|disclaimer:.*|(?:we|this site|our team) may (?:earn|receive|get) "
         r"(?:a |an )?(?:affiliate )?(?:commission|compensation).*|.{0,60}contains affiliate links.*|this (?:article|story|post) (?:has been |was )?"
         r"(?:auto-?generated|published from a|generated) .*", 60),
    _cue("notice", "note on a developing story",
         r"(?:this is a )?(?:breaking|developing) (?:news )?(?:story|news|situation|event)\b.{0,120}|(?:this )?(?:is a )?(?:live|developing) (?:blog|story)[.:]?.{0,60}|"
         r"more (?:details|information|updates?) (?:soon|to follow|to come|as (?:we|they|it) .{1,40}).{0,20}|more (?:to follow|to come|follows|soon)\.*|"
         r"(?:please )?(?:check back|refresh|stay tuned|stay with us).{0,80}|(?:this )?(?:story|article|page|report|post) (?:is being|will be|has been|was)(?: \w+)? updated"
         r"(?! (?:to|with|after|on|at)).{0,80}|details to follow.{0,20}|\(?more\)?\.{3}", 26),
    # --- adverts
    _cue("advert", "advertisement", r"(?:\W*)(?:advertisements?|advertising|sponsored(?: content| post| by .{1,40})?|promoted(?: content)?|paid (?:post|content|partnership)|"
         r"ads?|ad feedback|remove ads|loading (?:ad|advertisement)|report this ad|why this ad\??|partner content)(?:\W*)(?:continue reading(?: the main story)?|"
         r"skip advertisement|story continues below.*|scroll .{1,40})?", 10),
    _cue("advert", "text around an advertisement", r"(?:story|article|content|report|text) continues (?:below|after).{0,40}|continue reading(?: the main story| below.*)?|"
         r"skip (?:advertisement|ad)|scroll (?:down )?(?:to|for) (?:continue|more|read).{0,30}|(?:article|story) continues", 12),
    # --- promotion
    _cue("promo", "invitation to subscribe", r"(?:please )?(?:sign ?up|subscribe|register|join)(?: here| now| today| free)?(?: (?:for|to|with|by|and)\b.{0,160})?[.!:]?|"
         r"already (?:a|have an?) (?:subscriber|member|account)\b.{0,40}|(?:sign|log) ?in|(?:enter|type) your e-?mail.{0,60}|"
         r"get (?:our|the|all the|daily|more|breaking)\b.{0,120}(?:newsletter|inbox|alerts?|app|e-?mail|notifications?|updates)\b.{0,60}|"
         r".{0,100}(?:delivered|straight|direct(?:ly)?|sent) (?:straight |directly )?(?:to|into) your inbox.{0,60}|thank you for (?:subscribing|signing up|registering).{0,60}|"
         r"(?:newsletter|e-?mail) (?:sign ?-?up|subscription)|(?:our |the |daily |free )*newsletters?|subscribe|you (?:can|may) unsubscribe .{0,60}|"
         r"(?:you have|you've) (?:\w+ )?(?:free )?articles? (?:left|remaining).{0,40}|this (?:article|content|story) is (?:for|reserved for|only available to) (?:subscribers|members).{0,60}", 34),
    _cue("promo", "invitation to follow", r"(?:follow|like|find|join|connect with|check|watch|add) (?:us|me|our|him|her|them|out us|us out)(?: out)?\b(?: @| on\b| in\b| via\b| at\b|:|$).{0,120}|"
         r"follow (?:@\w+|.{1,40}) on (?:facebook|twitter|x|instagram|youtube|telegram|whatsapp|google news|linkedin|tiktok|threads|bluesky|apple news)\b.{0,60}|"
         r"(?:follow|get|read) (?:the |all |all the |our )?(?:live|latest|breaking|more)(?: \w+){0,3} (?:updates?|coverage|news|blog)\b.{0,40}|"
         r"(?:click|tap|press|go) here\b.{0,100}|(?:download|get|install|try|open) (?:our|the)(?: \w+){0,4} app\b.{0,80}|"
         r"for (?:more|all the|the) (?:latest |breaking |top )?(?:news|stories|updates|information|headlines|live updates)\b.{0,120}(?:follow|visit|subscribe|click|download|join|sign up|see our|head to|check)\b.{0,80}|"
         r"(?:stay|keep) (?:up to date|updated|informed|connected)\b.{0,120}|(?:join|get) (?:our|the) (?:whatsapp|telegram|facebook|discord) .{0,60}", 34),
    _cue("promo", "appeal to readers", r"(?:do|did) you (?:have|know|spot|see|witness) (?:a|an|any|more|something)\b.{0,60}(?:story|tip|news|video|photo|information|typo|error).{0,80}|"
         r"we pay for (?:your |videos|stories).{0,60}|(?:got|have) (?:a |an? )?(?:news )?(?:tip|story)\b.{0,40}\?.{0,100}|(?:e-?mail|call|contact|text|write to) (?:us|the \w+) (?:at|on)\b.{0,100}|"
         r"(?:please )?(?:support|donate|become a (?:member|subscriber|patron)|make a (?:donation|contribution)|buy (?:me|us) a coffee)(?: (?:to|now|today|here|our|us|independent|quality|local|the)\b.{0,100})?[.!]?|"
         r"thank(?:s| you) for (?:reading|visiting|watching|listening)\b.{0,60}|send (?:us )?(?:your )?(?:tips|news tips|letters|feedback|corrections)\b.{0,80}", 34),
    _cue("promo", "address or account and nothing else", r"(?:https?://|www\.)\S+|@\w{2,30}(?:[ ,|]+@\w{2,30})*|#\w+(?:[ ,|]+#\w+)*|\S+@\S+\.\w{2,10}", 8),
    # --- credits
    _cue("credit", "credit of a picture",
         rf"(?:\(?(?:photos?|images?|pictures?|photographs?|videos?|graphics?|illustrations?|file photo|credits?|photo credits?|image credits?|image source|"
         rf"picture source|source|courtesy|screenshot|getty|infographic)(?: credits?| source| courtesy)?(?: ?[:/|] ?| by | courtesy of | courtesy | via )).{{1,80}}(?<![.!?])\)?", 14),
    _cue("credit", "credit of an agency", rf"(?:\W|{_NAME} ?)?\W{{0,3}}{_AGENCY}(?:[ /,|-]+(?:via |and |/)?(?:{_AGENCY}|{_NAME}))*(?: (?:photo|file photo|photos|images?|contributor|contributors))?\W{{0,2}}",
         8, exact=True),
    _cue("credit", "credit of a picture", rf"{_NAME}\s?(?:/|\||, ?via|via)\s?(?:{_AGENCY}|[A-Z]\w+ (?:Images|Photos|Press|Pictures)).{{0,40}}", 10, exact=True),
    _cue("credit", "credit of contributors",
         r"\W*(?:additional |with )?(?:reporting|writing|editing|written|compiled|edited|reported|produced|translated|photography|research)(?: and (?:writing|editing|reporting))?(?: (?:in|from) [\w ]{1,30})? by:? .{1,200}|"
         r"\W*(?:with (?:inputs?|files|reporting|material|information|additional reporting)\b.{0,20} (?:from|by) .{1,120})|"
         r"\W*(?:(?:the )?[\w.'’-]+(?:[ ,]+(?:and |the )?[\w.'’-]+){0,30} (?:also )?contributed (?:to|reporting|from)\b.{0,80})\W*", 50),
    # --- places of the page
    _cue("navigation", "part of the page's frame", r"(?:left|right|main|top|side|site|user|mobile|footer|header)[ -]?(?:menu|nav(?:igation)?|bar|column|sidebar|rail)|menu|"
         r"home ?page|home|search(?: \.\.\.| this site)?|skip (?:to|past) .{1,30}|toggle (?:navigation|menu|search|caption|sidebar)|(?:back|return|scroll|go) to (?:the )?(?:top|home|homepage|start|previous page)|"
         r"jump to .{1,30}|close|next|previous|prev|next page|previous page|page \d+(?: of \d+)?|\d+ / \d+|\d+ of \d+|(?:show|load|view|see) (?:more|less|all)|expand|collapse|table of contents|contents|"
         r"you are here:?.{0,80}|breadcrumbs?|settings|log ?out|my account|about us|contact(?: us)?|advertise(?: with us)?|help|faq|sitemap|site map|rss|"
         r"all sections|sections|edition|switch edition|language|loading\.*|open (?:image|menu|navigation)(?: in .{1,20})?|go to .{1,30} (?:page|home ?page)|print this (?:page|article)|"
         r"text size.{0,20}|(?:increase|decrease|larger|smaller) (?:font|text).{0,20}|a\+|aa|listen(?: to (?:this )?(?:article|story))?(?: ?\(?\d+ ?min\w*\)?)?|play(?: video| audio)?|pause|mute|unmute|live", 8),
    _cue("navigation", "path of sections", r"[\w&' -]{2,25}(?: ?[>›»] ?[\w&',.: -]{2,60}){1,5}", 16),
    _cue("navigation", "label of a section", r"what'?s the (?:story|news|latest)|(?:story|article|news) highlights?|at a glance", 5),
    _cue("other", "bracketed label", r"\[ ?[A-Z][A-Z0-9 /&_-]{1,24} ?\]", 4, exact=True),
    _cue("other", "file name or slug", r"[a-z]{2,20}(?:[-_][a-z0-9]{2,20}){1,6}|\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)", 1, exact=True),
    _cue("other", "label of a picture", r"(?:(?:enlarge|view|open|expand|zoom|show|hide) (?:this |the |full |full[- ]size )?(?:image|photo|picture|caption|gallery|slideshow)|"
         r"image|photo|photos|video|gallery|slideshow|picture|(?:image|media|photo|video|picture|file) (?:caption|source|copyright|gallery)|featured image|"
         r"(?:toggle|hide|show) caption|play video.{0,40}|watch video|view gallery.{0,20}|\d+ (?:photos?|images|pictures|videos?)|live|video player.{0,30}|placeholder)\b\W*", 6),
    _cue("other", "nothing but marks", r"[\W_]{1,200}", 40),
)

BYLINE = re.compile(
    rf"(?:(?:written|reported|posted|published|words|story|text|analysis|opinion)?\s*[bB]y|BY|Posted by|Written by|Published by|Author|Authors|Reporter)\s*:?\s+"
    rf"(?:The |the )?(?P<names>{_NAME}(?:(?:,? and |, | & | \| ){_NAME}){{0,8}})(?P<rest>(?:\s*[,|–—•·/(-].{{0,90}}|\s+(?:for|in|at|of|on|with|from) .{{1,60}}|\s+\d.{{0,60}})?)")
"""A line that names who wrote the report; the names are the group `names`."""
STAMP = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|uploaded|issued|date|last update)\s*(?:on|at|:)?\s*:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s*)?(?:at\s)?(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?[,|·•\s]*)?(?:on\s)?"
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+\d{4}|\d{4}-\d\d-\d\d|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4})[,|·•–—\s]*(?:at\s*)?(?:t?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*\(?(?:[A-Z]{1,4}(?:[+-]\d{1,2}(?::?\d{2})?)?)?\)?(?:\s*[|·•,-]?\s*(?:updated|modified|published).{0,60})?\.?",
    re.IGNORECASE)
"""A line that holds the date of publication or change and nothing else."""
MEDIA_NAME = re.compile(
    r"(?:The |the )?(?:[A-Z][\w.&'’-]*\s+){0,4}(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Bugle|Courier|Mail|Mirror|Star|Sun|Globe|Press|Observer|"
    r"Telegraph|Guardian|Standard|Express|Record|Review|Weekly|Daily|Today|Independent|Inquirer|Examiner|Bulletin|Dispatch|Ledger|Sentinel|Monitor|Examiner|Argus|Echo|Register|Reporter|Wire|Magazine|Network|Broadcasting|Radio|Television|TV|Agency)"
    r"|[\w-]+\.(?:com|org|net|co\.uk|ca|info|news)|(?:The )?" + _AGENCY)
"""The name of an outlet and nothing else."""
CREDIT_TAIL = re.compile(
    rf"\s*(?:(?:\(|\[)(?:Photo|Image|Picture|Video|Credit|AP Photo|Photograph|Illustration|Graphic|File photo)s?\b[^()\[\]]{{1,120}}[)\]]"
    rf"|\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Ii]nputs?|[Ff]iles)\b[^()]{{1,300}}\)"
    rf"|(?:—|–|--|-)\s?(?:The )?{_AGENCY}|\((?:With (?:inputs?|files) from )?{_AGENCY}\)"
    rf"|(?:—|–|--)\s?[Ww]ith (?:assistance|reporting|files|help) (?:from|by) {_NAME}(?:(?:,? and |, ){_NAME})*"
    rf"|(?:—|–|--)\s?With {_NAME}(?:(?:,? and |, ){_NAME})*)\.?$")
"""A credit that closes a line of the report."""
TEASER_TAIL = re.compile(
    r"(?<=[.!?…\"”'’)\]])\s+(?P<tail>(?:(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|RELATED|WATCH|MORE|READ|Read more|Read also|Also read|See also|Related|Watch)\s*(?:[:|»>–—]|\s-)\s*\S.*"
    r"|(?:See also|Read also|Also read)\s+[A-Z\"“].*"
    r"|(?:Follow|Get|Read|See|Watch)\s+(?:our\s+|the\s+|all\s+)*(?:LIVE|Live|live|latest|Latest)\s+(?:\w+\s+)?(?:updates?|Updates?|UPDATES?|coverage|blog)\b.{0,60}"
    r"|(?:Click|Tap)\s+here\s+(?:to|for)\b.{0,100}|(?:Sign up|Subscribe|Register)\s+(?:here|now|today|to|for)\b.{0,140}"
    r"|Follow\s+(?:us|him|her|them|@\w+)\s+on\b.{0,80}|Download\s+(?:our|the)\s+(?:\w+\s+){0,3}app\b.{0,60}"
    r"|This\s+is\s+a\s+(?:breaking|developing)\s+(?:news\s+)?story\b.{0,120}|(?:More\s+to\s+(?:follow|come)|Check\s+back\s+for\s+updates?)\b.{0,40}))$")
"""Furniture that a page ran into the end of a paragraph; the group `tail` is what is cut off."""
LABEL_HEAD = re.compile(r"\[ ?[A-Z][A-Z0-9 /&_-]{1,24} ?\](?=\s+\S)")
"""`[LEAD]` before the first words of a paragraph."""
DATELINE = re.compile(
    rf"(?:(?P<place>[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]+){{0,3}}|[A-Z][\w.'’-]+(?:[ -](?:of |de |el |al |la )?[A-Z][\w.'’-]+){{0,3}})"
    rf"(?P<region>(?:, ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}){{0,2}})"
    rf"(?P<day>,? (?:\d{{1,2}} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{{1,2}})?(?:,? \d{{4}})?)?"
    rf"(?P<agency> ?[(\[](?:{_AGENCY}|[A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}})(?:/[A-Z]\w+)*[)\]])?"
    rf"|(?P<bare>\({_AGENCY}\)))\s*(?P<mark>—|–|--|-|_|:|/)\s+(?=[\"“'‘A-Z0-9])")
"""Where (and when, and by which agency) a report was filed, before its first words."""
