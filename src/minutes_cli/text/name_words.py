"""Word lists about people: what stands before and after their names, and what is no name at all."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


COURTESY = words_of(
    """mr mrs ms miss mx messrs dr drs prof professor rev revd rev'd rev’d reverend fr father canon sir dame lord lady
    baroness baron hon honourable honorable madam madame cllr cllrs clr clrs councillor councillors councilor councilors
    councilman councilwoman councilmember alderman aldermen ald judge justice senator"""
)
"""Titles of respect and of elected members, in lower case without dots."""

RANKS = words_of(
    """pc ps sgt sergeant insp inspector supt superintendent constable garda pcc dpcc pfcc acc dcc cc dci di ds dc dcs
    pcso
        lt lieutenant lieut col colonel maj major capt captain gen general brig brigadier cpl corporal cdr commander
    commodore admiral marshal acfo dcfo cfo"""
)
"""Ranks of police, fire and armed services, in lower case; `RANK_PREFIXES` may stand before them."""

UPPER_RANKS = words_of("""pc ps pcc dpcc pfcc acc dcc cc dci di ds dc dcs pcso acfo dcfo cfo""")
"""Ranks that count only in capitals: "DI Roe" has one, "Di Roe" is a first name."""

RANK_PREFIXES = words_of(
    """temporary temp acting det detective ch chief deputy dep assistant asst lt lieut wing squadron group police"""
)
"""Words before a rank, in lower case."""

OFFICES = words_of(
    """chair chairman chairwoman chairperson vice-chair cathaoirleach convener convenor president vice-president
    member trustee commissioner mayor supervisor director secretary treasurer clerk warden governor deputy
    administrator manager reeve selectman selectwoman selectperson assessor chief officer attorney minister"""
)
"""Offices that minutes put before a surname ("Trustee Roe"), in lower case."""

OFFICE_PREFIXES = words_of(
    """vice deputy acting interim assistant executive parish town village city county district board committee council
    fire borough co honorary lord past"""
)
"""Words before an office, in lower case."""

POST_NOMINALS = words_of(
    """MBE OBE CBE KBE DBE KCB BEM QPM KPM QFSM KFSM QAM GM TD T.D. TDs MP MEP MSP MLA MPP JP J.P. PhD Ph.D Ph.D. DPhil
    BSc MSc BEng MEng MBA LLB LLM CPFA FCPFA FCA ACA FCCA ACCA CIPFA FRSA FRCS FRCP FRICS MRICS RN P.Eng P.E. CEng Esq
    Esq. CPA CFA AICP MRTPI FSLCC CiLCA K.C. KC QC SC M.D. R.N. retd Retd"""
)
"""Letters after a name that are dropped wherever they stand."""

COMMA_POST_NOMINALS = words_of("""BA MA MS AM DL MD PE BEd PGCE SC""")
"""Letters that could be a surname or initials, so they are dropped only after a comma."""

PARTICLES = words_of(
    """de da do dos das del della di du van von der den ter ten la le el al bin ibn bint ben y e
    zu zum af av st mac ó ní"""
)
"""Small words within a surname; printed with a capital they still count."""

ROLE_WORDS = words_of(
    """manager officer clerk chief chair chairman chairperson chairwoman vice-chair vice-chairman convener convenor
    director secretary treasurer president vice vice-president member members trustee trustees commissioner mayor
    supervisor superintendent inspector constable sergeant administrator administrative administration assistant
    executive deputy head lead leader senior junior acting interim coordinator co-ordinator advisor adviser analyst
    engineer planner solicitor counsel accountant auditor auditors consultant specialist technician representative rep
    resident observer guest guests delegate alternate partner governor warden registrar moderator facilitator scribe
    recorder note-taker minute-taker taker minutes notes editor developer intern student owner applicant attorney lawyer
    architect sysadmin admin webmaster cathaoirleach organiser organizer caretaker spokesperson
    ombudsman controller comptroller actuary proxy substitute staff personnel professor lecturer lay non-executive
    independent elected ex-officio co-opted portfolio holder"""
)
"""Words of roles, in lower case."""

ORGANISATION_WORDS = words_of(
    """council councils board boards police constabulary ltd limited inc llc llp plc gmbh corp corporation company
    committee sub-committee subcommittee department dept office services authority association society club group
    team university college school academy trust foundation federation union parish town city county district borough
    township village state national international institute agency ministry commission centre center hospital ccg nhs
    partnership network project programme program government assembly panel forum alliance consortium institution
    laboratories laboratory labs systems solutions technologies software consulting consultants media fund bureau
    division directorate unit section municipal municipality regional region republic community communities
    housing development operations finance financial planning policy communications engagement governance
    strategy strategic legal corporate audit risk procurement technology information digital education environment
    health safety security transport highways infrastructure resources resource accounts affairs relations economic
    consult contractor contractors nominees sectoral universidad universität université licensing
    public service support business commercial medical clinical nursing delivery performance
    fire rescue emergency ambulance crime league chamber commerce"""
)
"""Words of organisations and their departments, in lower case."""

NOT_NAMES = words_of(
    """the this that these those a an and or of for to in on at by with from as is are was were be been it its he she
    they we you i all any other no not none nil yes present absent apologies apology attendance attendees attending
    attended invited action actions agenda item items motion motions minute meeting meetings matters arising approval
    approved carried agreed resolved noted discussion discussed report reports update updates review business welcome
    introduction introductions adjournment adjourned next date time venue location place name names title titles role
    status organisation organization initials abbreviation signature signed draft page number ref reference due owner
    page version summary background declaration declarations interest interests correspondence question questions
    answer answers decision decisions recommendation recommendations call order roll old new via online video zoom
    teams remote regrets regret excused quorum guests others further also first second third moved seconded votes vote
    ayes nays nay aye abstain abstained tbc tbd tba n/a monday tuesday wednesday thursday friday saturday sunday
    january february september october november december special regular annual general ordinary extraordinary
    unaffiliated unknown vacant vacancy everyone nobody plan plans budget policies events event award awards drive road
    roads street avenue code codes act rules regulations management content data list lists profiles conference night
    property properties revision revisions documentation fellows cemetery website wiki application applications
    election elections fees fee insurance training works maintenance allotments playground hearing hearings private
    session closed open past future upcoming following permit permits zoning variance request requests proposal
    proposals amendment amendments ordinance bylaw bylaws appendix annex attachment schedule timeline workshop pledge
    allegiance prayer invocation consent adoption ratification feedback comment comments concerns issue issues register
    log table figure total amount payee payment payments invoice invoices cheque cheques account balance income
    expenditure precept tax levy bills bridge park survey victim victims standards progress outstanding ongoing complete
    completed general other various there standing orders"""
)
"""Capitalised words of minutes that no person is called, in lower case."""

SURNAMES_TOO = words_of("page place day levy head park field church price")
"""Words of these lists that are surnames as well, in lower case."""

MONTH_NAMES = words_of("""march april may june july august""")
"""Months that are first names too: they count as names beside another word."""

REASONS = words_of(
    """illness ill sick sickness holiday holidays leave work commitment commitments personal family unwell away
    travelling traveling absent bereavement maternity paternity annual late early remote remotely online virtual
    virtually phone telephone teleconference videoconference video zoom teams webex part meeting partial excused
    unexcused unable"""
)
"""Lower-case words in brackets that tell why or how somebody was (not) there, which is no role."""
