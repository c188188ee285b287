using SafeguardingTeams.Domain.Forms;
using static SafeguardingTeams.House.Tests.Governance.Nature;

namespace SafeguardingTeams.House.Tests.Governance;

/// <summary>What an answer is to data-protection law, by the rules on the page (<see cref="DataMapPage"/>).</summary>
internal enum Nature
{
    /// <summary>About nobody, or about the work alone.</summary>
    Work,

    /// <summary>Personal data.</summary>
    Personal,

    /// <summary>Personal data that no article lists, but that harms when it gets out: care, protection plans, proceedings.</summary>
    Sensitive,

    /// <summary>Special category: health (Article 9).</summary>
    Health,

    /// <summary>Special category: racial or ethnic origin (Article 9).</summary>
    Origin,

    /// <summary>Special category: religion or belief (Article 9).</summary>
    Belief,

    /// <summary>Allegations, proceedings or offences (Article 10).</summary>
    Criminal,

    /// <summary>Free text: taken for special category and for criminal.</summary>
    FreeText,

    /// <summary>Text that is to point to nobody, and is checked for it before it is sent.</summary>
    Anonymous,
}

/// <summary>Some questions of a page.</summary>
/// <param name="Forms">Ids of the forms that have the page, with blanks between.</param>
/// <param name="Page">The page's id.</param>
/// <param name="Questions">Ids of the questions, with blanks between.</param>
/// <param name="Whose">Whose data the answers are.</param>
internal sealed record Classified(string Forms, string Page, string Questions, string Whose, Nature Nature);

/// <summary>Every question of every form: whose data the answer is, and what it is to the law.</summary>
internal static class QuestionMap
{
    private const string Serious = "serious-incident-referral",
        Learning = "practice-learning-referral",
        Both = $"{Serious} {Learning}",
        Request = "scoping-request",
        Return = "initial-scoping",
        Reports = "rapid-review-report-2018 rapid-review-report-2025",
        Report2025 = "rapid-review-report-2025",
        Minutes7 = "seven-minute-briefing",
        Training = "training-copy",
        Paper = "triborough-paper",
        Briefings = $"{Minutes7} {Training} {Paper}";

    private const string Child = "the child",
        Family = "family and others close to the child",
        Referrer = "the referrer",
        Lead = "the safeguarding lead",
        Practitioner = "practitioners",
        Everybody = "anybody the text names",
        Nobody = "nobody";

    /// <summary>The longest answer in several lines that may be something else than free text, such as an address.</summary>
    internal const int LongestNotFree = 1000;

    internal static IReadOnlyList<Classified> All { get; } =
    [
        new(Serious, "criteria", "abuse", "the child, and whoever is suspected", Criminal),
        new(Serious, "criteria", "harm", Child, Health),
        new(Both, "referrer", "name title agency address telephone email", Referrer, Personal),
        new(Serious, "lead", "name title agency address telephone email", Lead, Personal),
        new(Both, "children", "name born address gender", Child, Personal),
        new(Both, "children", "ethnicorigin", Child, Origin),
        new(Both, "children", "faith", Child, Belief),
        new(Both, "children", "disability", Child, Health),
        new(Serious, "children", "outcome", Child, Health),
        new(Serious, "children", "happened", Child, Personal),
        new(Both, "children", "lookedafter plan open", Child, Sensitive),
        new(Both, "children", "plandetails", Child, FreeText),
        new(Both, "children", "leadpractitioner", Practitioner, Personal),
        new(Serious, "incident", "location", Child, Personal),
        new(Serious, "incident", "carer", Family, Personal),
        new(Serious, "investigations", "criminal", "whoever is investigated", Criminal),
        new(Serious, "investigations", "coroner adult adultshared", "the child and adults at risk", Sensitive),
        new(Serious, "investigations", "investigator coronercontact adultcontact", Practitioner, Personal),
        new(Both, "family", "name address relationship born", Family, Personal),
        new(Both, "family", "legalstatus", Family, Sensitive),
        new(Both, "family", "ethnicorigin", Family, Origin),
        new(Serious, "siblings", "protection", Family, FreeText),
        new(Both, "agencies", "agency current", Child, Sensitive),
        new(Both, "agencies", "address telephone email", Practitioner, Personal),
        new(Both, "agencies", "reason", Everybody, FreeText),
        new(Both, "outline", "circumstances reasons", Everybody, FreeText),
        new(Both, "chronology", "date time", Child, Personal),
        new(Both, "chronology", "event", Everybody, FreeText),
        new(Both, "additional", "information", Everybody, FreeText),
        new(Learning, "lead", "name title agency telephone email spoken", Lead, Personal),
        new(Learning, "learning", "kinds concerns", Nobody, Work),
        new(Learning, "learning", "learn", Everybody, FreeText),
        new(Learning, "incident", "date location", Child, Personal),
        new(Learning, "incident", "dateof", Child, FreeText),
        new(Learning, "incident", "carer", Family, Personal),
        new(Learning, "wentwell", "welldone why", Everybody, FreeText),
        new(Learning, "wentwell", "maybetold", Practitioner, Personal),
        new(Request, "children", "name aka born died address previous", Child, Personal),
        new(Request, "children", "nhsnumber", Child, Sensitive),
        new(Request, "mother", "name aka born address previous", Family, Personal),
        new(Request, "father", "name aka born address previous", Family, Personal),
        new(Request, "siblings", "name aka born address previous", Family, Personal),
        new(Request, "adults", "name relationship address", Family, Personal),
        new(Request, "case", "outline summary", Everybody, FreeText),
        new(Request, "case", "from to", Nobody, Work),
        new(Return, "completed", "name title agency address telephone email date", "who completes the form", Personal),
        new(Return, "family", "answer", "the child and the family", Personal),
        new(Return, "family", "how", "the child and the family", FreeText),
        new(Return, "involvement", "summary", Everybody, FreeText),
        new(Return, "services", "service", "the child and the family", Health),
        new(Return, "services", "who started ended", "the child and the family", Sensitive),
        new(Return, "chronology", "date time", "the child and the family", Personal),
        new(Return, "chronology", "event source", Everybody, FreeText),
        new(Return, "practice", "outstanding learning", Everybody, FreeText),
        new(Return, "together", "concerns", Everybody, FreeText),
        new(Return, "otheragencies", "agency", Child, Sensitive),
        new(Return, "otheragencies", "details", Everybody, FreeText),
        new(Return, "further", "information", Everybody, FreeText),
        new(Reports, "immediate", "taken", Nobody, Work),
        new(Reports, "immediate", "details", Everybody, FreeText),
        new(Reports, "actions", "action", Everybody, FreeText),
        new(Reports, "actions", "who when", Practitioner, Personal),
        new(Reports, "criteria", "met", Child, Sensitive),
        new(Reports, "criteria", "themes", Child, FreeText),
        new(Reports, "discussion", "record harm learning", Everybody, FreeText),
        new(Reports, "discussion", "serious", Child, Health),
        new(Report2025, "analysis", "episodes inequalities", Everybody, FreeText),
        new(Reports, "legal", "sought", Nobody, Work),
        new(Reports, "legal", "details", Everybody, FreeText),
        new(Reports, "recommendation", "outcome state beside", Child, Sensitive),
        new(Reports, "recommendation", "rationale options", Everybody, FreeText),
        new(Reports, "agreement", "unanimous", Nobody, Work),
        new(Reports, "dissent", "who", Practitioner, Personal),
        new(Reports, "dissent", "why", Everybody, FreeText),
        new(Minutes7, "first", "title why happened learned", Nobody, Anonymous),
        new(Minutes7, "second", "well differently team help", Nobody, Anonymous),
        new(Training, "first", "title aim situation course", Nobody, Anonymous),
        new(Training, "second", "known well questions trainer", Nobody, Anonymous),
        new(Paper, "first", "title askofgroup happened learned", Nobody, Anonymous),
        new(Paper, "second", "beyond doing otherboroughs answer", Nobody, Anonymous),
        new(Briefings, "foot", "whomtoask", Nobody, Anonymous),
        new(Briefings, "foot", "lookagain", Nobody, Work),
        new(Briefings, "behind", "replaced", Nobody, Anonymous),
    ];

    /// <summary>How a question is classified; null where it is not.</summary>
    internal static Classified? Of(Form form, Page page, Question question) =>
        All.FirstOrDefault(one => one.Page == page.Id && Words(one.Forms).Contains(form.Id) && Words(one.Questions).Contains(question.Id));

    /// <summary>The questions of a page, of each row of it where it repeats.</summary>
    internal static IEnumerable<Question> QuestionsOf(Page page) =>
        page switch
        {
            Page.Single single => single.Questions,
            Page.Repeating repeating => repeating.Questions,
            Page.Matching matching => matching.Questions,
            _ => throw new InvalidOperationException("A kind of page the data map does not know."),
        };

    /// <summary>What is wrong with the classification of these forms.</summary>
    internal static IReadOnlyList<string> Faults(IReadOnlyCollection<Form> forms)
    {
        List<string> faults = [];
        HashSet<string> asked = [];
        foreach (var form in forms)
        {
            foreach (var page in form.Pages)
            {
                foreach (var question in QuestionsOf(page))
                {
                    var name = $"{form.Id} {page.Id} {question.Id}";
                    asked.Add(name);
                    if (Of(form, page, question) is not { } found)
                    {
                        faults.Add($"{name} is not classified.");
                    }
                    else if (
                        question.Kind is AnswerKind.Text { MaxLength: > LongestNotFree }
                        && found.Nature is not (FreeText or Anonymous)
                    )
                    {
                        faults.Add($"{name} is long text and not classified as free text.");
                    }
                }
            }
        }

        var classified = All.SelectMany(one =>
                from form in Words(one.Forms)
                from question in Words(one.Questions)
                select $"{form} {one.Page} {question}"
            )
            .ToList();
        faults.AddRange(classified.Except(asked).Select(name => $"{name} is classified and no form asks it."));
        faults.AddRange(
            classified.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key} is classified twice.")
        );
        return faults;
    }

    private static string[] Words(string text) => text.Split(' ');
}
