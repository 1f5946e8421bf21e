/**
 * What decides each choice of the grammar, made by `npm run generate`: the rule, the kind and number of the choice, and
 * the paths of each alternative. And the words that sentences of each declaration start with.
 */
export const choices = `
names RepetitionMandatoryWithSeparator 0 NAME
texts RepetitionMandatoryWithSeparator 0 TEXT
value Alternation 0 NUMBER | PERCENT | NAME | TEXT | DATE | PERIOD | TIME | VERSION
day Option 0 'at'
bound Alternation 0 PERCENT | NUMBER
amount Option 0 'business' / 'calendar' / UNIT / CURRENCY
amount Alternation 0 'business' / 'calendar' / UNIT | CURRENCY
unit Option 0 'business' / 'calendar'
unit Alternation 0 'business' | 'calendar'
each Alternation 0 'each' 'calendar' | 'each' 'partner'
eachSpan Alternation 0 'half' | SPAN
population Option 0 'where'
condition Option 0 'and' / 'or'
condition Alternation 0 'and' | 'or'
condition RepetitionMandatory 1 'and'
condition RepetitionMandatory 2 'or'
operand Alternation 0 'not' | ( | 'has' | 'partner' / 'date' / NAME
lookup Option 1 'in'
lookup Option 2 'where'
lookup Alternation 0 ( | 'partner' / 'date' / NAME
left Alternation 0 'partner' . | 'date' 'of' | NAME
test Alternation 0 'is' | 'at' / 'more' / 'less' / 'fewer' | 'from' | 'contains' | 'matches'
being Alternation 0 'not' 'given' | 'not' NUMBER / 'not' PERCENT / 'not' NAME / 'not' TEXT / 'not' DATE / 'not' PERIOD / 'not' TIME / 'not' VERSION | 'given' | 'one' 'of' | NUMBER / PERCENT / NAME / TEXT / DATE / PERIOD / TIME / VERSION
being RepetitionMandatoryWithSeparator 0 NUMBER / PERCENT / NAME / TEXT / DATE / PERIOD / TIME / VERSION
comparing Alternation 1 'at' | 'more' / 'less' / 'fewer'
comparing Alternation 3 'least' | 'most'
than Alternation 0 'more' | 'less' | 'fewer'
agreementHead Option 0 TEXT
agreementSentence Alternation 0 'version' | 'effective' | 'supersedes' | 'owner' | 'time' | 'currency' | 'business' | 'year' | 'rounding' | 'because'
effective Alternation 0 DATE | 'further'
rounding Alternation 0 'none' | NUMBER
decimals Alternation 0 'decimal' | 'decimals'
partnersSentence Alternation 0 'field' | 'active'
active Option 0 'until'
datasetHead Option 0 TEXT
datasetSentence Alternation 0 'field' | 'partner' | 'dated' | 'missing' | 'duplicates' | 'valid' | 'keeps'
datasetPartner Option 0 'in'
datasetDated Option 0 'then' / 'in'
datasetDated Alternation 0 'then' | 'in'
keepsLatest Option 0 'then'
field Option 1 'optional'
field Option 2 'personal'
field Option 3 'from'
fieldType Alternation 0 'text' | 'yes_no' | 'date' / 'timestamp' | 'duration' | 'money' | 'one' | 'number' | 'total' | 'days'
yesNoType Option 0 'written'
dateType Alternation 0 'date' | 'timestamp'
dateType Option 0 'written'
durationType Option 0 'written'
oneOfType RepetitionMandatoryWithSeparator 0 NAME
member Option 0 'written'
numberType Option 1 NUMBER
numberType Option 2 'from'
numberType Option 3 'written'
daysType Option 0 'in'
calendarHead Option 0 TEXT
calendarSentence Alternation 0 'time' | 'open' | 'closed' | 'cut'
open Option 0 'to'
closed Alternation 1 'holidays' | 'on'
closed Alternation 2 TEXT | 'by'
clockHead Option 1 TEXT
clockHead Option 2 'by'
clockSentence Alternation 0 'starts' | 'stops' | 'restarts' | 'pauses' | 'counts' | 'dated' | 'due' | 'warns'
trigger Alternation 0 'at' | 'when'
trigger Option 0 'last'
due Alternation 0 'at' | 'within'
due RepetitionMandatory 0 'within'
withinRow Option 0 'where' / 'otherwise'
withinRow Alternation 0 'where' | 'otherwise'
metricHead Option 0 TEXT
metricForm Alternation 0 'percent' | 'number' | 'average' | 'percentile' | 'net' | 'rate' | 'ratio' | 'sum' / 'median' / 'lowest' / 'highest' / 'latest'
share Alternation 0 'time' 'outside' | NAME 'where' / NAME 'out'
count Alternation 0 'different' NAME | NAME 'where' / NAME
average Alternation 0 'in' | 'each'
single Alternation 0 'sum' | 'median' | 'lowest' | 'highest' | 'latest'
metricSentence Alternation 0 'dated' | 'final' | 'counts' | 'higher' / 'lower'
better Alternation 0 'higher' | 'lower'
standardHead Option 0 TEXT
standardSentence Alternation 0 'requires' | 'applies' | 'measured' | 'needs' | 'because' | 'tolerates' | 'warns' | 'assessed' | 'excluding' | 'missing' | 'covers' | 'binds' | 'judged'
applies Alternation 0 'to' | 'when'
applies Option 0 'where'
requires Option 0 'or' / 'where' / 'otherwise' / 'from'
requires Alternation 0 'or' | 'where' / 'otherwise' / 'from'
requires RepetitionMandatory 0 'or'
requires Repetition 0 'at' / 'more' / 'less' / 'fewer' / 'is' / 'from' / 'in'
limit Alternation 0 'at' | 'more' / 'less' / 'fewer' | 'is' | 'from' | 'in'
limit Option 1 'not'
limit Option 2 'for'
boundedLimit Alternation 3 'least' | 'most'
boundedLimit Alternation 2 'peer' 'average' | NUMBER / PERCENT / NAME / TEXT / DATE / PERIOD / TIME / VERSION
boundedLimit Option 0 'by'
inBest Option 0 'by'
rowTail Alternation 1 'where' / 'otherwise' | 'from'
rowTail Alternation 2 'where' | 'otherwise'
rowTail Option 0 'from'
measured Alternation 1 'each' | 'over'
measured Alternation 2 'rolling' | 'latest'
measured Option 0 'when' / 'otherwise'
measured Alternation 3 'when' | 'otherwise'
assessed Alternation 0 'at' | 'on'
assessed Option 0 'business'
needs Alternation 0 'no' | 'at'
needs RepetitionMandatory 0 'at'
needRow Option 1 NAME
needRow Option 2 'where'
exclusionHead Option 0 TEXT
exclusionSentence Alternation 0 'removes' | 'applies' | 'needs' | 'recorded' | 'because'
affected Option 0 'by'
amendmentHead Option 0 TEXT
amendmentSentence Alternation 0 'effective' | 'changes' | 'because'
changesLimit Alternation 0 'at' / 'more' / 'less' / 'fewer' | 'from'
testHead Option 0 TEXT
testSentence Alternation 0 'expect' | 'given' | 'as'
given Alternation 0 'from' | 'for' / ROW
given Option 0 'for'
given RepetitionMandatory 0 ROW
expect Option 1 'not'
expect Option 2 'because'
period Alternation 0 PERIOD | DATE | NUMBER
creditHead Option 1 TEXT
creditHead Option 2 'on'
bonusHead Option 1 TEXT
bonusHead Option 2 'on'
creditSentence Alternation 0 'puts' | 'weight' | 'forgives' | 'earns' | 'pays' / 'gives' / 'capped' / 'unless' / 'ignores' / 'excluding' / 'additional' / 'because'
moneySentence Alternation 0 'pays' | 'gives' | 'capped' | 'unless' | 'ignores' | 'excluding' | 'additional' | 'because'
payment Alternation 0 PERCENT | NUMBER
gives Option 1 'for'
gives Option 2 'when'
givesTimes Alternation 0 'percentage' | 'started'
capped Alternation 0 PERCENT | NUMBER
capped Option 0 'of'
event Alternation 1 'met' | 'missed' | 'exceeded'
event Option 0 NUMBER
eventCount Alternation 1 'times' | 'half' / UNIT
eventCount Alternation 2 'half' | UNIT
eventCount Alternation 3 'year' | 'years'
pointsHead Option 0 TEXT
pointsSentence Alternation 0 'gives' | 'doubled'
givesPoints Alternation 1 'when' | 'otherwise'
givesPoints Alternation 2 'at' / 'more' / 'less' / 'fewer' | 'from'
escalationHead Option 1 TEXT
escalationHead Option 2 'on'
escalationSentence Alternation 0 'step' | 'resets'
step Option 1 TEXT
step Alternation 0 NAME 'is' | 'met' NUMBER / 'met' / 'missed' NUMBER / 'missed' / 'exceeded' NUMBER / 'exceeded'
step Option 2 'cure' / 'notice'
stepConditions RepetitionMandatoryWithSeparator 0 NAME
stepCondition Alternation 0 'not' | NAME
stepLengths Alternation 0 'cure' | 'notice'
stepLengths Option 1 'notice'
stepLengths Option 2 'cure'
ratchetHead Option 0 TEXT
ratchetSentence Alternation 0 'when' | 'raises' | 'capped'
scorecardHead Option 0 TEXT
scorecardSentence Alternation 0 'weight' | 'measured' | 'assessed'
tiersHead Option 0 TEXT
tiersSentence Alternation 0 'level' | 'assessed'
level Option 0 TEXT
level Alternation 0 'when' | 'otherwise'
party Alternation 0 'partner' | 'brand'
rampUpHead Option 1 TEXT
rampUpHead Option 2 'for'
rampUpSentence Alternation 0 'lasts' | 'until' | 'suspends'
attestationHead Option 0 TEXT
attestationSentence Alternation 0 'given' | 'evidence' | 'recorded' | 'valid' | 'due'
validity Alternation 0 NUMBER | 'until'
deadline Alternation 1 'within' | 'on'
deadline Alternation 3 'of' | 'after'
deadline Alternation 2 'business' / 'day' | DATE
dueDay Option 0 'business'
dutyHead Option 0 TEXT
dutySentence Alternation 0 'delivers' | 'recorded' | 'due' | 'when' | 'if'
touchpointHead Option 0 TEXT
touchpointSentence Alternation 0 'stage' | 'channel' | 'run'
runBy Option 0 'where'
reportHead Option 0 TEXT
reportSentence Alternation 1 'due' | 'shows' | 'compares' | 'hides'
reportSentence Alternation 2 'groups' | 'personal'
file Repetition 0 'uses' / 'agreement' / 'partners' / 'dataset' / 'calendar' / 'clock' / 'metric' / 'standard' / 'credit' / 'bonus' / 'points' / 'escalation' / 'ratchet' / 'scorecard' / 'tiers' / 'exclusion' / 'amendment' / 'ramp_up' / 'attestation' / 'duty' / 'touchpoint' / 'report' / 'test'
declaration Alternation 0 'uses' | 'agreement' | 'partners' | 'dataset' | 'calendar' | 'clock' | 'metric' | 'standard' | 'credit' | 'bonus' | 'points' | 'escalation' | 'ratchet' | 'scorecard' | 'tiers' | 'exclusion' | 'amendment' | 'ramp_up' | 'attestation' | 'duty' | 'touchpoint' | 'report' | 'test'
agreement Repetition 0 'version' / 'effective' / 'supersedes' / 'owner' / 'time' / 'currency' / 'business' / 'year' / 'rounding' / 'because'
partners Repetition 0 'field' / 'active'
dataset Repetition 0 'field' / 'partner' / 'dated' / 'missing' / 'duplicates' / 'valid' / 'keeps'
calendarDeclaration Repetition 0 'time' / 'open' / 'closed' / 'cut'
clockDeclaration Repetition 0 'starts' / 'stops' / 'restarts' / 'pauses' / 'counts' / 'dated' / 'due' / 'warns'
metric Repetition 0 'dated' / 'final' / 'counts' / 'higher' / 'lower'
standard Repetition 0 'requires' / 'applies' / 'measured' / 'needs' / 'because' / 'tolerates' / 'warns' / 'assessed' / 'excluding' / 'missing' / 'covers' / 'binds' / 'judged'
credit Repetition 0 'puts' / 'weight' / 'forgives' / 'earns' / 'pays' / 'gives' / 'capped' / 'unless' / 'ignores' / 'excluding' / 'additional' / 'because'
bonus Repetition 0 'pays' / 'gives' / 'capped' / 'unless' / 'ignores' / 'excluding' / 'additional' / 'because'
pointsDeclaration Repetition 0 'gives' / 'doubled'
escalation Repetition 0 'step' / 'resets'
ratchet Repetition 0 'when' / 'raises' / 'capped'
scorecard Repetition 0 'weight' / 'measured' / 'assessed'
tiers Repetition 0 'level' / 'assessed'
exclusion Repetition 0 'removes' / 'applies' / 'needs' / 'recorded' / 'because'
amendment Repetition 0 'effective' / 'changes' / 'because'
rampUp Repetition 0 'lasts' / 'until' / 'suspends'
attestation Repetition 0 'given' / 'evidence' / 'recorded' / 'valid' / 'due'
duty Repetition 0 'delivers' / 'recorded' / 'due' / 'when' / 'if'
touchpoint Repetition 0 'stage' / 'channel' / 'run'
report Repetition 0 'due' / 'shows' / 'compares' / 'hides'
testDeclaration Repetition 0 'expect' / 'given' / 'as'
`;

/** By the declaration word. */
export const firstWords = `
uses: 
agreement: version effective supersedes owner time currency business year rounding because
partners: field active
dataset: field partner dated missing duplicates valid keeps
calendar: time open closed cut
clock: starts stops restarts pauses counts dated due warns
metric: dated final counts higher lower
standard: requires applies measured needs because tolerates warns assessed excluding missing covers binds judged
credit: puts weight forgives earns pays gives capped unless ignores excluding additional because
bonus: pays gives capped unless ignores excluding additional because
points: gives doubled
escalation: step resets
ratchet: when raises capped
scorecard: weight measured assessed
tiers: level assessed
exclusion: removes applies needs recorded because
amendment: effective changes because
ramp_up: lasts until suspends
attestation: given evidence recorded valid due
duty: delivers recorded due when if
touchpoint: stage channel run
report: due shows compares hides
test: expect given as
`;
