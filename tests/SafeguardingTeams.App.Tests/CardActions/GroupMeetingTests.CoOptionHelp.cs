using System.Reflection;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Cards;

namespace SafeguardingTeams.App.Tests.CardActions;

// What the tests of those co-opted begin with, and what they look at.
public partial class GroupMeetingTests
{
    /// <summary>Every verb of a meeting of the group, by what each is called; the group's year is another record's.</summary>
    private static IEnumerable<string> OfMeetings() =>
        typeof(Verbs)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Where(verb => verb is not (Verbs.GroupMeetingPlan or Verbs.GroupMeetingOut))
            .Where(verb =>
                new[] { "group-meeting", "item-", "agenda-", "minutes-" }.Any(one => verb.StartsWith(one, StringComparison.Ordinal))
                || ToTheirPart.Contains(verb)
            );

    private static async Task NoPaperIsThereAsync(AppFixture fixture, RecordRef meeting)
    {
        var member = Hands.Of(CoOptee);
        var visit = new CardAction(
            new(member.TenantId, member.ObjectId),
            member.Name,
            "document",
            new Dictionary<string, string>(),
            "test"
        );
        foreach (
            var open in new Func<CardAction, RecordRef, CancellationToken, Task<PaperEnd>>[]
            {
                fixture.MeetingPapers.AgendaAsync,
                fixture.MeetingPapers.AgendaNowAsync,
                fixture.MeetingPapers.MinutesAsync,
                fixture.MeetingPapers.MinutesNowAsync,
                (who, record, stop) => fixture.MeetingPapers.SentAsync(who, record, 2, stop),
            }
        )
        {
            Assert.IsType<PaperEnd.NotThere>(await open(visit, meeting, CancellationToken.None));
        }
    }

    /// <summary>A meeting in December with an outline and a paper at its third item, which operations look at.</summary>
    private static async Task<Hands> ItemAsync(AppFixture fixture)
    {
        var operations = new Hands(fixture, Hands.Of("operations-officer"));
        await operations.SendAsync("group-meeting-new", []);
        await operations.PressAsync("Plan it", ("date", "2026-12-09"), ("place", "Room 1"));
        var meeting = await MeetingAsync(fixture);
        await RunAsync(
            fixture,
            SafeguardingTeams.Tests.MeetingStory.Outlines with
            {
                Meeting = meeting,
                Subject = RecordRef.Parse(Waiting),
                Outline = new("1 to 4", "", "A ward sent a toddler home on a Friday.", false),
            }
        );
        await RunAsync(fixture, new AddPaper(meeting, 3, "A summary", "https://files.example/summary"));
        await RunAsync(fixture, new SendAgenda(meeting, 99));
        await operations.SendAsync(Verbs.ItemOpen, new() { ["case"] = meeting.ToString(), ["item"] = "3" });
        return operations;
    }

    private static Task CoOptAsync(AppFixture fixture, RecordRef meeting) =>
        RunAsync(fixture, new CoOptToItem(meeting, 3, ActionOwner.OfTheFile(CoOptee)));

    private static async Task RunAsync(AppFixture fixture, Command command) =>
        Assert.IsType<App.Commands.Outcome.Done>(await fixture.RunAsync(command, AppFixture.Holder(Role.Operations)));

    private static async Task DispatchAsync(AppFixture fixture)
    {
        while (await fixture.Dispatcher.DispatchAsync(CancellationToken.None) > 0)
        {
            // Until all have gone.
        }
    }

    /// <summary>What the co-opted person was sent, in order.</summary>
    private static List<(string Chat, string MessageId, string Summary, string Card, bool IsUpdate)> Sent(AppFixture fixture) =>
        fixture.Messages.Sent.FindAll(sent => sent.Chat == $"a:{CoOptee}");

    private static string[] Titles(AppFixture fixture) =>
        [.. Sent(fixture).Select(sent => sent.Summary[(sent.Summary.IndexOf(':') + 2)..])];
}
