using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Rehearsal;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Bot.Tests;

/// <summary>"Refer for learning" chosen on a message of a channel (D1).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class MessageReferralStoryTests(HostFixture stage)
{
    private const string Marker = "Zqxmarker",
        Sender = "Zqxsender",
        Mentioned = "Zqxmentioned";

    private static readonly string Message =
        $"<p>{Marker} <at id=\"0\">{Mentioned}</at>a{string.Concat(Enumerable.Repeat("\U0001F642", 9000))}</p>";

    [Fact]
    public async Task Delivered_twice_it_is_one_draft_of_who_chose_it_which_opens_in_their_own_chat_and_its_words_are_nowhere_else()
    {
        var logs = new Logbook();
        using var spans = new Spyglass();
        await using var host = await stage.StartAsync(logs);
        var school = host.Player("school-lead");
        var (first, again) = (await ChooseAsync(host, school.Member), await ChooseAsync(host, school.Member));
        Assert.Equal(first, again);
        var task = JsonDocument.Parse(first.Body).RootElement.GetProperty("task");
        Assert.Equal((200, "continue"), (first.Status, task.GetProperty("type").GetString()));
        var card = task.GetProperty("value").GetProperty("card").GetProperty("content").GetRawText();
        Assert.Contains("A draft is saved. Nothing is sent until you send it.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.", card, StringComparison.Ordinal);

        var way = Assert.Single(school.Chat.Messages, message =>
            message.FromBot && message.Summary.StartsWith("Open ", StringComparison.Ordinal)
        );
        var reference = way.Summary["Open ".Length..];
        Assert.StartsWith("GSCP-PL-", reference, StringComparison.Ordinal);
        Assert.Contains($"?open={reference}", card, StringComparison.Ordinal);
        school.LookAt(way.Summary);
        await school.PressAsync("Open");
        Assert.Contains("Referral for practice learning", school.Card.Text, StringComparison.Ordinal);

        // To anybody else there is no such thing.
        var mash = host.Player("mash-officer");
        await mash.OpenAsync(reference);
        Assert.Contains("We cannot find that case", mash.Card.Text, StringComparison.Ordinal);

        var rows = await host.Services.GetRequiredService<IRows>().ReadRangeAsync("!", "~", CancellationToken.None);
        Assert.Single(rows, row => row.Key.StartsWith("draft|", StringComparison.Ordinal));
        var draft = Assert.Single(rows, row => Holds(Texts(row), Marker));
        Assert.StartsWith($"learn|{reference}", draft.Key, StringComparison.Ordinal);
        foreach (
            var (lines, word) in new[] { logs.Lines, spans.Lines }.SelectMany(lines =>
                new[] { (lines, Marker), (lines, Sender), (lines, Mentioned) }
            )
        )
        {
            Assert.False(Holds(lines, word), word);
        }

        Assert.DoesNotContain(rows, row => Holds(Texts(row), Sender) || Holds(Texts(row), Mentioned));
        Assert.DoesNotContain(host.Teams.Chats.SelectMany(chat => chat.Messages).Where(message => message.FromBot), message =>
            Holds([message.Summary, message.Card.GetRawText(), first.Body], Marker)
        );
        Assert.Empty(host.Teams.Complaints);
    }

    [Fact]
    public async Task Somebody_of_an_unlisted_tenant_is_refused_and_learns_nothing()
    {
        await using var host = await stage.StartAsync();
        Assert.Equal((403, ""), await ChooseAsync(host, Cast.Stranger));
        Assert.DoesNotContain(host.Teams.ChatOf(Cast.Stranger).Messages, message => message.FromBot);
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task Who_has_not_picked_their_agency_is_told_to_and_nothing_is_saved()
    {
        await using var host = await stage.StartAsync();
        var doctor = host.Player("paediatrician");
        var (status, body) = await ChooseAsync(host, doctor.Member);
        Assert.Equal(200, status);
        Assert.Contains("pick your agency", body, StringComparison.Ordinal);
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task Without_the_app_the_dialog_alone_says_where_it_opens_and_another_person_has_a_draft_of_their_own()
    {
        await using var host = await stage.StartAsync(installs: false);
        var (school, mash) = (host.Player("school-lead"), host.Player("mash-officer"));
        var (one, other) = (await ChooseAsync(host, school.Member), await ChooseAsync(host, mash.Member));
        Assert.Contains("?open=GSCP-PL-", one.Body, StringComparison.Ordinal);
        Assert.NotEqual(one.Body, other.Body);
        Assert.DoesNotContain(host.Teams.Chats.SelectMany(chat => chat.Messages), message => message.FromBot);
        Assert.Equal(2, (await host.Services.GetRequiredService<IRows>().ReadAsync("draft|", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task Once_sent_it_is_not_begun_again_and_the_answer_says_so()
    {
        await using var host = await stage.StartAsync();
        var school = host.Player("school-lead");
        await ChooseAsync(host, school.Member);
        school.LookAt("Open GSCP-PL-");
        await school.PressAsync("Open");
        var answers = new Dictionary<string, string>
        {
            ["title"] = "Teacher",
            ["telephone"] = "020 7946 0000",
            ["name"] = "Safeguarding lead",
            ["agency"] = "School",
            ["email"] = "lead@people.example",
            ["kinds"] = "near-miss",
            ["learn"] = "How a discharge is planned.",
            ["concerns"] = "none",
            ["reasons"] = "It could happen again.",
        };
        for (var pages = 0; pages < 20 && !school.Card.Buttons.Contains("Send"); pages++)
        {
            await school.PressAsync(
                school.Card.Buttons.Contains("Continue") ? "Continue" : "Save and review",
                school
                    .Card.Inputs.Where(input => input.Value.Length == 0 && answers.ContainsKey(input.Key))
                    .ToDictionary(input => input.Key, input => answers[input.Key])
            );
        }

        await school.PressAsync("Send");
        Assert.Contains("You have sent it already.", (await ChooseAsync(host, school.Member)).Body, StringComparison.Ordinal);
        Assert.Empty(await host.Services.GetRequiredService<IRows>().ReadAsync("draft|", CancellationToken.None));
        Assert.Single(school.Chat.Messages, message => message.Summary.StartsWith("Open ", StringComparison.Ordinal));
    }

    /// <summary>What a row says; a long text is compressed in it.</summary>
    private static IEnumerable<string> Texts(Row row) =>
        row.Fields.Select(field =>
        {
            if (!field.Key.EndsWith(".br", StringComparison.Ordinal))
            {
                return field.Value;
            }

            using var text = new StreamReader(
                new BrotliStream(new MemoryStream(Base64Url.DecodeFromChars(field.Value)), CompressionMode.Decompress)
            );
            return text.ReadToEnd();
        });

    private static bool Holds(IEnumerable<string> lines, string word) =>
        lines.Any(line => line.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static async Task<(int Status, string Body)> ChooseAsync(RehearsalHost host, CastMember member)
    {
        var activity = host.Teams.Activity(host.Teams.ChatOf(member), "invoke");
        activity["name"] = "composeExtension/fetchTask";
        activity["conversation"]!["id"] = "19:room@thread.tacv2;messageid=5";
        activity["conversation"]!["conversationType"] = "channel";
        activity["value"] = new JsonObject
        {
            ["commandId"] = "refer-for-learning",
            ["commandContext"] = "message",
            ["messagePayload"] = new JsonObject
            {
                ["id"] = "6",
                ["from"] = new JsonObject { ["user"] = new JsonObject { ["displayName"] = Sender } },
                ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = Message },
                ["mentions"] = new JsonArray(new JsonObject { ["mentionText"] = Mentioned }),
            },
        };
        using var response = await host.Teams.DeliverAsync(activity, member);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
