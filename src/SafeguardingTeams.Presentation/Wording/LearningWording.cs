using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Stages, ways and outcomes of practice learning in words.</summary>
internal static class LearningWording
{
    /// <summary>Where it stands, to go on after "It is" or to stand alone in a list.</summary>
    internal static string Short(LearningStage stage) =>
        stage switch
        {
            LearningStage.NotStarted => "not sent",
            LearningStage.AwaitingSafeguardingLead => "with the safeguarding lead",
            LearningStage.AwaitingTriage => "with the Chair",
            LearningStage.AwaitingMeeting => "waiting for the group's meeting",
            LearningStage.Decided => "decided by the group",
            LearningStage.NotAgreed => "not agreed by the safeguarding lead",
            LearningStage.NotForTheGroup => "not for the group",
            LearningStage.WithTheMash => "gone on as a serious incident",
            LearningStage.Withdrawn => "taken back",
            LearningStage.Joined => "joined to another referral",
        };

    /// <summary>As a heading: the result, or what is asked; at most 32 characters.</summary>
    internal static string Heading(LearningStage stage) =>
        stage switch
        {
            LearningStage.NotStarted => "Not sent yet",
            LearningStage.AwaitingSafeguardingLead => "With the safeguarding lead",
            LearningStage.AwaitingTriage => "With the Chair",
            LearningStage.AwaitingMeeting => "Waits for the group's meeting",
            LearningStage.Decided => "The group has decided",
            LearningStage.NotAgreed => "Not agreed, so not referred",
            LearningStage.NotForTheGroup => "Not for the group",
            LearningStage.WithTheMash => "Goes on as a serious incident",
            LearningStage.Withdrawn => "Taken back",
            LearningStage.Joined => "Looked at with another",
        };

    internal static string Of(LearningWay way) =>
        way switch
        {
            LearningWay.NextMeeting => "The group's next meeting",
            LearningWay.SpecialMeeting => "A special meeting of the group",
            LearningWay.ToTheMash => "It looks serious: goes on as an incident",
            LearningWay.NotForTheGroup => "Not for the group",
        };

    internal static string Of(LearningOutcome outcome) =>
        outcome switch
        {
            LearningOutcome.ReviewOfTheCase => "A review of the case",
            LearningOutcome.JoinedToATheme => "Joined to a theme",
            LearningOutcome.ThematicReview => "A thematic review",
            LearningOutcome.SingleAgencyAudit => "A single-agency audit",
            LearningOutcome.MultiAgencyAudit => "A multi-agency audit",
            LearningOutcome.AnonymisedForTraining => "Anonymised for training",
            LearningOutcome.ToTheTriBoroughGroup => "To the TriBorough group",
            LearningOutcome.GoodPracticeShared => "Good practice, shared",
            LearningOutcome.NoFurtherAction => "No further action",
            LearningOutcome.Other => "Something else, as the reason says",
        };

    /// <summary>The day a clock of the record runs out, and what it counts from (PD2).</summary>
    internal static string DueFrom(LearningFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock
            ? $"{Clocks.By(clock.Deadline)}, counted from {Clocks.From(clock.Deadline.Anchor)}"
            : "the date set";
}
