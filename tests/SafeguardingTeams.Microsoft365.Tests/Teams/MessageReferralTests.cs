using System.Net;
using System.Text.Json.Nodes;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Microsoft365.Teams.Inbound;
using SafeguardingTeams.Microsoft365.Teams.Protocol;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Teams;

/// <summary>"Refer for learning" chosen on a message, at the door.</summary>
[Trait(Needs.Name, Needs.Server)]
public class MessageReferralTests
{
    private const string Refused = "{\"task\":{\"type\":\"message\",\"value\":\"Not something this app can refer.\"}}";

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("<p>One.</p>\n<p>Two&nbsp;&amp; <b>three</b></p>", "One.\n\nTwo & three")]
    [InlineData("a<br>b<br/>c", "a\nb\nc")]
    [InlineData("Thanks <at id=\"0\">Mentioned Person</at>, well done", "Thanks , well done")]
    [InlineData("<AT id=0>x<at>y</at>z</AT>after", "after")]
    [InlineData("before <at id=\"0\">never closed", "before")]
    [InlineData("see <attachment id=\"7\"></attachment>this", "see this")]
    [InlineData("see <attachment id=\"7\"/>this", "see this")]
    [InlineData("<blockquote itemtype=\"http://schema.skype.com/Reply\"><strong>Sender</strong><p>old</p></blockquote>new", "new")]
    [InlineData("<script>alert(1)</script><style>p{}</style>text<!-- a > b -->", "text")]
    [InlineData("<img alt=\"a > b\" src='x'>text", "text")]
    [InlineData("2 < 3 &lt;at&gt;kept&lt;/at&gt;", "2 < 3 <at>kept</at>")]
    [InlineData("text <b", "text")]
    [InlineData("a&#xD83D;b &#x1F642;", "a&#xD83D;b 🙂")]
    [InlineData("text <", "text <")]
    [InlineData("a\u0000b\u0007c", "abc")]
    [InlineData("<p>🙂👩‍👧</p>", "🙂👩‍👧")]
    public void The_words_are_left_and_nobody_who_is_named_in_the_marks(string html, string text) =>
        Assert.Equal(text, MessageText.Plain(html));

    [Fact]
    public async Task What_is_chosen_on_a_message_comes_as_its_words_under_both_names_of_the_invoke()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        door.Recorder.Refers = () => DialogReply.Card("Refer", "{\"type\":\"AdaptiveCard\"}"u8.ToArray());
        foreach (var name in new[] { "composeExtension/fetchTask", "composeExtension/submitAction" })
        {
            var activity = TeamsDoorFixture.Referral(Html("<p>Hello <at id=\"0\">Mentioned</at></p>"), activity => activity["name"] = name);
            Assert.Equal(
                (
                    HttpStatusCode.OK,
                    "{\"task\":{\"type\":\"continue\",\"value\":{\"title\":\"Refer\",\"height\":\"small\",\"width\":\"small\",\"card\":"
                        + "{\"contentType\":\"application/vnd.microsoft.card.adaptive\",\"content\":{\"type\":\"AdaptiveCard\"}}}}}"
                ),
                await door.SendAsync(activity.ToJsonString(), door.Token())
            );
            Assert.Equal(("Hello", "20:19:room@thread.tacv2|6"), (door.Recorder.Text, door.Recorder.Message));
        }

        Assert.Equal(["referred", "referred"], door.Recorder.Came);
    }

    [Fact]
    public async Task A_message_of_100_KB_of_text_or_of_nothing_but_an_attachment_comes_too()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        var text = string.Concat(Enumerable.Repeat("words 🙂 ", 10_000)).Trim();
        JsonNode?[] bodies =
        [
            Html($"<p>{text}</p>"),
            new JsonObject { ["contentType"] = "text", ["content"] = text },
            null,
            new JsonObject(),
        ];
        foreach (var (body, comes) in bodies.Zip([text, text, "", ""]))
        {
            Assert.Equal(
                (HttpStatusCode.OK, "{\"task\":{\"type\":\"message\",\"value\":\"Saved.\"}}"),
                await door.SendAsync(TeamsDoorFixture.Referral(body).ToJsonString(), door.Token())
            );
            Assert.Equal(comes, door.Recorder.Text);
        }
    }

    [Fact]
    public async Task What_cannot_be_read_or_is_another_command_is_answered_with_a_line_and_does_nothing()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        Action<JsonObject>[] cases =
        [
            activity => activity["value"] = null,
            activity => activity["value"] = "text",
            activity => activity["value"] = new JsonArray(1),
            activity => activity["value"] = new JsonObject { ["commandId"] = 3 },
            activity => activity["value"]!["commandId"] = "another",
            activity => activity["value"]!["commandContext"] = "compose",
            activity => activity["value"]!["messagePayload"] = null,
            activity => activity["value"]!["messagePayload"] = "text",
            activity => activity["value"]!["messagePayload"]!["id"] = "",
            activity => activity["value"]!["messagePayload"]!["id"] = new string('6', 600),
            activity => activity["value"]!["messagePayload"]!["body"] = "text",
            activity => activity["value"]!["messagePayload"]!["body"]!["content"] = 3,
            activity => activity["conversation"]!["id"] = null,
        ];
        foreach (var change in cases)
        {
            var activity = TeamsDoorFixture.Referral(Html("<p>Hello</p>"), change);
            Assert.Equal((HttpStatusCode.OK, Refused), await door.SendAsync(activity.ToJsonString(), door.Token()));
        }

        Assert.Empty(door.Recorder.Came);

        // Half an emoji is taken for a sign that cannot be shown, and no fault.
        var half = TeamsDoorFixture.Referral(Html("HALF")).ToJsonString().Replace("HALF", "\\uD83D", StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.OK, "{\"task\":{\"type\":\"message\",\"value\":\"Saved.\"}}"),
            await door.SendAsync(half, door.Token())
        );
        Assert.Equal("\uFFFD", door.Recorder.Text);
    }

    [Fact]
    public async Task Nobody_gets_in_who_could_not_press_and_a_fault_says_nothing_of_itself()
    {
        await using var door = await TeamsDoorFixture.OpenAsync();
        var good = TeamsDoorFixture.Referral(Html("<p>Hello</p>")).ToJsonString();
        Assert.Equal((HttpStatusCode.Unauthorized, ""), await door.SendAsync(good, null));
        var stranger = TeamsDoorFixture.Referral(Html("<p>Hello</p>"), activity =>
        {
            activity["conversation"]!["tenantId"] = Guid.NewGuid().ToString();
            activity["channelData"] = null;
        });
        Assert.Equal((HttpStatusCode.Forbidden, ""), await door.SendAsync(stranger.ToJsonString(), door.Token()));
        Assert.Empty(door.Recorder.Came);
        door.Recorder.Refers = () => throw new InvalidOperationException("Hello");
        Assert.Equal(
            (HttpStatusCode.OK, "{\"task\":{\"type\":\"message\",\"value\":\"Something went wrong. Try again.\"}}"),
            await door.SendAsync(good, door.Token())
        );
    }

    [Fact]
    public void What_is_longer_than_the_question_takes_is_cut_beside_an_emoji_and_not_through_it()
    {
        var answers = LearningAnswers.Outlined(Answers.None, "a" + string.Concat(Enumerable.Repeat("\U0001F642", 5000))).Answers;
        var kept = new LearningAnswers(answers).Outline;
        Assert.Equal((7999, false), (kept.Length, char.IsHighSurrogate(kept[^1])));
    }

    private static JsonObject Html(string content) => new() { ["contentType"] = "html", ["content"] = content };
}
