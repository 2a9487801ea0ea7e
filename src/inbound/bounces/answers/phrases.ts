import type { Cause } from './cause.js';

/** A wording that servers use, and what it means. */
export interface Phrase {
  readonly cause: Cause;
  /** Applied to a text in lower case, on one line, without codes and addresses. Every quantifier is bounded. */
  readonly words: RegExp;
}

/**
 * Wordings that say more than a code, in the order in which they are looked for: what is not the reader's fault comes
 * first, so that a text with both says the milder one.
 */
export const PHRASES: readonly Phrase[] = [
  // About the sender's own name or address, whatever else is said of hosts and domains.
  {
    cause: 'sender',
    words:
      /\bsender(?:'s)? (?:address |domain |e-?mail )?(?:is |was |has been )?(?:rejected|denied|refused|not |unknown|invalid|verif|does)/,
  },
  { cause: 'sender', words: /\b(?:invalid|unknown|bad|unverified|illegal) (?:sender|return path|envelope sender)\b/ },
  {
    cause: 'sender',
    words:
      /\b(?:domain of sender|sender domain|sender verif|could not verify sender|does not like sender|from address)/,
  },
  {
    cause: 'protocol',
    words:
      /\b(?:helo|ehlo)\b.{0,40}\b(?:reject|invalid|denied|not found|need|mismatch)|\binvalid (?:helo|ehlo|domain name)/,
  },
  // Full.
  {
    cause: 'full',
    words:
      /\b(?:mail ?box|inbox|mail ?folder|account|mail ?drop|mail ?spool)(?:'s)? (?:for \(address\) )?(?:is |was |has been |currently )?(?:too )?full\b/,
  },
  {
    cause: 'full',
    words:
      /\bover ?-?quota\b|\b(?:over|exceed\w{0,3}|beyond|above) (?:(?:the|its|his|their|disk|mail ?box|storage|size|e-?mail|user|message) ){0,3}quota/,
  },
  { cause: 'full', words: /\bquota (?:is |has been |was )?(?:exceed|full|reached|violation|limit)/ },
  { cause: 'full', words: /\bquotaexceeded|\bmapiexceptionshutoffquotaexceeded|\bstoredrv\.deliver.{0,60}quota/ },
  {
    cause: 'full',
    words:
      /\b(?:insufficient|not enough|out of|no) (?:(?:system|disk|mail ?box|free|more) ){0,2}(?:storage|space|disk)\b/,
  },
  {
    cause: 'full',
    words:
      /\b(?:mail ?box|account|storage|user)(?: \(address\))? (?:(?:has|is|size|space|allocation|limit|allowed|would|will|have) ){0,3}exceed/,
  },
  {
    cause: 'full',
    words:
      /\bexceed\w{0,3} (?:(?:the|its|allowed|maximum|mail ?box|account|local) ){0,3}(?:storage|mail ?box size|disk|capacity|allocation)/,
  },
  {
    cause: 'full',
    words:
      /\bmail ?box (?:storage|size|space) (?:limit|allocation|exceed)|\btoo many (?:messages|mails?) (?:in|on) (?:(?:the|this|user's) )?(?:mail ?box|inbox|server)/,
  },
  { cause: 'system', words: /\b(?:couldn't|can't|cannot|could not|unable to) (?:create|open|append|lock|write)\b/ },
  // Too much at once.
  { cause: 'greylisted', words: /\bgr[ae]y-?list/ },
  {
    cause: 'rate',
    words:
      /\btoo many (?:concurrent |simultaneous |smtp |invalid |unknown |bad )?(?:connections?|messages|recipients|sessions|errors|e-?mails|mails)\b/,
  },
  {
    cause: 'rate',
    words: /\brate[ -]?limit|\bthrottl|\brate (?:that|exceeded|of|is)\b|\btoo (?:quickly|fast|frequent|much mail)/,
  },
  {
    cause: 'rate',
    words:
      /\b(?:connection|sending|message|daily|hourly|outgoing|mail|ip|domain) (?:frequency|limit|quota|rate|volume)s? (?:is |was |has been )?(?:limited|exceed|reached|hit)/,
  },
  {
    cause: 'rate',
    words:
      /\bunexpected volume|\bunusual(?:ly)? (?:rate|volume|high)|\bexceed\w{0,3} (?:(?:the|its|your|maximum|allowed|hourly|daily) ){0,3}(?:number|rate|limit of|connection|messages per)/,
  },
  // About us.
  { cause: 'authentication', words: /\b(?:spf|dkim|dmarc|domainkeys|sender id)\b/ },
  {
    cause: 'authentication',
    words:
      /\b(?:unauthenticated|authenticat\w{0,3} (?:required|is required|fail|level|check|information)|not authenticated|required authentication|must authenticate)/,
  },
  {
    cause: 'authentication',
    words:
      /\b(?:ptr|rdns|reverse[ -]dns|reverse (?:lookup|host ?name|name|mapping|address)|reverse dns|no host ?name)\b/,
  },
  {
    cause: 'authentication',
    words:
      /\b(?:cannot|can't|could not|unable to|can not) (?:find|resolve) your (?:host|ip|reverse|domain)|\byour (?:host ?name|ip)(?: address)? (?:could not|cannot|does not|doesn't|has no)/,
  },
  { cause: 'content', words: /\b(?:virus|malware|infected|phish\w{0,4}|trojan)\b/ },
  { cause: 'spam', words: /\b(?:anti-?)?spam(?:my|ming|med|assassin)?\b/ },
  { cause: 'spam', words: /\b(?:unsolicited|junk ?-?mail|junk e-?mail|bulk (?:e-?)?mail|suspicious)/ },
  { cause: 'blocked', words: /\b(?:black|block|deny|reject) ?-?list/ },
  {
    cause: 'blocked',
    words: /\b(?:dnsbl|rbl|rbls|spamhaus|spamcop|sorbs|barracudacentral|senderbase|uceprotect|abuseat|surbl|njabl)\b/,
  },
  { cause: 'blocked', words: /\breputation\b|(?<!not )\blisted (?:at|by|in|on)\b/ },
  {
    cause: 'blocked',
    words:
      /\b(?:ip|ip address|host|client|network|domain|connection|server|sender|mail|messages?)(?: \S{1,60})? (?:is |was |were |are |has been |have been |been |currently |temporarily ){0,3}(?:blocked|banned|barred|block-?listed)\b/,
  },
  {
    cause: 'blocked',
    words:
      /\bblocked (?:by|for|due|because|using|-|until|temporarily|ip)|^blocked\b|\binvalid ip\b|\bmismatch\w{0,2} client ip\b|\bip=.{1,160}\(bl\)|\bunfortunately, messages from\b/,
  },
  {
    cause: 'blocked',
    words:
      /\byour (?:\S{1,60} )?(?:account|domain|server|network|ip|e-?mail|provider|host|mail) (?:\S{1,60} )?(?:is |was |has been |have been )(?:suspended|disabled|blocked|restricted|banned|denied|rejected|temporarily)/,
  },
  {
    cause: 'blocked',
    words:
      /\b(?:not accepting|refus\w{1,3}|no longer accept\w{0,3}|will not accept|do(?:es)? not accept|don't accept) (?:(?:any|more|further|your) )?(?:mail|e-?mail|messages|connections?|smtp)? ?from\b/,
  },
  {
    cause: 'blocked',
    words:
      /\bclient host (?:\S{1,80} )?(?:rejected|blocked)|\b(?:use|through|via) (?:the |your )?(?:smtp|mail) ?(?:server|relay)? of your (?:isp|provider)|\bdynamic (?:ip|address|host)/,
  },
  {
    cause: 'relaying',
    words:
      /\brelay(?:ing)? (?:(?:access|mail|is|was|to|for|from|operation|\(address\)) ){0,3}(?:denied|not|rejected|prohibited|forbidden|disallowed|refused|attempt|restriction)/,
  },
  {
    cause: 'relaying',
    words:
      /\b(?:unable|not (?:permitted|allowed|configured|able|authorized|willing)|cannot|can't|won't|unwilling|refuse\w{0,2}|do(?:es)? not|don't|no) (?:to )?relay/,
  },
  {
    cause: 'relaying',
    words:
      /\brelaying denied|\b(?:isn't|not) in my list of allowed rcpthosts|\bwe don't handle mail for|\bnot a gateway\b|\bno relaying\b/,
  },
  {
    cause: 'too-large',
    words:
      /\b(?:message|mail|e-?mail|size|file|attachment|content|data|it|transmission) (?:(?:is|was|size|of|length|file|data) ){0,3}(?:too (?:large|big|long)|exceed|larger|over (?:the )?(?:limit|maximum))/,
  },
  {
    cause: 'too-large',
    words:
      /\b(?:maximum|max|allowed|permitted|fixed) (?:message |mail |file |e-?mail |attachment )?(?:size|length)|\b(?:message|mail|attachment) size limit|\btoo (?:big|large)\b|\bsize limit|\bline (?:limit|length|too long)/,
  },
  {
    cause: 'content',
    words:
      /\b(?:message )?content (?:was |is |has been |not )?(?:reject|refus|denied|accept|filter|restrict|prohibit|violat)/,
  },
  {
    cause: 'content',
    words:
      /\b(?:headers?|mime|charset|8-?bit|bare (?:cr|lf)|line feed|attachment) ?(?:\S{1,40} )?(?:field |data |header |line |is |are |was )?(?:too (?:large|long|many)|missing|invalid|duplicate|illegal|malformed|improper|not (?:allowed|accept|permitt)|prohibited|blocked|violat)/,
  },
  {
    cause: 'content',
    words:
      /\b(?:duplicate|missing|invalid|malformed|illegal|improper|non-?compliant) (?:use of )?(?:\S{1,20} )?(?:headers?|8-?bit|mime|attachments?|format|syntax of header)|\brfc[ -]?(?:5321|5322|2822)\b|\b(?:comply with|violates?|not) rfc\b|\bmessage filtered/,
  },
  // The network and the server.
  {
    cause: 'network',
    words:
      /\b(?:connection|connect|session|conversation|network|smtp|response|delivery|operation|read|data)(?: \S{1,80})? ?(?:time[d-]? ?-?out|refused|reset|lost|dropped|closed|unreachable|timeout)\b/,
  },
  {
    cause: 'network',
    words:
      /\b(?:no route to host|lost connection|network (?:error|is unreachable|unreachable)|broken pipe|host (?:is )?(?:not reachable|unreachable|down)|connection failed|unable to connect|accept our requests to connect|socket error|not responding|couldn't connect|could not connect|failed to connect|not able to connect)/,
  },
  {
    cause: 'network',
    words:
      /\b(?:too many hops|hop count|mail loop|loop(?:ing|s)? (?:back|detected)|loops back|routing loop|forwarding loop|loop detected)/,
  },
  {
    cause: 'network',
    words:
      /\b(?:starttls|tls|ssl|certificate)\b.{0,60}\b(?:fail|required|not (?:offered|available|supported)|error|expired|handshake)/,
  },
  {
    cause: 'network',
    words:
      /\b(?:not found|name server|dns|lookup|name service|domain name|hostname)\b.{0,40}\b(?:try again|timed? ?out|temporar|query failed|servfail|server fail)/,
  },
  {
    cause: 'network',
    words:
      /\btemporar(?:y|ily) (?:name|dns|lookup|unable to resolve|failure in name)|\bhost name lookup failure|\bname server: \S{1,80} host name lookup/,
  },
  // The address is gone.
  {
    cause: 'no-mail-here',
    words:
      /\b(?:null|nullmx|empty) ?-?mx\b|\b(?:host|domain|address|server|system|account)(?: name)?(?: \S{1,80})? (?:does not|doesn't|never|is not able to|no longer) (?:accept|receive)\w{0,3} (?:any )?(?:e-?mails?|mails?|messages)(?! from)/,
  },
  {
    cause: 'no-mail-here',
    words:
      /\b(?:no mail (?:is )?accepted|not accept any mail|smtp service is not|mx points to|not accepting network messages|indicated no smtp service|all relevant mx records point to non-?existent hosts)/,
  },
  {
    cause: 'disabled',
    words:
      /\b(?:account|mail ?box|user|address|recipient|e-?mail)(?: \S{1,80})? (?:(?:is|was|has|have|been|currently|temporarily|permanently|now|that you tried to reach) ){0,5}(?:disabled|inactive|inactivated|suspended|deactivated|discontinued|closed|locked|expired|terminated|blocked|cancell?ed|deleted|removed|frozen|not active|unavailable due to inactivity)/,
  },
  {
    cause: 'disabled',
    words:
      /\b(?:disabled|inactive|suspended|deactivated|closed|expired|deleted|terminated|dead) (?:user|account|mail ?box|recipient|address)/,
  },
  {
    cause: 'disabled',
    words:
      /\bno longer (?:active|in use|in service|valid|available|exists?|on (?:this )?server|here|receiv|accept\w{0,3} (?:mail|messages|e-?mail)$)|\bout of service\b|\bhas not (?:logged in|been used)/,
  },
  {
    cause: 'moved',
    words:
      /\b(?:user|recipient|mail ?box|account|address|person|\(address\)) (?:has |have )?(?:moved|left|changed (?:his|her|its|their) address|relocated)\b|\bno longer (?:with|works?|employed|at)\b|\bhas (?:moved|changed)\b.{0,40}\baddress/,
  },
  {
    cause: 'host-unknown',
    words:
      /\b(?:host|domain|hostname|mail ?server|mx|name)(?: or domain name)?(?: name)?(?: \S{1,80})? (?:is |was |could |can |are )?(?:unknown|not ?be found|not found|cannot be found|does not exist|doesn't exist|non-?existent|not known|invalid|not exist)/,
  },
  {
    cause: 'host-unknown',
    words:
      /\b(?:unknown|no such|non-?existent|bad destination|invalid|unrouteable|unroutable|illegal|bad) (?:mail )?(?:host|domain|destination domain|system|host\/domain)\b/,
  },
  {
    cause: 'host-unknown',
    words:
      /\b(?:couldn't|could not|can't|cannot|unable to|can not) (?:find|resolve|locate|route)(?: to)? (?:any |a |the |an )?(?:host|domain|mx|mail exchanger|dns|gateway|route|exchanger)|\bno (?:mx|mail exchangers?|dns)(?: records?| a records?)?\b|\bnxdomain\b/,
  },
  {
    cause: 'host-unknown',
    words:
      /\bnon-?existentdomain|\bname or service not known|\bunrouteable mail domain|\bdns domain \S{0,80} ?does not exist|\bdomain has been expired/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:unknown|invalid|no such|non-?existent|unrecognized|unrecognised|bad|undefined|nonexisting|illegal) (?:or (?:invalid|illegal|unknown) )?(?:local |mail |e-?mail |virtual |destination |recipient |delivery |user )?(?:user|recipient|mail ?box|account|address|addressee|alias|local[ -]?part|person|name|id|users?|customer|subscriber)\b/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:user|recipient|mail ?box|account|address|addressee|alias|local[ -]?part|person|e-?mail address|e-?mail account|name|customer|\(address\))(?:\(s\))?(?: \S{1,80}){0,2}:? (?:is |was |has |are |could |can |name |address |account |id |itself |that you tried to reach ){0,3}(?:unknown|not found|not be found|couldn't be found|cannot be found|not ?known|does not exist|doesn't exist|do not exist|does not have|don't exist|not exist|didn't exist|not listed|not recognized|not recognised|invalid|non-?existent|not valid|not a valid|undeliverable|not available here|not a known|unrecognized|not registered|could not be found)/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:no|not a valid|isn't a valid|not a|not our|not one of our|doesn't have an?|does not have an?|don't have an?|not an?|not a known|no valid) (?:\S{1,60} )?(?:such |local |known |valid |active )?(?:mail ?box|user|recipient|account|customer|address|subscriber|mail ?box here|users?|recipients?)(?: here| by that name|\b)/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:recip(?:ient)?not ?found|recipient ?not ?found|adr\.(?:recip|exrecip)\w{0,20}|dsn:? ?user unknown|nosuchuser)/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:not (?:listed )?in (?:(?:the|this|our|public|domino|name &|name and) ){0,4}(?:directory|address book|recipient table|user table))|\brouter: .{0,60}not (?:unique|listed)/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:couldn't|could not|can't|cannot|wasn't|was not) (?:be )?(?:find|found|verify|recognize|match)\w{0,2} (?:the |this |your )?(?:user|recipient|mail ?box|address|account)?\b.{0,40}|\bunrout(?:e)?able address/,
  },
  {
    cause: 'user-unknown',
    words:
      /\b(?:mail ?box|recipient|user|address) (?:is |are )?(?:currently )?(?:unavailable|not available|unrouteable)\b|\b(?:mail ?box|user) not (?:local|here)|\bnot local\b|\brequested action not taken/,
  },
  {
    cause: 'user-unknown',
    words:
      /^\W{0,6}address rejected\b|\brecipient address rejected ?: (?:access denied|undeliverable|user|unknown|no )/,
  },
];

/** Wordings that say something only where neither the phrases above nor a code do. */
export const WEAK_PHRASES: readonly Phrase[] = [
  {
    cause: 'expired',
    words:
      /\b(?:retry|delivery|message|envelope|queue|attempts?|time) ?(?:retry )?(?:time-?out|timeout|timed out|expired|has expired|failed \d{1,4} attempts)|\b(?:retry timeout exceeded|(?:could not be|not) (?:sent|delivered) (?:for|within|after)|after (?:multiple|several|many) (?:retries|attempts)|in the queue too long|have been failing|has been failing|aborted after|time ?limit|max(?:imum)? (?:queue|retry) time|giving up after|undelivered for|still unable|for the (?:last|past) \d)/,
  },
  {
    cause: 'system',
    words:
      /\b(?:service|server|system|resources?|mail ?system)(?: is| was)? ?(?:currently |temporarily )?(?:unavailable|busy|down|overloaded|not available|full)/,
  },
  {
    cause: 'system',
    words:
      /\b(?:internal|local|system|server|configuration|database|i\/o|input\/output|disk|software|processing|protocol|mailer|unexpected|unknown mailer|temporary|backend) (?:server |configuration |delivery |system |processing )?(?:error|fail|problem|trouble)/,
  },
  {
    cause: 'system',
    words:
      /\btemporar|\btry (?:again|later)|\b(?:please )?retry|\bdefer|\bdelayed|\bcommand (?:died|failed|time limit|output)|\bcan't create|\bcannot (?:open|create|append)|\bunable to (?:run|create)|\bpermission denied|\bpipe\b/,
  },
  {
    cause: 'protocol',
    words:
      /\b(?:syntax|(?:bad|improper|wrong) sequence|protocol|command (?:not|unrec|unknown)|parameters?|unrecognized command|not implemented|unimplemented|smtputf8|need (?:mail|rcpt))/,
  },
  {
    cause: 'refused',
    words:
      /\b(?:polic(?:y|ies)|access denied|not (?:allowed|permitted|accepted|authorized|authorised|acceptable|welcome)|administrat\w{0,6} prohibit|prohibit|forbidden|denied|restricted|permission|security)/,
  },
  {
    cause: 'refused',
    words:
      /\b(?:reject|refus|declin|disallow|bounced? by|blocked|unacceptable|unwanted|not accept|transaction failed|may not have permission|not a member)/,
  },
];
