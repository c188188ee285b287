using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Kinds, stages and states of reviews in words.</summary>
internal static class ReviewRecordWording
{
    internal static string Of(ReviewKind kind) =>
        kind switch
        {
            ReviewKind.LocalReview => "Local child safeguarding practice review",
            ReviewKind.LearningReview => "Learning review",
            ReviewKind.SingleAgencyReview => "Single-agency review",
            ReviewKind.MultiAgencyReview => "Multi-agency review",
            ReviewKind.SingleAgencyAudit => "Single-agency audit",
            ReviewKind.MultiAgencyAudit => "Multi-agency audit",
            ReviewKind.ThematicReview => "Thematic review",
            ReviewKind.FollowedElsewhere => "Followed elsewhere",
            ReviewKind.NationalLearning => "National learning",
        };

    /// <summary>In a sentence or a list.</summary>
    internal static string Short(ReviewKind kind) =>
        kind == ReviewKind.LocalReview ? "local review" : char.ToLowerInvariant(Of(kind)[0]) + Of(kind)[1..];

    internal static string Short(ReviewStage stage) =>
        stage switch
        {
            ReviewStage.NotStarted => "not proposed",
            ReviewStage.Proposed => "the leads are asked",
            ReviewStage.UnderWay => "under way",
            ReviewStage.ReportWithLeads => "the report is with the leads",
            ReviewStage.Accepted => "report accepted",
            ReviewStage.Concluded => "published, or why not",
            ReviewStage.Closed => "closed",
            ReviewStage.Declined => "there is to be none",
            ReviewStage.Ended => "ended",
        };

    /// <summary>As a heading: the result, or by when; at most 32 characters.</summary>
    internal static string Heading(ReviewFile file, DateOnly today) =>
        file.Stage switch
        {
            ReviewStage.NotStarted => "Nothing proposed yet",
            ReviewStage.Proposed when file.LeadsDiffer => "The leads differ",
            ReviewStage.Proposed => "The leads decide on a review",
            ReviewStage.UnderWay => $"{(today > file.Limit ? "Late: due" : "Due")} {(file.Limit is { } due ? Written.ShortDay(due) : "")}",
            ReviewStage.ReportWithLeads => "The report is with the leads",
            ReviewStage.Accepted when file.Publication is { } planned => $"To be published {Written.ShortDay(planned.On)}",
            ReviewStage.Accepted => file.Report is null ? "What it found is accepted" : "Report accepted",
            ReviewStage.Concluded => file.Publication!.Form == PublicationForm.Nothing ? "Nothing is published" : "Published",
            ReviewStage.Closed => "Closed",
            ReviewStage.Declined => "There is to be no review",
            ReviewStage.Ended => "Ended",
        };

    internal static string Of(ReviewCriterion criterion) =>
        criterion switch
        {
            ReviewCriterion.Improvements => "Improvements that are needed may be highlighted",
            ReviewCriterion.RecurrentThemes => "Themes come again that were there in other cases",
            ReviewCriterion.WorkingTogether => "How two or more organisations work together is of concern",
            ReviewCriterion.PanelThinksSo => "The national Panel thinks a local review more appropriate",
            ReviewCriterion.SingleAgency => "There is concern about the actions of a single agency",
            ReviewCriterion.NoAgencyInvolved => "No agency was involved, and that matters",
            ReviewCriterion.CrossBorder => "It concerns more than one area",
            ReviewCriterion.Institution => "It happened in an institution",
        };

    internal static string Of(ReportCheck check) =>
        check switch
        {
            ReportCheck.Improvements => "What should improve is summed up",
            ReportCheck.UnderlyingReasons => "Why it happened is analysed",
            ReportCheck.ChildsPerspective => "How the child saw it",
            ReportCheck.Equality => "Equality was considered",
            ReportCheck.FamilysVoice => "The family's voice, or why not",
            ReportCheck.ReviewersNamed => "The reviewers are named",
            ReportCheck.FitToPublish => "Fit to be published without harm",
            ReportCheck.FactsChecked => "The agencies have checked the facts",
        };

    internal static string Of(PublicationForm form) =>
        form switch
        {
            PublicationForm.Report => "The report",
            PublicationForm.ImprovementsOnly => "The improvements alone",
            PublicationForm.Nothing => "Nothing",
        };

    internal static string Of(ProceedingKind kind) =>
        kind switch
        {
            ProceedingKind.Criminal => "Criminal proceedings",
            ProceedingKind.Inquest => "An inquest",
            ProceedingKind.FamilyCourt => "Family court proceedings",
            ProceedingKind.AnotherReview => "Another review",
            ProceedingKind.Conduct => "Conduct, fitness to practise or a complaint",
            ProceedingKind.Other => "Something else",
        };

    internal static string Of(NationalAnswer answer) =>
        answer switch
        {
            NationalAnswer.NotOurs => "It does not concern this area",
            NationalAnswer.DoneAlready => "It concerns us, and is done already",
            NationalAnswer.ToBeDone => "It concerns us, and something is to be done",
        };

    internal static string Of(OutsideBody body) =>
        body switch
        {
            OutsideBody.Panel => "National Panel",
            OutsideBody.Ofsted => "Ofsted",
            OutsideBody.DepartmentForEducation => "Department for Education",
        };

    /// <summary>What a body is told of.</summary>
    internal static string Of(TellingOf what) =>
        what switch
        {
            TellingOf.Decision => "that a review was decided on",
            TellingOf.Delay => "that it will be late, and why",
            TellingOf.Report => "of the report, before it is published",
            TellingOf.Reviewer => "who reviews",
        };

    internal static string Of(ReviewPersonRole role) =>
        role switch
        {
            ReviewPersonRole.Reviewer => "Reviewer",
            ReviewPersonRole.IndependentChair => "Independent Chair",
            ReviewPersonRole.PanelMember => "Panel member",
        };

    /// <summary>What somebody is appointed as, in a sentence.</summary>
    internal static string AsOf(IEnumerable<ReviewPersonRole> parts) => string.Join(" and as ", parts.Select(Short));

    internal static string Of(WrittenWish wish) =>
        wish switch
        {
            WrittenWish.Information => "Information",
            WrittenWish.Draft => "A draft",
        };

    /// <summary>In a sentence or a list.</summary>
    internal static string Short(ReviewPersonRole role) =>
        role switch
        {
            ReviewPersonRole.Reviewer => "reviewer",
            ReviewPersonRole.IndependentChair => "independent Chair",
            ReviewPersonRole.PanelMember => "panel member",
        };

    /// <summary>Who it is: for cards of who may read the review, never for a message.</summary>
    internal static string Named(NamedPerson who) => $"{who.Name}, {who.Post}, {who.Organisation}";

    /// <summary>What reviewer or independent Chair declare.</summary>
    internal static string Of(ReviewDeclaration declared) =>
        string.Join(
            " ",
            new[]
            {
                $"{(declared.IsEmployed ? "Employed" : "Not employed")} by an agency of the case{Said(declared.Employed)}",
                $"{(declared.WasInvolved ? "Involved" : "Not involved")} for one{Said(declared.Involved)}",
                $"Knows{Said(declared.Knows)}",
                declared.Conflicts.Length > 0
                    ? $"Conflicts, real or perceived{Said(declared.Conflicts)}"
                    : "No conflict of interest named.",
                declared.Handled.Length > 0 ? $"How it is handled{Said(declared.Handled)}" : "",
            }.Where(line => line.Length > 0)
        );

    private static string Said(string text) => text.Length == 0 ? "." : $": {text}{(text[^1] is '.' or '!' or '?' ? "" : ".")}";

    internal static string Of(LookState state) =>
        state switch
        {
            LookState.OnPlan => "On plan",
            LookState.AtRisk => "May come late",
            LookState.Late => "Will come late",
        };

    internal static string Of(DelayReason reason) =>
        reason switch
        {
            DelayReason.CriminalProceedings => "Criminal proceedings",
            DelayReason.Inquest => "An inquest",
            DelayReason.FamilyCourt => "Family court proceedings",
            DelayReason.AnotherReview => "Another review, such as a domestic abuse related death review",
            DelayReason.Reviewer => "The reviewer",
            DelayReason.AgencysReturn => "An agency's return",
            DelayReason.Family => "The family",
            DelayReason.Capacity => "Capacity",
            DelayReason.Sooner => "It goes faster, or the delay is over",
            DelayReason.Other => "Something else",
        };

    /// <summary>By when a clock of the review runs out.</summary>
    internal static string DueBy(ReviewFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Clocks.By(clock.Deadline) : "the date set";

    /// <summary>The day it is due, what that counts from, and the day it is expected where that is another (PD2, C17).</summary>
    internal static string Dates(ReviewFile file)
    {
        var limit =
            file.Clock(Timescales.ReviewPublished.Id) is { } published
                ? $"{Written.Day(published.Deadline.DueDay)}, counted from {Clocks.From(published.Deadline.Anchor)} "
                    + $"({Written.ShortDay(published.Deadline.AnchorDay)})"
            : file.Limit is { } due ? Written.Day(due)
            : "no day yet";
        return file.Expected == file.Limit || file.Expected is not { } expected ? limit : $"{limit}; expected on {Written.Day(expected)}";
    }
}
