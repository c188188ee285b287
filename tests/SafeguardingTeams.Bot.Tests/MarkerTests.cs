using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal.Examples;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// F2, PD18: with a marker word in every answer, no text of a case stands in a log, a summary, a stored message, a key or a link.
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class MarkerTests(HostFixture stage)
{
    private const string Marker = "Zqxmarker";

    [Fact]
    public async Task No_text_of_a_case_leaves_the_cards()
    {
        var logs = new Logbook();
        using var spans = new Spyglass();
        await using var host = await stage.StartAsync(logs);
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
        var story = new Story(host, TextWriter.Null) { Prefix = $"{Marker} " };
        await story.ReviewAsync(await story.AllAgreeAsync());
        await story.StillSplitAsync();
        await story.NotMetAsync();
        await story.LearningAsync();
        await story.NobodyActsAsync();
        foreach (var overseer in new[] { "chair", "operations-officer", "lead-police" })
        {
            Assert.DoesNotContain(Marker, await host.TabAsync(overseer), StringComparison.OrdinalIgnoreCase);
        }

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
