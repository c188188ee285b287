using SafeguardingTeams.Domain.Group.Retaining;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LegalHold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>How long records are kept.</content>
public partial class GoldenEventTests
{
    private static RecordEvent[] OfTheGroup => [.. OfReports, .. OfPeople, .. OfRetention, .. OfLearningEvents];

    private static RecordEvent[] OfRetention =>
        [
            new RecordHeld(RetentionStory.Record, 1, HoldAuthority.Coroner, "An inquest is open."),
            new RecordHoldLifted(RetentionStory.Record, 1, "The inquest is over."),
            new RecordDue(RetentionStory.Due),
            new RecordKeptOn(RetentionStory.Record, new(2031, 11, 2), "Research is asked for."),
            new DisposalProposed(RetentionStory.Due, "Nothing follows from it."),
            new DisposalDeclined(RetentionStory.Record, "An action is to be looked at."),
            new DisposalConfirmed(RetentionStory.Record, RetentionStory.Certificate),
            new RecordDisposedOf(RetentionStory.Record, RetentionStory.Done, RetentionStory.Document),
        ];
}
