using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Dispatch;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionAgreement;
using SafeguardingTeams.Domain.Steps.ActionOwnership;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>The owner of an action who has no chat with a council's bot is told by mail, with nothing of what it says (C5, F2).</summary>
[Trait(Needs.Name, Needs.Server)]
public class ActionByMailTests
{
    private const string Owner = "records-police";
    private static readonly RecordRef Id = RecordRef.Parse("GSCP-AC-2222-3333");
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task An_owner_without_a_chat_is_told_by_one_mail_and_by_another_that_it_is_somebody_elses_C5_F2()
    {
        await using var fixture = await AgreedAsync();
        await DispatchAsync(fixture);
        await DispatchAsync(fixture);
        var mail = Assert.Single(Mails(fixture));
        Assert.Equal($"{Id}: something is there for you", mail.Subject);
        Assert.Contains($"?open={Id}", mail.Html, StringComparison.Ordinal);
        await RunAsync(fixture, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."), "operations-officer");
        await DispatchAsync(fixture);
        var mails = Mails(fixture);
        var gone = Assert.Single(mails, one => one.Subject == $"{Id}: with somebody else now");
        Assert.DoesNotContain("?open=", gone.Html, StringComparison.Ordinal);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, one => Assert.DoesNotContain("protocol", one.Html, StringComparison.Ordinal));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
    }

    [Fact]
    public async Task Whose_action_it_is_no_more_gets_no_mail_that_asks_something_F2()
    {
        await using var fixture = await AgreedAsync();
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await RunAsync(fixture, new ChangeActionOwner(Id, ActionOwner.OfTheFile("rep-schools"), "A new post."), "operations-officer");
        await DispatchAsync(fixture);
        Assert.Equal($"{Id}: with somebody else now", Assert.Single(Mails(fixture)).Subject);
    }

    private static List<Rehearsal.StandIns.Graph.Outlook.StoredMail> Mails(ReconcileFixture fixture) =>
        [.. fixture.Graph.Outlook.Mails.Values.Where(mail => mail.To[0] == $"{Owner}@people.example")];

    private static async Task<ReconcileFixture> AgreedAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await RunAsync(fixture, LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), "records-acute-trust");
        await RunAsync(fixture, new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), "rep-acute-trust");
        await RunAsync(
            fixture,
            new AgreeAction(
                Id,
                new(LearningStory.Id, ""),
                new(
                    "Every bruise is seen.",
                    "Write it into the protocol.",
                    ActionOwner.OfTheFile(Owner),
                    new(2027, 1, 29),
                    "An audit of twenty records."
                )
            ),
            "operations-officer"
        );
        return fixture;
    }

    private static async Task RunAsync(ReconcileFixture fixture, Command command, string personId)
    {
        var actor = fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == personId)!;
        Assert.IsType<Outcome.Done>(await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), actor, Stop));
    }

    private static async Task DispatchAsync(ReconcileFixture fixture)
    {
        await fixture.Get<Dispatcher>().DispatchAsync(Stop);
        await fixture.SettleAsync();
    }
}
