using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Steps.Chasing;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// The story as strictly as Teams would have it, twice at once: once with every press delivered twice, which ends the same; and once with a
/// marker word in every answer: no text of a case stands in a log, a summary, a stored message, a key or a link (F2, PD18).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class MarkerTests(HostFixture stage)
{
    private const string Marker = "Zqxmarker";

    [Fact]
    public async Task The_story_ends_the_same_with_every_press_delivered_twice_and_no_text_of_a_case_leaves_the_cards()
    {
        var logs = new Logbook();
        using var spans = new Spyglass();
        await using var host = await stage.StartAsync(logs);
        await using var twice = await stage.StartAsync();
        twice.Teams.DeliversTwice = true;
        var output = new StringWriter();
        var story = new Story(host, output) { Prefix = $"{Marker} " };
        await Task.WhenAll(story.PlayAsync(), new Story(twice, TextWriter.Null).PlayAsync());
        foreach (var word in new[] { "refer", "triage", "alert" })
        {
            Assert.Contains($" ms {word} ", output.ToString(), StringComparison.Ordinal);
        }

        EndsTheSame(Assert.Single(await CasesAsync(host)), Assert.Single(await CasesAsync(twice)));
        var plain = ExampleReferral.Before(new(2026, 11, 2));
        var example = new ExampleReferral(
            plain.Answers.ToDictionary(page => page.Key, page => Marked(page.Value)),
            plain.Rows.ToDictionary(
                page => page.Key,
                page => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. page.Value.Select(Marked)]
            )
        );
        var school = host.Player("school-lead");
        var reference = await school.ReferAsync(example);
        var mash = host.Player("mash-officer");
        await Story.ComesAsync(mash, $"{reference}: A referral waits");
        await mash.OpenAsync(reference);
        Assert.Contains(Marker, mash.Card.Text, StringComparison.Ordinal);
        await mash.DoAsync("find", ("do", "yes"), ("name__x", $"{Marker} Child"));
        Assert.Contains($"Open {reference}", mash.Card.Buttons);
        await mash.OpenAsync(reference);
        await mash.PressAsync("Joint Agency Response");
        await mash.PressAsync("Save", new Dictionary<string, string> { ["state"] = "Due", ["note"] = Marker });
        await mash.PressAsync("Decide the threshold");
        await mash.PressAsync("Threshold not reached", new Dictionary<string, string> { ["reason"] = $"{Marker} reason." });
        await Story.ComesAsync(school, $"{reference}: There is a decision");
        await mash.SayAsync($"case {reference} about {Marker}");
        await story.StillSplitAsync();
        await story.NotMetAsync();
        await story.LearningAsync();
        await story.NobodyActsAsync();
        foreach (var overseer in new[] { "chair", "operations-officer", "lead-police" })
        {
            Assert.DoesNotContain(Marker, await host.TabAsync(overseer), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(host.Teams.Complaints);
        Assert.DoesNotContain(host.Moves.Logged, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));

        Assert.DoesNotContain(logs.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(logs.Lines, line => line.Contains(reference, StringComparison.Ordinal));
        Assert.DoesNotContain(spans.Lines, line => line.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        foreach (var kind in new[] { "command", "message", "reconcile job" })
        {
            Assert.Contains(spans.Lines, line =>
                line.StartsWith($"{kind}: ", StringComparison.Ordinal)
                    && line.Contains($"safeguarding.record={reference} ", StringComparison.Ordinal)
                || kind == "reconcile job" && line.StartsWith("reconcile job: safeguarding.record=", StringComparison.Ordinal)
            );
        }

        Assert.Contains(spans.Lines, line => line.StartsWith("graph: safeguarding.operation=", StringComparison.Ordinal));
        foreach (var message in host.Teams.Chats.SelectMany(chat => chat.Messages).Where(message => message.FromBot))
        {
            Assert.DoesNotContain(Marker, message.Summary + message.Card.GetRawText(), StringComparison.OrdinalIgnoreCase);
        }

        var rows = await host.Services.GetRequiredService<IRows>().ReadRangeAsync("!", "~", CancellationToken.None);
        Assert.DoesNotContain(rows, row => row.Key.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(rows, row => row.Fields.Values.Any(value => value.Contains(Marker, StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Graph.Outlook.People.SelectMany(person => person.Inbox), item =>
            $"{item.Subject} {item.Html} {string.Join(' ', item.Attachments.Select(file => file.Name))}".Contains(
                Marker,
                StringComparison.OrdinalIgnoreCase
            )
        );
        Assert.DoesNotContain(host.Graph.SharePoint.Drives.SelectMany(drive => drive.Items.Values), item =>
            item.Name.Contains(Marker, StringComparison.OrdinalIgnoreCase)
        );

        // Themes of the meeting's record are kept beside the case, so that recurrent ones are found (B16).
        string[] records = ["case|", "learn|", "meet|", "act|", "theme|"];
        foreach (var row in rows.Where(row => !records.Any(record => row.Key.StartsWith(record, StringComparison.Ordinal))))
        {
            Assert.DoesNotContain(row.Fields.Values, value => value.Contains(Marker, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static void EndsTheSame(CaseFile once, CaseFile twice)
    {
        Assert.Equal(Stage.PanelAnswered, twice.Stage);
        Assert.Equal(Names(once), Names(twice));
        Assert.Contains("ReferralSubmitted", Names(twice));
        Assert.Equal(
            twice
                .History.Select(recorded => recorded.Event)
                .OfType<DeadlineChased>()
                .DistinctBy(chased => (chased.TimescaleId, chased.Index))
                .Count(),
            twice.History.Count(recorded => recorded.Event is DeadlineChased)
        );
    }

    private static IEnumerable<string> Names(CaseFile file) =>
        file
            .History.Select(recorded => recorded.Event.GetType().Name)
            .Where(name => name is not ("DeadlineChased" or "FolderReported"))
            .Order(StringComparer.Ordinal);

    private static Task<IReadOnlyList<CaseFile>> CasesAsync(RehearsalHost host) =>
        host.Services.GetRequiredService<Upkeep>().CasesAsync(CancellationToken.None);

    /// <summary>The marker in front of every text; choices, dates, numbers and addresses stay what they are.</summary>
    private static IReadOnlyDictionary<string, string> Marked(IReadOnlyDictionary<string, string> answers) =>
        answers.ToDictionary(
            pair => pair.Key,
            pair =>
                pair.Value.Contains(' ', StringComparison.Ordinal) && !pair.Value.StartsWith("020", StringComparison.Ordinal)
                    ? $"{Marker} {pair.Value}"
                    : pair.Value
        );
}
