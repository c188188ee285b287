using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewTelephone;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Steps.ReviewTold;

namespace SafeguardingTeams.Tests;

/// <summary>A review that follows a case: given events, when a command, then events or refusals.</summary>
internal sealed partial class ReviewStory() : RecordStory<ReviewFile, ReviewStory>(new ReviewFile(Id))
{
    internal static readonly RecordRef Id = RecordRef.Parse("GSCP-RV-2222-3333");

    /// <summary>Who sees to it, and has no role but this.</summary>
    internal static Actor Owner { get; } = ActionStory.Owner;

    internal static Actor Chair { get; } = CaseStory.Somebody(Role.Chair);

    internal static Actor Operations { get; } = CaseStory.Somebody(Role.Operations);

    internal static Actor Lead(Role lead) => CaseStory.Somebody(lead);

    internal static ReviewPlan Plan(ReviewKind kind = ReviewKind.LocalReview) =>
        new(
            kind,
            [CaseStory.Id],
            "Injuries of babies who are not mobile yet",
            kind.IsDecidedByLeads() ? [ReviewCriterion.Improvements, ReviewCriterion.WorkingTogether] : [],
            "Three agencies saw the bruises and none had the whole picture.",
            kind.IsDecidedByLeads() ? "An audit would show how often, and not why." : ""
        )
        {
            From = kind.IsFromOutside() ? new("The community safety partnership", "CSP 12", "https://example.org/12") : null,
        };

    internal static ProposeReview Propose(ReviewKind kind = ReviewKind.LocalReview, ActionOwner? owner = null) =>
        new(
            Id,
            Plan(kind),
            owner ?? ActionOwner.OfTheFile(Owner.PersonId),
            kind.IsDecidedByLeads() ? null : new DateOnly(2026, 10, 30),
            kind.IsDecidedByLeads() ? null : new DateOnly(2027, 3, 31)
        );

    internal static FinalReport Report { get; } =
        new([.. Enum.GetValues<ReportCheck>()], "", "Accept it.", new(2026, 11, 2), "https://example.org/report");

    /// <summary>An inquest that publication waits for.</summary>
    internal static KeepProceeding Inquest { get; } =
        new(Id, null, ProceedingKind.Inquest, "The coroner's officer", new(2027, 3, 1), true, "");

    /// <summary>The shortest way to a stage.</summary>
    internal static ReviewStory At(ReviewStage stage, ActionOwner? owner = null) =>
        stage switch
        {
            ReviewStage.NotStarted => new(),
            ReviewStage.Proposed => new ReviewStory().Given(Propose(owner: owner), Operations),
            ReviewStage.UnderWay => At(ReviewStage.Proposed, owner).Said(true, [.. Partners.Leads]),
            ReviewStage.Declined => At(ReviewStage.Proposed, owner).Said(false, [.. Partners.Leads]),
            ReviewStage.Ended => At(ReviewStage.UnderWay, owner).Given(new EndReview(Id, "Another takes its place."), Operations),
            ReviewStage.ReportWithLeads => At(ReviewStage.UnderWay, owner)
                .WithTerms()
                .Given(new SubmitReviewReport(Id, Report), Operations),
            ReviewStage.Accepted => Partners.Leads.Aggregate(At(ReviewStage.ReportWithLeads, owner), (story, lead) =>
                story.Given(new AcceptReviewReport(Id, true, ""), Lead(lead))
            ),
            ReviewStage.Concluded => At(ReviewStage.Accepted, owner).Published(),
            ReviewStage.Closed => Enum.GetValues<TellingOf>()
                .Where(what => what is not (TellingOf.Delay or TellingOf.Reviewer))
                .SelectMany(what => what.ToWhom().Select(body => (what, body)))
                .Aggregate(At(ReviewStage.Concluded, owner), (story, told) => story.Given(Tell(told.what, told.body), Operations))
                .Given(new CloseReview(Id, ""), Operations),
        };

    /// <summary>Published, from when its report is accepted.</summary>
    internal ReviewStory Published() =>
        Given(new PlanPublication(Id, PublicationForm.Report, "", new(2026, 11, 2)), Operations)
            .Given(new RecordPublished(Id, new(2026, 11, 2), "The partnership's pages", "The Chair, that morning", "Soon."), Operations);

    /// <summary>A review or an audit that the group has decided on.</summary>
    internal static ReviewStory Begun(ReviewKind kind = ReviewKind.SingleAgencyAudit, ActionOwner? owner = null) =>
        new ReviewStory().Given(Propose(kind, owner), Operations);

    internal static RecordBodyTold Tell(TellingOf what, OutsideBody body) =>
        new(Id, what, body, new(2026, 11, 2), "By email to its notifications mailbox");

    /// <summary>The first letter, as it went.</summary>
    internal static RecordReviewKept LetterKept { get; } =
        new(Id, [new(KeptKind.OutsideLetter, "OutsideLetter.1", "", $"{Id}-letter-1.docx", new('a', 64), 12345, "reviews@panel.example")]);

    internal static NamedPerson Reviewer { get; } =
        new(ReviewPersonRole.Reviewer, "Zqxreviewer", "Independent safeguarding consultant", "Works for themselves");

    internal static ReviewDeclaration Declared { get; } =
        new(false, "", false, "", "Twelve years of reviews; systems methods; talks with families.", "", "");

    internal static AppointReviewPerson Appoint(ReviewPersonRole role = ReviewPersonRole.Reviewer, int? inPlaceOf = null) =>
        new(
            Id,
            Reviewer with
            {
                Role = role,
                Name = role switch
                {
                    ReviewPersonRole.Reviewer => Reviewer.Name,
                    ReviewPersonRole.IndependentChair => "Zqxchair",
                    ReviewPersonRole.PanelMember => "Zqxmember",
                },
            },
            Declared,
            new(2026, 11, 2),
            inPlaceOf,
            inPlaceOf is null ? "" : "The first one is ill."
        );

    /// <summary>Every part of terms of reference.</summary>
    internal static WriteReviewTerms Terms { get; } =
        new(
            Id,
            [
                .. Enum.GetValues<TermsPart>()
                    .Select(part => new TermsText(
                        part,
                        part == TermsPart.Lines
                            ? "What did each agency know?\nHow were bruises read?\nWho put it together?"
                            : $"What is to be said of {part.ToString().ToLowerInvariant()}."
                    )),
            ]
        );

    /// <summary>With terms of reference before the leads.</summary>
    internal ReviewStory TermsWithLeads() => Given(Terms, Operations).Given(new SubmitReviewTerms(Id, ""), Operations);

    /// <summary>With terms of reference that all three approve.</summary>
    internal ReviewStory WithTerms() =>
        Partners.Leads.Aggregate(TermsWithLeads(), (story, lead) => story.Given(new ApproveReviewTerms(Id, true, ""), Lead(lead)));

    /// <summary>A version of the final report, as a file that is kept here (C14, C15).</summary>
    internal static AddReviewReport AddReport(char of = 'a') => new(Id, 20480, new(of, 64), ".pdf");

    /// <summary>Operations record a lead's answer by telephone (PD8).</summary>
    internal static RecordReviewLeadsAnswer ByTelephone(Role lead = Role.LeadHealth, bool agrees = true, string reason = "") =>
        new(Id, lead, agrees, reason, new("The lead themself", new(2026, 11, 2), "Called back on the number we know."));

    internal ReviewStory Said(bool agrees, params ReadOnlySpan<Role> leads)
    {
        foreach (var lead in leads)
        {
            Given(new DecideOnReview(Id, agrees, agrees ? "" : "An audit is enough."), Lead(lead));
        }

        return this;
    }

    /// <summary>What a review is about, as it stands when one is proposed.</summary>
    internal static RecordFile Subject(RecordRef record) =>
        record.Kind == RecordKind.Learning
            ? LearningStory.At(LearningStage.Decided).File
            : CaseStory.At(Domain.Cases.Stage.PanelAnswered).Given(new RecordKept(CaseStory.Id, [KeptReport]), ActionStory.System).File;

    /// <summary>The report of the case it is about, as it left.</summary>
    internal static KeptDocument KeptReport { get; } =
        new(KeptKind.Report, "ReportToPanel.1", "", $"{CaseStory.Id}-report.docx", new('b', 64), 12345, "panel@example.org");

    /// <summary>That report is agreed for those appointed.</summary>
    internal static AgreeReviewPapers AgreePapers { get; } =
        new(Id, [new(0, CaseStory.Id, KeptReport.Name, KeptReport.Sha256)], [CaseStory.Id]);

    private protected override RecordFile Other(RecordRef record) => Subject(record);
}
