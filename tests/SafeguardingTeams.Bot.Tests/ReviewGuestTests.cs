using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Upkeeping;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Rehearsal.Play;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>
/// The reviewer of a local review signs in as a guest of the council: they read the agreed papers over HTTP and nothing else, nobody else
/// reads them there, and it ends at once (C9, F2).
/// </summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReviewGuestTests(HostFixture stage)
{
    private const string Elsewhere = "GSCP-2222-3333";
    private const string Marker = "Zqxmarker ";

    [Fact]
    public async Task They_read_what_is_agreed_and_nothing_else_and_nobody_else_reads_it_until_their_appointment_ends_C9_F1_F2()
    {
        await using var host = await stage.StartAsync();
        var story = new Story(host, TextWriter.Null) { Prefix = Marker };
        var incident = await story.AllAgreeAsync();
        await story.ReviewAsync(incident);
        var review = await story.LocalReviewAsync(incident, untilTrial: false);
        var (paper, another) = ($"/documents/{review}/papers/1", $"/documents/{review}/papers/3");
        using var guest = await WebPlayer.SignInAsync(host, Cast.Reviewer.Key, $"/guest?open={review}");
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(paper)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(another)).Status);

        // Each opening is on the record, of the review and of what keeps the paper.
        var rows = host.Services.GetRequiredService<IRows>();
        foreach (var record in new[] { review, incident })
        {
            Assert.Contains((await rows.ReadAsync("read|", CancellationToken.None)).Where(row => row["case"] == record), row =>
                row["what"] == "document-agreed-paper"
            );
        }

        // Home shows what they were asked into, and nothing else; neither does anything else open.
        await guest.SendAsync("home", Nothing);
        Assert.Equal(["Open the papers"], guest.Card.Buttons);
        await guest.PressAsync("Open the papers");
        Assert.Contains("You are appointed as reviewer.", guest.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(guest.Card.Buttons, button => button is "Timeline" or "Who reviews");
        foreach (var text in new[] { "How a discharge is planned", incident, "The independent reviewer", Marker.Trim() + " Nobody" })
        {
            Assert.DoesNotContain(text, Plain(guest.Card.Text), StringComparison.Ordinal);
        }

        await guest.SendAsync("open-case", Case(Elsewhere));
        var nothing = guest.Card.Text;
        foreach (
            var verb in new[]
            {
                "start-referral",
                "learning-start",
                "my-referrals",
                "my-tasks",
                "group",
                "find",
                "review-people",
                "review-history",
                "review-list",
                "review-terms",
                "action-list",
                "absences",
            }
        )
        {
            await guest.SendAsync(verb, Case(review));
            Assert.Equal(nothing, guest.Card.Text);
        }

        foreach (var path in new[] { $"/documents/{review}/terms", $"/documents/{incident}/report", $"/documents/{incident}/kept/1" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await guest.GetAsync(path)).Status));
        }

        // Who looks after the review opens the paper on its case; nobody but those appointed reads it here.
        foreach (var key in new[] { "operations-officer", "chair", "lead-police", "records-police", "rep-schools", "paediatrician" })
        {
            using var other = await WebPlayer.SignInAsync(host, key);
            Assert.Equal((key, HttpStatusCode.NotFound), (key, (await other.GetAsync(paper)).Status));
        }

        await EndsAsync(host, review);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(paper)).Status);
        await guest.SendAsync("open-case", Case(review));
        Assert.Equal(
            nothing.Replace(Elsewhere, "", StringComparison.Ordinal),
            guest.Card.Text.Replace(review, "", StringComparison.Ordinal)
        );
        await guest.SendAsync("home", Nothing);
        Assert.Contains("There is nothing for you to read now.", guest.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Graph.Outlook.Mails.Values, mail =>
            (mail.Subject + mail.Html).Contains(Marker.Trim(), StringComparison.Ordinal)
        );
        Assert.Empty(host.Teams.Complaints);
        Assert.Empty(host.Graph.Complaints);
        Assert.True((await host.Services.GetRequiredService<Upkeep>().CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task EndsAsync(RehearsalHost host, string review)
    {
        var operations = host.Player("operations-officer");
        await operations.OpenAsync(review);
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("End an appointment");
        await operations.PressAsync("End it", new Dictionary<string, string> { ["reason"] = $"{Marker}They are ill." });
    }

    private static Dictionary<string, string> Case(string reference) => new() { ["case"] = reference };

    private static Dictionary<string, string> Nothing => [];

    /// <summary>References stand on cards with hyphens that do not break.</summary>
    private static string Plain(string text) => text.Replace('\u2011', '-');
}
