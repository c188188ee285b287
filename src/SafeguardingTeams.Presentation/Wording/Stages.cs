using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>Where a case stands, in one sentence, and what happens next.</summary>
internal static class Stages
{
    internal static string Short(Stage stage) => stage switch
    {
        Stage.NotStarted => "not sent",
        Stage.AwaitingThreshold => "with the MASH",
        Stage.AwaitingRecommendation => "with the Chair for a recommendation",
        Stage.AwaitingPartners => "with the three leads for a decision",
        Stage.AwaitingAuthority => "with the local authority for the notification",
        Stage.PreparingRapidReview => "to be notified; the Rapid Review is being prepared",
        Stage.Notified => "notified; Rapid Review",
        Stage.AwaitingGroupMeeting => "goes to the Learning from Practice Group",
        Stage.BelowThreshold => "below the threshold",
        Stage.Withdrawn => "withdrawn",
        Stage.Joined => "joined to another referral",
    };

    internal static string Sentence(CaseFile file, PartnershipWords words) => file.Stage switch
    {
        Stage.NotStarted => "Nothing has been sent.",
        Stage.AwaitingThreshold => $"The referral is with {words.MashName}, who decide by {Due(file, Timescales.ThresholdDecision)} whether it reaches the threshold of a serious safeguarding incident.",
        Stage.AwaitingRecommendation when file.LeadsInformedAt is not null => $"The threshold is reached and the three lead representatives are informed. The Chair recommends by {Due(file, Timescales.Recommendation)} whether the criteria are met.",
        Stage.AwaitingPartners when file.Mediation is not null => "The three lead representatives differ. The Independent Scrutineer mediates; after that each decides again.",
        Stage.AwaitingPartners when file.Round is { Differ: true, Mediated: false } => "The three lead representatives differ. Any of them, or the Chair, can ask the Independent Scrutineer to mediate.",
        Stage.AwaitingPartners => $"The Chair has recommended that the criteria are {(file.Recommendation!.Met ? "met" : "not met")}. The three lead representatives decide by {Due(file, Timescales.LeadsDecision)}.",
        Stage.AwaitingAuthority when file.AuthorityMustLookAgain => "A death is notified as one without suspected abuse or neglect. The partners' view has come since, and the local authority looks at it again: it corrects the notification, or does not notify it as a serious incident.",
        Stage.AwaitingAuthority when file.PartnersView == PartnersView.NotAgreed => "The three partners could not agree, after mediation. The local authority decides whether it notifies the national Panel.",
        Stage.AwaitingAuthority => "The three partners have decided that the criteria are met. The local authority notifies the national Panel.",
        Stage.PreparingRapidReview => "The local authority has decided to notify the national Panel. The Rapid Review is being prepared on provisional dates; they are pinned when the notification is recorded as sent.",
        Stage.Notified => "The national Panel has been notified. The Rapid Review's dates count from the day the notification was sent.",
        Stage.AwaitingGroupMeeting => $"{(file.AuthorityDecision is { Notifies: false } ? "The local authority has decided not to notify the national Panel" : "The criteria are not met")}. The case goes to {(file.GoesToSpecialMeeting ? "a special meeting" : "the next scheduled meeting")} of the Learning from Practice Group, {Meeting(file, words)}.",
        Stage.AwaitingRecommendation => $"The MASH has decided that the threshold is reached. The Chair informs the three lead representatives by {Due(file, Timescales.InformLeads)} and recommends by {Due(file, Timescales.Recommendation)} whether the criteria are met.",
        Stage.BelowThreshold => "The MASH has decided that the threshold of a serious safeguarding incident is not reached. The answers are kept for learning from practice; nothing has to be typed again.",
        Stage.Withdrawn => "The referrer has withdrawn the referral. Nothing more is waited for; the record stays.",
        Stage.Joined => $"This referral is about the same incident as {file.JoinedTo} and goes on there. Its referrer hears the outcome of that one.",
    };

    /// <summary>The same for the referrer and the MASH: what came of it, not how it is being decided (F1).</summary>
    internal static string Outward(CaseFile file, PartnershipWords words) => file.Stage switch
    {
        Stage.AwaitingRecommendation or Stage.AwaitingPartners or Stage.AwaitingAuthority =>
            "The MASH has decided that the threshold is reached. The Chair and the three safeguarding partners now decide whether the criteria for a Rapid Review are met; the referrer is told the outcome.",
        Stage.AwaitingGroupMeeting => $"No Rapid Review follows. The Learning from Practice Group looks at the case at {(file.GoesToSpecialMeeting ? "a special meeting" : "its next scheduled meeting")}, {Meeting(file, words)}.",
        _ => Sentence(file, words),
    };

    /// <summary>When the group meets, as far as it is known (A14).</summary>
    internal static string Meeting(CaseFile file, PartnershipWords words)
    {
        var decided = London.DateOf((file.History.LastOrDefault(recorded => recorded.Event is Domain.Steps.PartnerDecision.PartnerDecided or Domain.Steps.Notification.AuthorityDecided) ?? file.History[^1]).At);
        return file.GoesToSpecialMeeting ? "date to be set"
            : words.GroupMeetings.Find(day => day > decided) is { Year: > 1 } day ? $"on {Parts.Day(day)}" : "date to be set";
    }

    private static string Due(CaseFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Parts.Day(clock.Deadline.DueDay) : "the date set";
}
