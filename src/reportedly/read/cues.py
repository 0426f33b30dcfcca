"""Anchored cues of English page furniture: what a line that is not part of the report looks like.

Every pattern is matched against one whole line with single spaces and straight apostrophes. A cue takes a line only
when nothing but furniture can look so; a line that could be a sentence of the report stays in the report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PLATFORM = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|telegram|reddit|pinterest|pocket|flipboard|e-?mail|mail|print|"
    r"messenger|instagram|youtube|tiktok|google\+?|google plus|tumblr|bluesky|threads|mastodon|sms|viber|copy link|"
    r"copy url|link|line|weibo|vk|digg|stumbleupon|truth social|gettr|parler)")
_PERSON = r"(?:[A-Z][\w.'-]*|de|da|van|von|der|den|bin|al|la|le|el|di)"
_NAME = rf"[A-Z][\w.'-]*(?: {_PERSON}){{0,4}}"
_AGENCY = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|UPI|dpa|DPA|ANSA|EFE|TASS|Xinhua|Kyodo|Yonhap|PTI|ANI|IANS|CP|PA|AAP|"
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
         rf"(?:(?:share|tweet|post|pin|save|send|copy|click|follow|like|print|e-?mail)(?:s|d)?(?: (?:this|it|on|via|"
         rf"to|with|by|us|article|story|page|post|friends|link|here|the))*[: ]*)?{_PLATFORM}(?:[ ,|/·•-]+(?:and |"
         rf"or |on |via )?(?:{_PLATFORM}|share|tweet|more|save|comments?|\d+))*", 20),
    _cue("share", "call to share",
         r"sharing is caring|share (?:this|the) (?:article|story|post|page|news|video)?.{0,40}|share|shares|"
         r"\d[\d.,]*[km]? shares?|share (?:on|via|with) .{1,40}|tweet(?: this)?|click to share.*|spread the word|"
         r"like this:?|like loading.*|pass it on|(?:share|save) (?:options|tools)|(?:social )?sharing", 12),
    _cue("share", "note that a link was copied",
         r"(?:link|url)(?: (?:was|has been))? copied(?: to (?:the )?clipboard)?|copy (?:the )?(?:link|url|"
         r"short ?link).{0,20}|copied(?: to clipboard)?!?|get (?:short )?link|gift this article"),
    # --- teasers
    _cue("see-also", "begins with \"See also\"", r"see also\b.*|also see\s*[:–—-].*", 40),
    _cue("see-also", "begins with a teaser cue",
         r"(?:read|also read|read also|watch also|related|recommended|must read|must-read|must watch|don't miss|"
         r"in case you missed it|icymi|read next|up next|next up|further reading|further reporting|also on .{1,30}|"
         r"read more|more here|see more|more on this|more to read|go deeper|related (?:article|story|post|news|link|"
         r"video|content|coverage|reading)s?|(?:similar|suggested|popular|latest|top|featured|recent) (?:article|"
         r"storie|story|post|new|video|read)s?)\s*(?::|\||»|›|>|→)\s*\S.*", 40),
    _cue("see-also", "begins with a teaser cue and ends like a headline",
         r"(?:see|watch|listen|more|explainer|explained|analysis|opinion|from the archive|previously|background|"
         r"trending)\s*(?::|\||»|›|→)\s*\S.*(?<![.!…\"'”;:,])", 20),
    _cue("see-also", "begins with a teaser in capitals",
         r"(?:READ MORE|READ ALSO|ALSO READ|READ NEXT|SEE ALSO|RELATED|WATCH|TRENDING|MUST READ|DON'T MISS|"
         r"MORE ON THIS)\s*[:–—-]?\s+[A-Z\"“'‘\[].*", 40, exact=True),
    _cue("see-also", "asks to read on",
         r"(?:read|see|view|continue reading|keep reading|click here (?:to|for)|tap here (?:to|"
         r"for)) (?:the )?(?:full|whole|complete|entire|original|more|next|rest of the|"
         r"previous)\b.{0,60}(?<![.!?])", 14),
    _cue("see-also", "heading of a list of other reports",
         r"(?:related|most[- ](?:read|viewed|popular|shared|watched|recent|commented)|trending(?: now)?|recommended|"
         r"popular|top stories|latest(?: news| stories| posts)?|recent posts|more (?:stories|news|headlines|"
         r"top stories)|more (?:on|from|in|about) .{1,40}|you (?:may|might)(?: also)? (?:like|be interested in)|"
         r"editor'?s'? picks?|from the web|around the web|what to read next|read (?:next|more|on|this next)|"
         r"see more|up next|don't miss|must reads?|recommended(?: for you| stories| reading)?|related (?:articles?|"
         r"stor(?:y|ies)|posts?|news|links?|videos?|content|coverage|topics?|reading|tags?|items|internet links)|"
         r"in case you missed it|further reading|popular (?:now|posts|stories|in .{1,30})|top news|"
         r"today's top stories|more (?:like this|to explore|coverage|reading)|next (?:article|story|post|up)|"
         r"previous (?:article|story|post)|tags?|topics?|filed under|categories|(?:also )?in this (?:section|"
         r"series)|you(?:'ll| will) also like)\s*:?", 9),
    _cue("see-also", "headline of another report in brackets", r"\[[A-Z“\"‘'][^\[\].:]{15,150}\]", 26, exact=True),
    _cue("see-also", "headline of another report that ends with \"Read more\"",
         r"[A-Z“\"‘'].{15,150}(?<![.!?…,:;”\"'’]) Read (?:more|More)", 26, exact=True),
    _cue("see-also", "line of tags",
         r"(?:tags?|topics?|filed under|categories|posted in|keywords)\s*[::]\s*.{1,200}", 30),
    # --- views
    _cue("views", "count of views",
         r"(?:post |page |total |article )?(?:views?|hits|reads)\s*[::]\s*[\d.,]+ ?[km]?|[\d.,]+ ?[km]? (?:total |"
         r"page )?(?:views?|reads|likes|retweets|followers|reactions|claps|votes)(?: so far| today)?|(?:viewed|read|"
         r"seen) [\d.,]+ times|\d+ min(?:ute)?s?(?: of)? read(?:ing)?(?: time)?|reading time:? .{1,20}|"
         r"estimated read(?:ing)? time.{0,20}"),
    _cue("share", "address of the report, to share it",
         r"(?:read or share|share) this (?:story|article|link|page) ?: ?https?://\S+|"
         r"short(?:ened)? (?:url|link) ?: ?\S+", 10),
    # --- comments
    _cue("comments", "comment form",
         r"(?:leave|post|add|write|submit|make) (?:a|your|the first) (?:comment|reply|response)s?\b.{0,30}|"
         r"cancel reply|submit(?: comment)?|post comment|reply|(?:name|e-?mail|website|comment|"
         r"message)(?: address)? ?\*|save my name,? e-?mail.*|your e-?mail address will not be published.*|"
         r"required fields are marked.*|notify me (?:of|when|by) .*|be the first to (?:comment|reply|review).{0,30}|"
         r"(?:you must|please|you need to) (?:be )?(?:log|sign)(?:ged)?[ -]?in to .{0,60}(?:comment|reply|"
         r"vote).{0,20}|(?:log|sign) in to (?:leave|post|add|write|join).{0,40}", 40),
    _cue("comments", "comment heading",
         r"(?:comments?|responses?|replies|reader comments|discussion)(?: ?\(\d+\)| ?: ?\d+)?|\d[\d,]* (?:comments?|"
         r"responses|replies)(?: (?:on|to) .{1,120})?|no comments?(?: yet)?|comments (?:are|"
         r"have been) (?:now )?(?:closed|off|disabled|turned off|moderated).*|(?:view|show|load|read|hide|see|"
         r"expand)(?: all| more| the| previous)?(?: [\d,]+)?(?: more)? (?:comments?|replies)|"
         r"join the (?:conversation|discussion|debate)|(?:have|start|join) (?:your say|the conversation|"
         r"the discussion)|what do you think\?.{0,60}(?:comments?|below|know).{0,20}|(?:let us know|tell us|"
         r"share your (?:thoughts|views|opinion)).{0,40}comments?.{0,20}", 26),
    # --- notices
    _cue("notice", "spam filter notice",
         r"this (?:site|website|form|blog) (?:uses akismet|is protected by).*|"
         r"learn (?:more about )?how your comment data.*", 60),
    _cue("notice", "cookie or privacy notice",
         r"(?:this|our) (?:web ?site|site) uses cookies.*|we (?:and our partners )?use cookies.*|"
         r"(?:by (?:continuing|using|clicking|signing up|submitting|subscribing)).{0,120}(?:cookies|terms|privacy|"
         r"agree).*|(?:cookie|privacy|editorial|ethics|comment|corrections?) (?:policy|settings|notice|preferences|"
         r"guidelines)|terms(?: (?:of|and|&) (?:use|service|conditions))?|(?:accept|reject|manage) (?:all )?cookies|"
         r"please (?:enable|turn on) (?:javascript|cookies).*|your browser does not support.*|"
         r"do not sell (?:or share )?my (?:personal )?info.*", 70),
    _cue("notice", "copyright notice",
         r"(?:copyright\b|\(c\) ?(?:19|20)\d\d|©).{0,110}|all rights reserved.*|.{0,80}all rights reserved\.?|"
         r".{0,80}material may not be (?:published|reproduced|copied|broadcast|rewritten).*|"
         r"without (?:the |any |our )?(?:prior |express )?(?:written )?(?:authori[sz]ation|permission|consent) (?:from|"
         r"of|by) .{1,80}\b(?:content|material|article|work|information|text|photo|report)s? (?:shall|may|must|"
         r"can) not "
         r"be .{1,160}|no part of this (?:article|story|site|website|material|publication) (?:may|can) be "
         r"(?:reprod|cop|"
         r"publ|republ|used|transm|broadc|redistr).*|(?:licen[sc]e|permit) for publishing .*\d{4,}.*|registration "
         r"(?:number|no\.?) ?: ?\S*\d.{0,80}", 80),
    _cue("credit", "where the report was printed first",
         r"this (?:article|story|report|post|piece) (?:was )?(?:originally|first) (?:appeared|published|ran|"
         r"was published) (?:in|on|at|by) .*", 40),
    _cue("notice", "where the report was printed",
         r"a version of this (?:article|story|report|review|column) (?:also )?(?:appears|appeared|ran|was "
         r"(?:originally |first )?published) (?:in|on|at) .*|(?:this (?:article|story) (?:is|"
         r"was) )?(?:re)?published (?:here )?"
         r"with (?:the )?permission .*|order reprints\b.*", 60),
    _cue("notice", "disclaimer",
         r"(?:the )?(?:views|opinions) expressed (?:in|by|here|are).*|disclaimer:.*|(?:we|this site|"
         r"our team) may (?:earn|receive|get) (?:a |an )?(?:affiliate )?(?:commission|compensation).*|"
         r".{0,60}contains affiliate links.*|this (?:article|story|post) (?:has been |was )?(?:auto-?generated|"
         r"published from a|generated) .*", 60),
    _cue("notice", "note on a developing story",
         r"(?:this is a )?(?:breaking|developing) (?:news )?(?:story|news|situation|event)\b.{0,120}|"
         r"(?:this )?(?:is a )?(?:live|developing) (?:blog|story)[.:]?.{0,60}|more (?:details|information|"
         r"updates?) (?:soon|to follow|to come|as (?:we|they|it) .{1,40}).{0,20}|more (?:to follow|to come|follows|"
         r"soon)\.*|(?:please )?(?:check back|refresh|stay tuned|stay with us).{0,80}|(?:this )?(?:story|article|"
         r"page|report|post) (?:is being|will be|has been|was)(?: \w+)? updated(?! (?:to|with|after|on|at)).{0,80}|"
         r"details to follow.{0,20}|\(?more\)?\.{3}", 26),
    # --- adverts
    _cue("advert", "advertisement",
         r"(?:\W*)(?:advertisements?|advertising|sponsored(?: content| post| by .{1,40})?|promoted(?: content)?|"
         r"paid (?:post|content|partnership)|ads?|ad feedback|remove ads|loading (?:ad|advertisement)|"
         r"report this ad|why this ad\??|partner content)(?:\W*)(?:continue reading(?: the main story)?|"
         r"skip advertisement|story continues below.*|scroll .{1,40})?", 10),
    _cue("advert", "text around an advertisement",
         r"(?:story|article|content|report|text) continues (?:below|after).{0,40}|"
         r"continue reading(?: the main story| below.*)?|skip (?:advertisement|ad)|scroll (?:down )?(?:to|"
         r"for) (?:continue|more|read).{0,30}|(?:article|story) continues", 12),
    # --- promotion
    _cue("promo", "invitation to subscribe",
         r"(?:please )?(?:sign ?up|subscribe|register|join)(?: here| now| today| free)?(?: (?:for|to|with|by|"
         r"and)\b.{0,160})?[.!:]?|already (?:a|have an?) (?:subscriber|member|account)\b.{0,40}|(?:sign|log) ?in|"
         r"(?:enter|type) your e-?mail.{0,60}|get (?:our|the|all the|daily|more|breaking)\b.{0,120}(?:newsletter|"
         r"inbox|alerts?|app|e-?mail|notifications?|updates)\b.{0,60}|.{0,100}(?:delivered|straight|direct(?:ly)?|"
         r"sent) (?:straight |directly )?(?:to|into) your inbox.{0,60}|thank you for (?:subscribing|signing up|"
         r"registering).{0,60}|(?:newsletter|e-?mail) (?:sign ?-?up|subscription)|(?:our |the |daily |"
         r"free )*newsletters?|subscribe|you (?:can|may) unsubscribe .{0,60}|(?:you have|"
         r"you've) (?:\w+ )?(?:free )?articles? (?:left|remaining).{0,40}|this (?:article|content|story) is (?:for|"
         r"reserved for|only available to) (?:subscribers|members).{0,60}", 34),
    _cue("promo", "invitation to a newsletter",
         r"interested in .{1,60}\? add .{1,60} as an interest\b.*|keep up with .{1,60} by subscribing\b.*", 60),
    _cue("promo", "invitation to watch or listen",
         r"(?:watch|listen|hear|catch)(?: (?:to|again|live|back|it|us|this|the|our|full|whole|episode|show|programme|"
         r"report|story|video|interview|reporter|correspondent)){0,5} (?:on|in|via|with|through|at) (?:our|the) "
         r"(?:[\w-]+ ){0,2}(?:app|podcast|website|site|channel|player|youtube channel|live ?stream|page)\b.{0,40}|"
         r"watch(?: the video)?: .{3,140}|video: .{3,120}(?<![.!?])", 26),
    _cue("promo", "invitation to follow",
         r"(?:follow|like|find|join|connect with|check|watch|add) (?:us|me|our|him|her|them|out us|"
         r"us out)(?: out)?\b(?: @| on\b| in\b| via\b| at\b|:|$).{0,120}|follow (?:@\w+|.{1,40}) on (?:facebook|"
         r"twitter|x|instagram|youtube|telegram|whatsapp|google news|linkedin|tiktok|threads|bluesky|"
         r"apple news)\b.{0,60}|(?:follow|get|read) (?:the |all |all the |our )?(?:live|latest|breaking|"
         r"more)(?: \w+){0,3} (?:updates?|coverage|news|blog)\b.{0,40}|(?:click|tap|press|go) here\b.{0,100}|"
         r"(?:download|get|install|try|open) (?:our|the)(?: \w+){0,4} app\b.{0,80}|for (?:more|all the|"
         r"the) (?:latest |breaking |top )?(?:news|stories|updates|information|headlines|"
         r"live updates)\b.{0,120}(?:follow|visit|subscribe|click|download|join|sign up|see our|head to|"
         r"check)\b.{0,80}|(?:stay|keep) (?:up to date|updated|informed|connected)\b.{0,120}|(?:join|get) (?:our|"
         r"the) (?:whatsapp|telegram|facebook|discord) .{0,60}", 34),
    _cue("promo", "appeal to readers",
         r"(?:do|did) you (?:have|know|spot|see|witness) (?:a|an|any|more|something)\b.{0,60}(?:story|tip|news|"
         r"video|photo|information|typo|error).{0,80}|we pay for (?:your )?(?:stories|videos|photos|pictures|"
         r"tips)\b.{0,220}|(?:got|have) (?:a |"
         r"an? )?(?:news )?(?:tip|story)\b.{0,40}\?.{0,100}|(?:e-?mail|call|contact|text|write to) (?:us|"
         r"the \w+) (?:at|on)\b.{0,100}|(?:please )?(?:support|donate|become a (?:member|subscriber|patron)|"
         r"make a (?:donation|contribution)|buy (?:me|us) a coffee)(?: (?:to|now|today|here|our|us|independent|"
         r"quality|local|the)\b.{0,100})?[.!]?|thank(?:s| you) for (?:reading|visiting|watching|listening)\b.{0,60}|"
         r"send (?:us )?(?:your )?(?:tips|news tips|letters|feedback|corrections)\b.{0,80}|(?:with )?your "
         r"(?:support|donation|contribution|subscription|membership|gift)s? (?:helps?|makes?|allows?|enables?|lets?|"
         r"funds?|powers?|keeps?|means)\b.{0,12}\b(?:us|our|independent|journalis\w+|report\w*)\b.{0,120}", 60),
    _cue("promo", "address or account and nothing else",
         r"(?:https?://|www\.)\S+|@\w{2,30}(?:[ ,|]+@\w{2,30})*|#\w+(?:[ ,|]+#\w+)*|\S+@\S+\.\w{2,10}", 8),
    # --- credits
    _cue("credit", "credit of a picture",
         r"(?:\(?(?:photos?|images?|pictures?|photographs?|photographer|videos?|graphics?|illustrations?|file photo|"
         r"credits?|photo credits?|image credits?|image source|picture source|source|courtesy|screenshot|getty|"
         r"infographic)(?: credits?| source| courtesy)?(?: ?[:/|] ?| by | courtesy of | courtesy |"
         r" via )).{1,80}(?<![.!?])\)?", 14),
    _cue("credit", "credit of a picture", r"(?:photo|image|picture|video) ?: ?credit ?: ?.{1,60}", 10),
    _cue("credit", "credit of an agency",
         rf"(?:\W|{_NAME} ?)?\W{{0,3}}{_AGENCY}(?:[ /,|-]+(?:via |and |/)?(?:{_AGENCY}|{_NAME}))*(?: (?:photo|"
         rf"file photo|photos|images?|contributor|contributors))?\W{{0,2}}",
         8, exact=True),
    _cue("credit", "credit of a picture",
         rf"{_NAME}\s?(?:/|\||, ?via|via)\s?(?:{_AGENCY}|[A-Z]\w+ (?:Images|Photos|Press|Pictures)).{{0,40}}", 10,
         exact=True),
    _cue("credit", "credit of contributors",
         r"\W*(?:additional |with )?(?:reporting|writing|editing|written|compiled|edited|reported|produced|"
         r"translated|photography|research)(?: and (?:writing|editing|reporting))?(?: (?:in|"
         r"from) [\w ]{1,30})? by:? .{1,200}|\W*(?:with (?:inputs?|files|reporting|material|information|"
         r"assistance|help|"
         r"additional reporting)\b.{0,20} (?:from|by) .{1,120})|\W*(?:.{1,250} contributed (?:to (?:this|"
         r"the) (?:\w+ )?(?:report|story|article|piece|post|coverage|reporting|dispatch|analysis)|reporting|"
         r"research)\b.{0,80})\W*", 50),
    _cue("credit", "initials of the desk", r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}(?: ?\([A-Z][\w ,.&/-]{1,60}\))?",
         8, exact=True),
    # --- places of the page
    _cue("navigation", "part of the page's frame",
         r"(?:left|right|main|top|side|site|user|mobile|footer|header)[ -]?(?:menu|nav(?:igation)?|bar|column|"
         r"sidebar|rail)|menu|home ?page|home|search(?: \.\.\.| this site)?|skip (?:to|past) .{1,30}|"
         r"toggle (?:navigation|menu|search|caption|sidebar)|(?:back|return|scroll|go) to (?:the )?(?:top|home|"
         r"homepage|start|previous page)|jump to .{1,30}|close|next|previous|prev|next page|previous page|"
         r"page \d+(?: of \d+)?|\d+ / \d+|\d+ of \d+|(?:show|load|view|see) (?:more|less|all)|expand|collapse|"
         r"table of contents|contents|you are here:?.{0,80}|breadcrumbs?|settings|log ?out|my account|about us|"
         r"contact(?: us)?|advertise(?: with us)?|help|faq|sitemap|site map|rss|all sections|sections|edition|"
         r"switch edition|language|loading\.*|open (?:image|menu|navigation)(?: in .{1,20})?|go to .{1,30} (?:page|"
         r"home ?page)|print this (?:page|article)|text size.{0,20}|(?:increase|decrease|larger|smaller) (?:font|"
         r"text).{0,20}|a\+|aa|listen(?: to (?:this )?(?:article|story))?(?: ?\(?\d+ ?min\w*\)?)?|play(?: video|"
         r" audio)?|pause|mute|unmute|live", 8),
    _cue("navigation", "path of sections", r"[\w&' -]{2,25}(?: ?[>›»] ?[\w&',.: -]{2,60}){1,5}", 16),
    _cue("navigation", "label of a section",
         r"what'?s the (?:story|news|latest)|(?:story|article|news) highlights?|at a glance", 5),
    _cue("other", "bracketed label", r"\[ ?[A-Z][A-Z0-9 /&_-]{1,24} ?\]", 4, exact=True),
    _cue("other", "file name or slug",
         r"[a-z]{2,20}(?:[-_][a-z0-9]{2,20}){1,6}|\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)", 1, exact=True),
    _cue("other", "label of a picture",
         r"(?:enlarge|view|open) (?:this |the |full )*image (?:toggle caption|hide caption|caption) ?.{0,120}|"
         r"(?:scroll down|click) for (?:more |the )?(?:videos?|photos?|pictures?).{0,20}|(?:(?:enlarge|view|open|"
         r"expand|zoom|show|hide) (?:this |the |full |full[- ]size )?(?:image|photo|picture|caption|gallery|"
         r"slideshow)|image|photo|photos|video|gallery|slideshow|picture|(?:image|media|photo|video|picture|"
         r"file) (?:caption|source|copyright|gallery)|featured image|(?:toggle|hide|show) caption|play video.{0,40}|"
         r"watch video|view gallery.{0,20}|\d+ (?:photos?|images|pictures|videos?)|live|video player.{0,30}|"
         r"placeholder)\b\W*", 18),
    _cue("other", "nothing but marks", r"[\W_]{1,200}", 40),
)

LONG_CUES: tuple[Cue, ...] = (
    _cue("see-also", "list of other reports in one line",
         r"MOST (?:READ|POPULAR|VIEWED|SHARED|WATCHED)(?: (?:IN|ON) [A-Z][A-Z &]{1,30}?)?\s*[:|]?\s+\S.*",
         400, exact=True),
    _cue("promo", "invitation to a newsletter with its form",
         r"Newsletter Sign Up .*|Sign [Uu]p (?:for|to) .{1,60} Subscribe .*", 400, exact=True),
    _cue("notice", "copyright notice", r"Copyright (?:©|\([Cc]\))?.{0,40}All [Rr]ights [Rr]eserved.*", 400, exact=True),
    _cue("credit", "graphic with its credit",
         r"(?:.*\s)?By (?:the |The )?[A-Z][\w.,'& -]{1,60} ?\| ?(?:Sources?|SOURCES?) ?: ?[^|]{2,120}",
         400, exact=True),
)
"""Furniture that a page ran together into one long line."""
BYLINE = re.compile(
    rf"(?:(?:written|reported|posted|published|words|story|text|analysis|opinion)?\s*[bB]y|BY|Posted by|Written by|"
    rf"Published by|Author|Authors|Reporter)\s*:?\s+(?:The |the )?(?P<names>{_NAME}(?:(?:,? and |, |"
    rf" & ){_NAME}){{0,8}})(?P<rest>(?:\s*[,|–—•·/(-].{{0,90}}|\s+(?:for|in|at|of|on|with|from) .{{1,60}}|"
    rf"\s+\d.{{0,60}})?)")
"""A line that names who wrote the report; the names are the group `names`."""
STAMP = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|uploaded|issued|date|"
    r"last update)\s*(?:on|at|:)?\s*:?\s*)?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|"
    r"sun)(?:day)?,?\s*)?(?:at\s)?(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}\b)?[,|"
    r"·•\s]*)?(?:on\s)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|"
    r"th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]*\.?,?[\s-]+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})[,|"
    r"·•–—\s]*(?:at\s*)?(?:t?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?)?\s*\(?(?:[A-Z]{1,4}(?:[+-]\d{1,2}(?::?\d{2})?)?)?\)?(?:\s*[|·•,-]?\s*(?:updated|modified|published).{0,60})?\.?",
    re.IGNORECASE)
"""A line that holds the date of publication or change and nothing else."""
MEDIA_NAME = re.compile(
    r"(?:The |the )?(?:[A-Z][\w.&'’-]*\s+){0,4}(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Bugle|"
    r"Courier|Mail|Mirror|Star|Sun|Globe|Press|Observer|Telegraph|Guardian|Standard|Express|Record|Review|Weekly|"
    r"Daily|Today|Independent|Inquirer|Examiner|Bulletin|Dispatch|Ledger|Sentinel|Monitor|Examiner|Argus|Echo|"
    r"Register|Reporter|Wire|Magazine|Network|Broadcasting|Radio|Television|TV|Agency)|[\w-]+\.(?:com|org|net|"
    r"co\.uk|ca|info|news)|(?:The )?" + _AGENCY)
"""The name of an outlet and nothing else."""
CREDIT_TAIL = re.compile(
    rf"(?:\s*(?:\(|\[)(?:Photo|Image|Picture|Video|Credit|AP Photo|Photograph|Illustration|Graphic|"
    rf"File photo)s?\b[^()\[\]]{{1,120}}[)\]]|\s*\((?:Additional |With )?(?:[Rr]eporting|[Ww]riting|[Ee]diting|"
    rf"[Ii]nputs?|[Ff]iles)\b[^()]{{1,300}}\)|(?<=[.!?”\"’'])\s+(?:(?:—|–|--|-)\s?(?:The )?{_AGENCY}|"
    rf"\((?:With (?:inputs?|files) from )?{_AGENCY}\))|\s*(?:—|–|--)\s?[Ww]ith (?:assistance|reporting|files|"
    rf"help) (?:from|by) {_NAME}(?:(?:,? and |, ){_NAME})*|\s*(?:—|–|--)\s?With {_NAME}(?:(?:,? and |"
    rf", ){_NAME})*)\.?$")
"""A credit that closes a line of the report."""
TEASER_TAIL = re.compile(
    r"(?<=[.!?…\"”'’)\]])\s+(?P<tail>(?:(?:READ MORE|READ ALSO|ALSO READ|SEE ALSO|RELATED|WATCH|MORE|READ|Read more|"
    r"Read also|Also read|See also|Related|Watch)\s*(?:[:|»>–—]|\s-)\s*\S.*|(?:See also|Read also|"
    r"Also read)\s+[A-Z\"“].*|(?:Follow|Get|Read|See|Watch)\s+(?:our\s+|the\s+|all\s+)*(?:LIVE|Live|live|latest|"
    r"Latest)\s+(?:\w+\s+)?(?:updates?|Updates?|UPDATES?|coverage|blog)\b.{0,60}|(?:Click|Tap)\s+here\s+(?:to|"
    r"for)\b.{0,100}|(?:Sign up|Subscribe|Register)\s+(?:here|now|today|to|for)\b.{0,140}|Follow\s+(?:us|him|her|"
    r"them|@\w+)\s+on\b.{0,80}|Download\s+(?:our|the)\s+(?:\w+\s+){0,3}app\b.{0,60}|This\s+is\s+a\s+(?:breaking|"
    r"developing)\s+(?:news\s+)?story\b.{0,120}|(?:More\s+to\s+(?:follow|come)|"
    r"Check\s+back\s+for\s+updates?)\b.{0,40}))$")
"""Furniture that a page ran into the end of a paragraph; the group `tail` is what is cut off."""
LABEL_HEAD = re.compile(r"\[ ?[A-Z][A-Z0-9 /&_-]{1,24} ?\](?=\s+\S)")
"""`[LEAD]` before the first words of a paragraph."""
DATELINE = re.compile(
    rf"(?:(?P<place>[A-Z][A-Z.'’-]+(?:[ -][A-Z][A-Z.'’-]+){{0,3}}|[A-Z][\w.'’-]+(?:[ -](?:of |de |el |al |"
    rf"la )?[A-Z][\w.'’-]+){{0,3}})(?P<region>(?:, ?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,2}}){{0,2}})(?P<day>,? "
    rf"(?:\d{{1,2}} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    rf"Dec)[a-z]*\.?(?: \d{{1,2}})?(?:,? \d{{4}})?)?(?P<agency> ?[(\[](?:{_AGENCY}|"
    rf"[A-Z][\w.]+(?: [A-Z][\w.]+){{0,2}})(?:/[A-Z]\w+)*[)\]])?|(?P<bare>\({_AGENCY}\)))\s*(?P<mark>—|–|--|-|_|:|"
    rf"/)\s+(?=[\"“'‘A-Z0-9])")
"""Where (and when, and by which agency) a report was filed, before its first words."""
