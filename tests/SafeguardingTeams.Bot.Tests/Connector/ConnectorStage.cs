using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Themes;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Rehearsal.StandIns.PowerAutomate;

namespace SafeguardingTeams.Bot.Tests.Connector;

/// <summary>The tests of the connector share a rehearsal.</summary>
[CollectionDefinition(nameof(ConnectorStage))]
public class ConnectorTests : ICollectionFixture<ConnectorStage>;

/// <summary>A rehearsal in which there is a record of each kind, for the tests of the connector.</summary>
public sealed class ConnectorStage(HostFixture hosts) : IAsyncLifetime
{
    internal RehearsalHost Host { get; private set; } = null!;

    /// <summary>The records, by what they are.</summary>
    internal Dictionary<string, string> Records { get; } = [];

    internal static ConnectorFile File { get; } = ConnectorFile.Own();

    public async ValueTask InitializeAsync()
    {
        Host = await hosts.StartAsync();
        var story = new Story(Host, TextWriter.Null);
        Records["briefing"] = await story.BriefingAsync();
        await story.ReportAsync();
        Records["untriaged"] = await story.SentToTheMashAsync();
        Records["case"] = await story.ReferAsync();
        Records["meeting"] = await PlanMeetingAsync();
        Records["review"] = await ProposeReviewAsync(Records["case"]);
        Records["learning"] = (await As("paediatrician").AllAsync("ListCases", new JsonObject { ["kind"] = "PracticeLearning" })).Single()[
            "record"
        ]!.GetValue<string>();
        Records["action"] = await AgreeActionAsync(Records["learning"]);
        await Host
            .Services.GetRequiredService<CommandRunner>()
            .RunAsync(new AddTheme("Hidden men"), "theme", Actor("operations-officer"), CancellationToken.None);
        await Host.Services.GetRequiredService<CurrentRules>().RefreshAsync(always: true, CancellationToken.None);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A connection that somebody has made.</summary>
    internal Connection As(string key) => As(Host.Member(key));

    /// <inheritdoc cref="As(string)"/>
    internal Connection As(CastMember member) => new(File, Host.WebPage, () => Host.Connections.For(member));

    /// <summary>A connection in nobody's name.</summary>
    internal Connection AsApplication(string? client = null) => new(File, Host.WebPage, () => Host.Connections.ForApplication(client));

    /// <summary>A theme of the list.</summary>
    internal string Theme => Host.Services.GetRequiredService<CurrentRules>().Group.Themes[0].Id;

    internal DateOnly Today => London.DateOf(Host.Clock.GetUtcNow());

    /// <summary>Somebody of the partnership's file, as they act.</summary>
    internal Actor Actor(string key) =>
        Host.Services.GetRequiredService<IPeople>().Actors(London.DateOf(Host.Clock.GetUtcNow())).Find(one => one.PersonId == key)!;

    private async Task<string> AgreeActionAsync(string learning)
    {
        var operations = new Player(Host.Teams, Host.Member("operations-officer"));
        await operations.SendAsync("open-case", new Dictionary<string, string> { ["case"] = learning });
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            new Dictionary<string, string>
            {
                ["change"] = "No baby goes home before the first visit is arranged.",
                ["what"] = "Write it into the discharge form.",
                ["owner"] = "rep-general-practice",
                ["due"] = $"{London.DateOf(Host.Clock.GetUtcNow()).AddDays(60):yyyy-MM-dd}",
                ["how"] = "An audit of twenty discharges.",
                ["item"] = "recommendation 1",
            }
        );
        return operations.Card.CardInvocation("Timeline").Data["case"];
    }

    private async Task<string> PlanMeetingAsync()
    {
        var operations = new Player(Host.Teams, Host.Member("operations-officer"));
        await operations.SendAsync("group-meeting-new", new Dictionary<string, string>());
        await operations.PressAsync(
            "Plan it",
            new Dictionary<string, string>
            {
                ["special"] = "no",
                ["date"] = $"{London.DateOf(Host.Clock.GetUtcNow()).AddDays(3):yyyy-MM-dd}",
                ["start"] = "10:00",
                ["place"] = "Room 1",
            }
        );
        return operations.Card.CardInvocation("Send the agenda").Data["case"];
    }

    private async Task<string> ProposeReviewAsync(string incident)
    {
        var operations = new Player(Host.Teams, Host.Member("operations-officer"));
        await operations.SendAsync("open-case", new Dictionary<string, string> { ["case"] = incident });
        await operations.PressAsync("Propose or begin a review");
        await operations.PressAsync("Go on", new Dictionary<string, string> { ["sort"] = "LocalReview" });
        await operations.PressAsync(
            "Propose it",
            new Dictionary<string, string>
            {
                ["title"] = "How a discharge is planned",
                ["measures"] = "Improvements",
                ["grounds"] = "Nobody had the whole picture.",
                ["instead"] = "An audit would not show why.",
                ["owner"] = "records-police",
            }
        );
        return operations.Card.CardInvocation("Timeline").Data["case"];
    }
}
