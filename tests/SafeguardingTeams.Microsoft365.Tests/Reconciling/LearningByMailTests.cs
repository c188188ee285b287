using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// A safeguarding lead of a school, the police or the NHS normally has no chat with a council's bot: they are asked by mail (D9).
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class LearningByMailTests
{
    private const string Lead = "rep-acute-trust";
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task A_lead_without_a_chat_is_asked_by_one_mail_that_says_nothing_of_the_child_D9_F2()
    {
        await using var fixture = await ReferredAsync();
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var mail = Assert.Single(fixture.Graph.Outlook.Mails.Values, mail => mail.To[0] == $"{Lead}@people.example");
        Assert.Equal($"{LearningStory.Id}: something is there for you", mail.Subject);
        Assert.Contains($"?open={LearningStory.Id}", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Child A", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await fixture.Rows.ReadAsync(Keys.DeadLetteredMessages, Stop), row => row["person"] == Lead);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
    }

    [Fact]
    public async Task Who_has_answered_in_the_meantime_gets_no_mail_any_more_D9()
    {
        await using var fixture = await ReferredAsync();
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await RunAsync(fixture, new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), Lead);
        await fixture.SettleAsync();
        Assert.DoesNotContain(fixture.Graph.Outlook.Mails.Values, mail => mail.To[0] == $"{Lead}@people.example");
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, LearningStory.Id, Stop)).Record;
        Assert.Equal(LearningStage.AwaitingTriage, file.Stage);
    }

    private static async Task<ReconcileFixture> ReferredAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await RunAsync(fixture, LearningStory.Submit(LearningStory.Complete($"{Lead}@people.example")), "records-acute-trust");
        return fixture;
    }

    private static async Task RunAsync(ReconcileFixture fixture, Command command, string personId)
    {
        var actor = fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == personId)!;
        Assert.IsType<Outcome.Done>(
            await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, CancellationToken.None)
        );
    }

    private static async Task DispatchAsync(ReconcileFixture fixture)
    {
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
    }
}
