using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningTriage;
using SafeguardingTeams.Rehearsal.People;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Briefings on their cards, from begun to withdrawn: D4, E11, E20, E23, E26, F2.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class BriefingTests(Emulator emulator)
{
    private static readonly (string, string)[] Answer =
    [
        ("teams", "The night teams"),
        ("people", "14"),
        ("uses", "TeamMeeting"),
        ("cameup", "Nobody knew whom to ring."),
        ("change", "The number stands on the wall."),
    ];

    private static readonly string[] Verbs = (
        "open-case briefing-open briefing-read briefing-history briefing-write briefing-check briefing-approve briefing-send "
        + "briefing-theirs briefing-answer briefing-close briefing-correct briefing-withdraw"
    ).Split(' ');

    [Fact]
    public async Task From_the_referral_to_the_agencies_answers_each_does_their_part_E11_E20_E26()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await BegunAsync(fixture);
        var id = await IdAsync(fixture);
        await WriteAsync(operations);
        Assert.Contains("Somebody who did not write it is asked to check it.", operations.Card.Text, StringComparison.Ordinal);
        // It is read back to its source by who may open that.
        Assert.Contains("Open what it comes from", operations.Card.Buttons);
        Assert.DoesNotContain("Check it", operations.Card.Buttons);
        await operations.SendAsync("briefing-check", new() { ["case"] = id });
        Assert.Contains("You wrote this text, so somebody else checks it", operations.Card.Text, StringComparison.Ordinal);

        var scrutineer = await TaskAsync(fixture, "scrutineer", id);
        await scrutineer.PressAsync("Check it");
        Assert.Contains("Found: date: “3 April” (2. What happened)", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.Contains("low, not none", scrutineer.Card.Text, StringComparison.Ordinal);
        await scrutineer.PressAsync("It passes", ("missed", "Who knows the street."));
        Assert.Contains("Look for each of the list, and say so.", scrutineer.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Who knows the street.", scrutineer.Card.Inputs["missed"]);
        await scrutineer.PressAsync(
            "It passes",
            ("looked", string.Join(',', Enum.GetNames<Domain.Briefings.CheckedFor>())),
            ("missed", "Who knows the street.")
        );

        var chair = await TaskAsync(fixture, "chair", id);
        await chair.PressAsync("Approve it, or not");
        Assert.Contains("May have been missed: Who knows the street.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Approve it");
        await OpenAsync(operations, id);
        await operations.PressAsync("Send it");
        Assert.IsType<PaperEnd.NotThere>(await PaperAsync(fixture, Hands.Of("inspector-police"), id));
        await operations.PressAsync("Send it");
        Assert.Contains("0 of 2 agencies answered", operations.Card.Text, StringComparison.Ordinal);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Equal(2, fixture.Messages.Sent.Count(one => one.Summary == $"{id}: A briefing for your teams"));
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));

        var police = await TaskAsync(fixture, "inspector-police", id);
        Assert.Contains("Zqxhappened", police.Card.Text, StringComparison.Ordinal);
        // What was sent and nothing else: not where it comes from, who wrote or checked it, what was replaced or may be missed.
        Assert.All(
            new[] { LearningStory.Id.ToString(), "Zqxreplaced", "Who knows the street", "crutineer", "operations officer" },
            hidden => Assert.DoesNotContain(hidden, police.Card.Text, StringComparison.Ordinal)
        );
        await police.PressAsync("Send the answer", ("teams", "The night teams"), ("people", "many"));
        Assert.Contains("Enter how many people", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the answer", Answer);
        Assert.Contains("Your agency's answer is recorded.", police.Card.Text, StringComparison.Ordinal);
        await police.SendAsync("briefing-list", []);
        Assert.Contains("Briefings for", police.Card.Text, StringComparison.Ordinal);

        await OpenAsync(operations, id);
        await operations.PressAsync("Record an agency's answer");
        await operations.PressAsync("Record it", ("because", "No team works with babies."));
        Assert.Contains("Choose whose answer it is.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("agency", "schools"), ("because", "No team works with babies."), ("verified", "Rang."));
        Assert.Contains("All agencies have answered", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("The number stands on the wall.", operations.Card.Text, StringComparison.Ordinal);
        var drawn = Assert.IsType<PaperEnd.Drawn>(await PaperAsync(fixture, Hands.Of("inspector-police"), id));
        Assert.Equal($"{id}-seven-minute-briefing-1.docx", drawn.Name);
        var again = Assert.IsType<PaperEnd.Drawn>(await PaperAsync(fixture, Hands.Of("chair"), id));
        Assert.Equal(drawn.Bytes.ToArray(), again.Bytes.ToArray());

        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        await operations.PressAsync("Timeline");
        Assert.Contains("Kept as it went", operations.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Briefing), CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_is_withdrawn_its_readers_open_no_more_and_are_told_E20()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (operations, id) = await SentAsync(fixture);
        await operations.PressAsync("Withdraw it");
        await operations.PressAsync("Withdraw it", ("reason", "Zqxreason"));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{id}: A briefing was withdrawn");
        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await OpenAsync(police, id);
        Assert.Contains("This briefing was withdrawn", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zqx", police.Card.Text, StringComparison.Ordinal);
        Assert.IsType<PaperEnd.NotThere>(await PaperAsync(fixture, Hands.Of("inspector-police"), id));
        Assert.IsType<PaperEnd.Drawn>(await PaperAsync(fixture, Hands.Of("chair"), id));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.AllBriefed, CancellationToken.None));
    }

    [Fact]
    public async Task A_correction_reaches_the_agencies_only_when_it_is_sent_PD16()
    {
        using var fixture = await emulator.OpenAsync();
        var (operations, id) = await SentAsync(fixture);
        await operations.PressAsync("Have it written again");
        await operations.PressAsync("Have it written again");
        Assert.Contains("Say what was wrong.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Have it written again", ("reason", "The number was wrong."));
        await WriteAsync(operations, "Zqxcorrected");
        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await OpenAsync(police, id);
        Assert.Contains("Zqxhappened", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Send the answer", police.Card.Buttons);
        await CheckedAndApprovedAsync(fixture, id);
        await OpenAsync(operations, id);
        await operations.PressAsync("Send it");
        await operations.PressAsync("Send it");
        await OpenAsync(police, id);
        Assert.Contains("Zqxcorrected", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Send the answer", police.Card.Buttons);
        Assert.Equal(
            $"{id}-seven-minute-briefing-2.docx",
            ((PaperEnd.Drawn)await PaperAsync(fixture, Hands.Of("inspector-police"), id)).Name
        );
    }

    [Fact]
    public async Task Who_has_no_part_in_it_is_told_the_same_as_where_there_is_none_F2()
    {
        using var fixture = await emulator.OpenAsync();
        var (_, id) = await SentAsync(fixture);
        foreach (var person in new[] { "designated-nurse", "lead-police", "mash-officer" })
        {
            var stranger = await new Hands(fixture, Hands.Of(person)).HomeAsync();
            foreach (var verb in Verbs)
            {
                foreach (var does in new[] { "", "yes" })
                {
                    await stranger.SendAsync(
                        verb,
                        new()
                        {
                            ["case"] = id,
                            ["do"] = does,
                            ["passes"] = "yes",
                            ["approves"] = "yes",
                        }
                    );
                    Assert.Contains(Refusal.NotFound.Message, stranger.Card.Text, StringComparison.Ordinal);
                }
            }

            await stranger.SendAsync("draft-open", new() { ["case"] = id, ["draft"] = "briefing" });
            Assert.Contains("This draft is no longer there", stranger.Card.Text, StringComparison.Ordinal);
            Assert.IsType<PaperEnd.NotThere>(await PaperAsync(fixture, Hands.Of(person), id));
        }
    }

    [Fact]
    public async Task A_name_of_the_source_is_refused_and_nothing_typed_is_lost_E26()
    {
        using var fixture = await emulator.OpenAsync();
        var operations = await BegunAsync(fixture);
        const string known = "rep-acute-trust@people.example";
        await WriteAsync(operations, $"{known} wrote it down.");
        Assert.Contains("In \"2. What happened\" stands a name, a date", operations.Card.Text, StringComparison.Ordinal);
        await operations.HomeAsync();
        await operations.PressAsync("Continue");
        Assert.Contains("For whoever checks it", operations.Card.Text, StringComparison.Ordinal);
    }

    private static async Task<Hands> BegunAsync(AppFixture fixture)
    {
        await ActionStandingListTests.ReferredAsync(fixture);
        await fixture.RunAsync(
            new TriageLearning(LearningStory.Id, LearningWay.NextMeeting, "", false, [], LearningStory.Made),
            AppFixture.Holder(Role.Chair)
        );
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.SendAsync("learning-open", new() { ["case"] = LearningStory.Id.ToString() });
        await operations.PressAsync("Begin a briefing");
        await operations.PressAsync("Begin it");
        Assert.Contains("Choose the agencies that are to talk about it.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Begin it", ("agencies", "police,schools"));
        Assert.Contains("It has begun.", operations.Card.Text, StringComparison.Ordinal);
        return operations;
    }

    private static async Task<(Hands, string)> SentAsync(AppFixture fixture)
    {
        var operations = await BegunAsync(fixture);
        var id = await IdAsync(fixture);
        await WriteAsync(operations);
        await CheckedAndApprovedAsync(fixture, id);
        await OpenAsync(operations, id);
        await operations.PressAsync("Send it");
        await operations.PressAsync("Send it");
        return (operations, id);
    }

    private static async Task CheckedAndApprovedAsync(AppFixture fixture, string id)
    {
        var scrutineer = await TaskAsync(fixture, "scrutineer", id);
        await scrutineer.PressAsync("Check it");
        await scrutineer.PressAsync(
            "It passes",
            ("looked", string.Join(',', Enum.GetNames<Domain.Briefings.CheckedFor>())),
            ("missed", "Who knows the street.")
        );
        var chair = await TaskAsync(fixture, "chair", id);
        await chair.PressAsync("Approve it, or not");
        await chair.PressAsync("Approve it");
    }

    /// <summary>Fills in every page, and sends it.</summary>
    private static async Task WriteAsync(Hands hands, string happened = "Zqxhappened, on 3 April.", bool sends = true)
    {
        await hands.PressAsync(hands.Card.Buttons.Contains("Write it") ? "Write it" : "Write it again");
        foreach (var page in BriefingForms.SevenMinutes.Pages.OfType<Page.Single>())
        {
            await hands.PressAsync(
                "Continue",
                [
                    .. page.Questions.Select(question =>
                        (
                            question.Id,
                            question.Id switch
                            {
                                "happened" => happened,
                                BriefingForms.ReviewOn => "2027-11-02",
                                BriefingForms.Replaced => "Zqxreplaced: the season.",
                                _ => $"What there is to say of {question.Id}.",
                            }
                        )
                    ),
                ]
            );
        }

        if (sends)
        {
            await hands.PressAsync("Put it before somebody to check");
        }
    }

    private static async Task<Hands> TaskAsync(AppFixture fixture, string person, string id)
    {
        var hands = await new Hands(fixture, Hands.Of(person)).HomeAsync();
        await hands.PressAsync(hands.Card.Buttons.First(button => button.StartsWith("My tasks", StringComparison.Ordinal)));
        await hands.PressAsync($"Open {id}");
        return hands;
    }

    private static Task OpenAsync(Hands hands, string id) => hands.SendAsync("open-case", new() { ["case"] = id });

    private static async Task<string> IdAsync(AppFixture fixture) =>
        Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Briefing), CancellationToken.None))["record"];

    private static Task<PaperEnd> PaperAsync(AppFixture fixture, CastMember who, string id) =>
        fixture.BriefingPapers.SentAsync(
            new(new(who.TenantId, who.ObjectId), who.Name, "document-briefing", new Dictionary<string, string>(), "test"),
            RecordRef.Parse(id),
            CancellationToken.None
        );
}
