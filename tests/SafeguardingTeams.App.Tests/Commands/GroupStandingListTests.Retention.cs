using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Disposing;
using SafeguardingTeams.Domain.Steps.LegalHold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Commands;

/// <content>How long records are kept (F3).</content>
public partial class GroupStandingListTests
{
    private static GroupCommand[] OfRetention =>
        [
            new ListForReview(RetentionStory.Due),
            RetentionStory.Hold,
            new LiftHold(RetentionStory.Record, 1, "The inquest is over."),
            new ProposeDisposal(RetentionStory.Found, "Nothing follows from it.", 1),
            new KeepOn(RetentionStory.Record, 5, "Research is asked for.", 1),
            new DeclineDisposal(RetentionStory.Record, "An action is to be looked at.", 2),
            new ConfirmDisposal(RetentionStory.Found, RetentionStory.Certificate, 2),
            new CertifyDisposal(RetentionStory.Record, RetentionStory.Done, RetentionStory.Document),
        ];

    /// <summary>What is recorded of the keeping of a record before a command about it.</summary>
    private static async Task RetentionBeforeAsync(string name, AppFixture fixture)
    {
        async Task DoneAsync(string before) => Assert.IsType<Outcome.Done>(await fixture.RunAsync(Commands[before], By(before)));
        if (name == nameof(LiftHold))
        {
            await DoneAsync(nameof(HoldRecord));
        }

        if (
            name
            is nameof(ProposeDisposal)
                or nameof(KeepOn)
                or nameof(DeclineDisposal)
                or nameof(ConfirmDisposal)
                or nameof(CertifyDisposal)
        )
        {
            await DoneAsync(nameof(ListForReview));
        }

        if (name is nameof(DeclineDisposal) or nameof(ConfirmDisposal) or nameof(CertifyDisposal))
        {
            await DoneAsync(nameof(ProposeDisposal));
        }

        if (name == nameof(CertifyDisposal))
        {
            await DoneAsync(nameof(ConfirmDisposal));
            await fixture.KeptFiles.PutAsync(RecordRef.Group, RetentionStory.Document.Sha256, "a"u8.ToArray(), CancellationToken.None);
        }
    }
}
