using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
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
        Stage.BelowThreshold => "below the threshold",
        Stage.Withdrawn => "withdrawn",
        Stage.Joined => "joined to another referral",
    };

    internal static string Sentence(CaseFile file, PartnershipWords words) => file.Stage switch
    {
        Stage.NotStarted => "Nothing has been sent.",
        Stage.AwaitingThreshold => $"The referral is with {words.MashName}, who decide by {Due(file, Timescales.ThresholdDecision)} whether it reaches the threshold of a serious safeguarding incident.",
        Stage.AwaitingRecommendation => $"The MASH has decided that the threshold is reached. The Chair informs the three lead representatives by {Due(file, Timescales.InformLeads)} and recommends by {Due(file, Timescales.Recommendation)} whether the criteria are met.",
        Stage.BelowThreshold => "The MASH has decided that the threshold of a serious safeguarding incident is not reached. The answers are kept for learning from practice; nothing has to be typed again.",
        Stage.Withdrawn => "The referrer has withdrawn the referral. Nothing more is waited for; the record stays.",
        Stage.Joined => $"This referral is about the same incident as {file.JoinedTo} and goes on there. Its referrer hears the outcome of that one.",
    };

    private static string Due(CaseFile file, Timescale timescale) =>
        file.Clock(timescale.Id) is { } clock ? Parts.Day(clock.Deadline.DueDay) : "the date set";
}
