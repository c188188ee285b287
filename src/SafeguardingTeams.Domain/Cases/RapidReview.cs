using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;

namespace SafeguardingTeams.Domain.Cases;

/// <summary>A case's Rapid Review, from its preparation to the Panel's answer (B1 to B26).</summary>
public sealed record RapidReview
{
    /// <summary>What goes to the agencies: section 1, summary, period (B3, B4).</summary>
    public Answers Request { get; init; } = Answers.None;

    /// <summary>The agencies asked, or to be asked, in the order they were chosen (B2).</summary>
    public ImmutableList<ReviewAgency> Agencies { get; init; } = [];

    /// <summary>Agencies that were named as involved and are not asked, with why not (B8).</summary>
    public ImmutableSortedDictionary<string, string> NotAsked { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>When letters, forms and invitations went out (B2).</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The meeting, as planned now (B11, B26).</summary>
    public PlannedMeeting? Meeting { get; init; }

    /// <summary>What is doubtful about its day; nothing for as long as operations have not been asked to look (PD16).</summary>
    public MeetingDoubt MeetingDoubt { get; init; }

    /// <summary>The meeting as it was when the review was withdrawn, while it is (PD10).</summary>
    public PlannedMeeting? MeetingBefore { get; init; }

    /// <summary>Who is invited to it (B12).</summary>
    public ImmutableList<Attendee> Attendees { get; init; } = [];

    /// <summary>How many answers in the calendar fit nobody who was invited (B14): a person has to look at them.</summary>
    public int AnswersUnmatched { get; init; }

    /// <summary>When the document pack was first shared (B13).</summary>
    public DateTimeOffset? PackSharedAt { get; init; }

    /// <summary>An alarm that access to the case's own papers is not what it should be; empty where there is none (B13).</summary>
    public string PapersAlarm { get; init; } = "";

    /// <summary>The papers that came from outside, as they were put in (B13).</summary>
    public ImmutableList<AddedPaper> Papers { get; init; } = [];

    /// <summary>What the meeting recorded: sections 2 and 3 of the report (B16 to B19).</summary>
    public Answers Record { get; init; } = Answers.None;

    /// <summary>The recommendation the meeting agreed (B17, B18).</summary>
    public AgreedRecommendation? Agreed { get; init; }

    /// <summary>The three leads' approval (B20).</summary>
    public ApprovalRound? Approval { get; init; }

    /// <summary>What came of the last mediation of their approval, with what was corrected since (B20).</summary>
    public MediationOutcome? Mediated { get; init; }

    /// <summary>Whether the leads are being asked to approve what the meeting agreed (B20).</summary>
    public bool ApprovalIsOpen => this is { Agreed: not null, Approval.IsOpen: true };

    /// <summary>Report and letter as they went to the national Panel (B21, B22).</summary>
    public SentReport? Report { get; init; }

    /// <summary>A correction of it that is under way, while it is (PD16).</summary>
    public PendingCorrection? Correction { get; init; }

    /// <summary>What the Panel answered (B25).</summary>
    public PanelsAnswer? Answer { get; init; }

    /// <summary>What the partners answered where the Panel does not concur (B25).</summary>
    public string PartnersResponse { get; init; } = "";

    /// <summary>Why it was withdrawn, once it was (PD10).</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>Whether access to the secured records has been ended (B9).</summary>
    public bool AccessEnded { get; init; }

    /// <summary>What could not be done in Outlook or SharePoint and waits for operations.</summary>
    public ImmutableSortedDictionary<string, DeadLetteredWork> DeadLettered { get; init; } =
        ImmutableSortedDictionary.Create<string, DeadLetteredWork>(StringComparer.Ordinal);

    /// <summary>Whether there is an alarm about any folder of the case.</summary>
    public bool HasAlarm => PapersAlarm.Length > 0 || Agencies.Exists(agency => agency.Securing.Alarm.Length > 0);

    /// <summary>
    /// The alarm about an agency's folders, or about the case's own where it is empty; null where there is no such agency.
    /// </summary>
    public string? AlarmOf(string agency) => agency.Length == 0 ? PapersAlarm : Agency(agency)?.Securing.Alarm;

    /// <summary>The agency, or null.</summary>
    public ReviewAgency? Agency(string key) => Agencies.Find(agency => agency.Key == key);

    /// <summary>
    /// Whether an agency has still to confirm that its records are secured: it was asked, has not said that the family is not known to it,
    /// and the folders are not closed for good (B7, B9).
    /// </summary>
    public bool AwaitsSecuring(ReviewAgency agency) =>
        !AccessEnded && agency is { AskedAt: not null, Securing.IsComplete: false, Return: null or { Known: true } };

    /// <summary>With an agency changed.</summary>
    internal RapidReview With(string key, Func<ReviewAgency, ReviewAgency> change) =>
        this with
        {
            Agencies = [.. Agencies.Select(agency => agency.Key == key ? change(agency) : agency)],
        };

    /// <summary>With an attendee changed.</summary>
    internal RapidReview WithAttendee(string key, Func<Attendee, Attendee> change) =>
        this with
        {
            Attendees = [.. Attendees.Select(attendee => attendee.Key == key ? change(attendee) : attendee)],
        };

    /// <summary>Without a meeting: nobody has answered an invitation to the next one, or was at it.</summary>
    internal RapidReview WithNobodyInvitedYet() =>
        this with
        {
            Meeting = null,
            MeetingDoubt = MeetingDoubt.None,
            Attendees = [.. Attendees.Select(attendee => attendee with { Answer = Answered.NotYet, Present = false })],
        };

    /// <summary>With nobody recorded as present.</summary>
    internal RapidReview WithNobodyPresent() =>
        this with
        {
            Attendees = [.. Attendees.Select(attendee => attendee with { Present = false })],
        };

    /// <summary>The report's form by the edition pinned to the case (PD9).</summary>
    public static Form ReportForm(CaseFile file) => RapidReviewReportForms.Of(file.Rules?.GuidanceEdition ?? "2025");
}
