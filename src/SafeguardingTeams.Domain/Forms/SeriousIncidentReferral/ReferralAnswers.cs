using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

/// <summary>A referral's answers by name, for the rules that rest on them and for whoever shows them.</summary>
public readonly record struct ReferralAnswers(Answers Answers)
{
    /// <summary>The subject children, each with what happened to it.</summary>
    public ImmutableList<ReferredChild> Children => Answers.RowsOf(ChildrenPages.Group).ConvertAll(row => new ReferredChild(row));

    /// <summary>Family members and significant others.</summary>
    public ImmutableList<ReferredPerson> Family => Answers.RowsOf("family").ConvertAll(row => new ReferredPerson(row));

    /// <summary>Family and others first, then the children, by what is asked of all of them.</summary>
    public IEnumerable<ReferredPerson> Everybody => Family.Concat(Children.Select(child => new ReferredPerson(child.Row)));

    /// <summary>The agencies named as involved (B8).</summary>
    public IEnumerable<string> Agencies => Answers.RowsOf("agencies").Select(row => row["agency"]);

    /// <summary>The key events around the time of the incident.</summary>
    public ImmutableList<KeyEvent> KeyEvents => Answers.RowsOf("chronology").ConvertAll(row => new KeyEvent(row));

    /// <summary>The child's and family's circumstances, and the incident.</summary>
    public string Circumstances => Answers["outline", "circumstances"];

    /// <summary>Where it happened: the address, or the place in words.</summary>
    public string Place => Answers["incident", "location"];

    /// <summary>Who was caring for the child at the time.</summary>
    public string Carer => Answers["incident", "carer"];

    /// <summary>The safeguarding lead the referrer has spoken to.</summary>
    public string LeadName => Answers["lead", "name"];

    /// <summary>That lead's agency.</summary>
    public string LeadAgency => Answers["lead", "agency"];

    /// <summary>
    /// A plain no to abuse or neglect, or to death or serious harm: a serious safeguarding incident needs both (A1). Whoever is not
    /// sure has not said no.
    /// </summary>
    public bool DeniesACriterion =>
        Answers[SeriousIncidentReferralV1.Criteria, Abuse] == "no" || Answers[SeriousIncidentReferralV1.Criteria, "harm"] == "no";

    /// <summary>Whether abuse or neglect is known or suspected.</summary>
    public QuestionAnswered AbuseOrNeglect(Form form) => QuestionAnswered.Of(form, Answers, SeriousIncidentReferralV1.Criteria, Abuse);

    /// <summary>Whether there is a criminal investigation.</summary>
    public QuestionAnswered CriminalInvestigation(Form form) => QuestionAnswered.Of(form, Answers, "investigations", "criminal");

    /// <summary>Whether there is a coroner's inquiry.</summary>
    public QuestionAnswered CoronersInquiry(Form form) => QuestionAnswered.Of(form, Answers, "investigations", "coroner");

    /// <summary>A referral begun, with what is known of its author.</summary>
    public static Answers BegunBy(string name, string agency, string email) =>
        Answers.None.With("referrer", "name", name).With("referrer", "agency", agency).With("referrer", "email", email);

    private const string Abuse = "abuse";
}

/// <summary>A child of a referral.</summary>
public readonly record struct ReferredChild(AnswerRow Row)
{
    /// <summary>The name, or that it is not known.</summary>
    public string Name => Row["name"];

    /// <summary>The date of birth, as answered.</summary>
    public string Born => Row["born"];

    /// <summary>The date of birth; null where it is not known.</summary>
    public DateOnly? BornOn => AnswerText.Day(Born);

    /// <summary>The home address.</summary>
    public string Address => Row["address"];

    /// <summary>The day of the death or incident, as answered.</summary>
    public string Happened => Row["happened"];

    /// <summary>The day of the death or incident; null where it cannot be read.</summary>
    public DateOnly? HappenedOn => AnswerText.Day(Happened);

    /// <summary>What happened to the child.</summary>
    public ChildOutcome Outcome =>
        Row["outcome"] switch
        {
            "died" => ChildOutcome.Died,
            "serious-incident" => ChildOutcome.SeriouslyHarmed,
            _ => ChildOutcome.NotSaid,
        };

    /// <summary>Whether the child is looked after by a local authority.</summary>
    public LookedAfter LookedAfter =>
        Row["lookedafter"] switch
        {
            "yes" => LookedAfter.Yes,
            "care-leaver" => LookedAfter.CareLeaver,
            "no" => LookedAfter.No,
            _ => LookedAfter.NotKnown,
        };

    /// <summary>Whether that was answered at all: that it is not known is an answer.</summary>
    public bool SaysWhetherLookedAfter => Row["lookedafter"].Length > 0;

    /// <summary>Whether the child died.</summary>
    public bool Died => Outcome == ChildOutcome.Died;

    /// <summary>Looked after or a care leaver, or this is not known: anything but a plain no (PD10).</summary>
    public bool MayBeLookedAfter => LookedAfter != LookedAfter.No;

    /// <summary>
    /// The child died, and was or may have been in care: the local authority notifies the death of a looked-after child, or reports that
    /// of a care leaver, abuse suspected or not (PD10).
    /// </summary>
    public bool MayHaveDiedInCare => Died && MayBeLookedAfter;

    /// <summary>Everything asked of the child, with what was answered.</summary>
    public IEnumerable<QuestionAnswered> Details(Form form)
    {
        var row = Row;
        return ((Page.Repeating)form.Page(ChildrenPages.Group)!).Questions.Select(question => new QuestionAnswered(
            question,
            row[question.Id]
        ));
    }
}

/// <summary>What happened to a child.</summary>
public enum ChildOutcome
{
    /// <summary>Not answered yet.</summary>
    NotSaid,

    /// <summary>The child died.</summary>
    Died,

    /// <summary>The child was seriously harmed.</summary>
    SeriouslyHarmed,
}

/// <summary>Whether a child is, or was, looked after by a local authority.</summary>
public enum LookedAfter
{
    /// <summary>Not known, or not answered: never the same as a no (PD10).</summary>
    NotKnown,

    /// <summary>The child is, or was at death.</summary>
    Yes,

    /// <summary>Not now, and was before.</summary>
    CareLeaver,

    /// <summary>Neither.</summary>
    No,
}

/// <summary>Somebody in a referral.</summary>
public readonly record struct ReferredPerson(AnswerRow Row)
{
    public string Name => Row["name"];

    /// <summary>The relationship to the child; of a child itself, empty.</summary>
    public string Relationship => Row["relationship"];

    /// <summary>The date of birth, as answered.</summary>
    public string Born => Row["born"];

    public string Address => Row["address"];

    /// <summary>The legal status, such as parental responsibility; not asked of a child.</summary>
    public string LegalStatus => Row["legalstatus"];

    /// <summary>The ethnic origin in words.</summary>
    public string EthnicOrigin
    {
        get
        {
            var value = Row["ethnicorigin"];
            return Ask.EthnicOrigin.Options.FirstOrDefault(option => option.Value == value)?.Label ?? value;
        }
    }
}
