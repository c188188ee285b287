using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>What it recommends, and what the bodies answer: C12, C18, F2.</content>
public partial class ReviewRecordTests
{
    private static readonly (string, string)[] Recommendation =
    [
        ("text", "Have every discharge agreed by two agencies."),
        ("finding", "Nobody asked the others."),
        ("wanted", "Those who know the family speak first."),
        ("bodies", "police,schools"),
    ];

    [Fact]
    public async Task From_the_recommendation_to_the_closed_review_each_body_answers_and_an_action_comes_of_it_C18()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (operations, id) = await RecommendedAsync(fixture);
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Record what it found");
        await operations.PressAsync("Record it", ("found", "Half the records had no note."), ("date", "2026-11-02"));
        Assert.Contains("have the recommendations of a review answered", operations.Card.Text, StringComparison.Ordinal);

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var posted = fixture.Messages.Sent.Where(one => one.Summary == $"{id}: Recommendations to answer").ToList();
        Assert.Equal(2, posted.Count);
        Assert.All(posted, one => Assert.DoesNotContain("discharge", one.Card.ToString(), StringComparison.OrdinalIgnoreCase));

        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await police.PressAsync("My tasks (1)");
        await police.PressAsync($"Open {id}");
        Assert.Contains("Have every discharge agreed by two agencies.", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the answer", ("reply", "InPart"));
        Assert.Contains("Say why it is not accepted, or which part is.", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the answer", ("because", "Not at night."));
        Assert.Contains("Your agency's answer is recorded.", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Home");
        Assert.DoesNotContain("My tasks (1)", police.Card.Buttons);

        await OpenAsync(operations, id);
        await operations.PressAsync("Answers to recommendations");
        await operations.PressAsync("Record an answer");
        await operations.PressAsync("Record it", ("reply", "NotAccepted"), ("because", "We have no say in it."));
        Assert.Contains("Choose whose answer it is.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("body", "schools"), ("reply", "NotAccepted"), ("because", "We have no say in it."));
        Assert.Contains("Say how you made sure", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("verified", "Their letter."));
        Assert.Contains("The answer is recorded.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Not at night.", operations.Card.Text, StringComparison.Ordinal);

        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        Assert.Contains("Recommendation 1 is accepted, and no action is agreed from it.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Recommendations (1)");
        await operations.PressAsync("Agree an action");
        Assert.Equal("Have every discharge agreed by two agencies.", operations.Card.Inputs["what"]);
        await operations.PressAsync(
            "Agree the action",
            ("change", "Two agencies agree it."),
            ("owner", "records-police"),
            ("due", "2027-02-26"),
            ("how", "By an audit.")
        );
        Assert.Contains("The action is agreed", operations.Card.Text, StringComparison.Ordinal);
        await OpenAsync(operations, id);
        await operations.PressAsync("Recommendations (1)");
        Assert.Contains("Actions agreed from it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        Assert.Contains("It is closed.", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task An_agencys_member_is_shown_their_recommendation_and_nothing_else_of_the_review_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (operations, id) = await RecommendedAsync(fixture);
        await operations.PressAsync("Add a recommendation");
        await operations.PressAsync("Add it", [.. Recommendation[1..^1], ("text", "A matter for schools only."), ("bodies", "schools")]);
        var police = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await NothingAsync(police, "review-theirs open-case review-open review-recommendations review-answer");
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Record what it found");
        await operations.PressAsync("Record it", ("found", "Half the records had no note."), ("date", "2026-11-02"));

        foreach (var verb in new[] { "review-theirs", "open-case", "review-open" })
        {
            foreach (var number in new[] { "0", "1", "2", "99" })
            {
                await police.SendAsync(verb, new() { ["case"] = id, ["number"] = number });
                Assert.Contains("Have every discharge agreed", police.Card.Text, StringComparison.Ordinal);
                Assert.All(
                    ["schools", "Schools", "Discharge letters", "Nobody asked the others", "Half the records", "Three times"],
                    other => Assert.DoesNotContain(other, police.Card.Text, StringComparison.Ordinal)
                );
                Assert.DoesNotContain("Timeline", police.Card.Buttons);
            }
        }

        await NothingAsync(
            police,
            "review-recommendations review-answer review-recommend review-recommend-change review-recommend-back review-history "
                + "review-close review-list action-agree"
        );
        // What addresses another agency cannot be answered, whatever the card is made to say.
        await police.SendAsync(
            "review-theirs",
            new()
            {
                ["case"] = id,
                ["number"] = "2",
                ["do"] = "yes",
                ["in:reply"] = "Accepted",
                ["in:date"] = "2026-11-02",
                ["in:body"] = "schools",
            }
        );
        Assert.DoesNotContain("A matter for schools", police.Card.Text, StringComparison.Ordinal);
        var file = (ReviewFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(id), CancellationToken.None)).Record;
        Assert.All(file.Recommendations, one => Assert.Empty(one.Answers));
        var nurse = await new Hands(fixture, Hands.Of("designated-nurse")).HomeAsync();
        await NothingAsync(nurse, "review-theirs open-case review-open review-answer");

        async Task NothingAsync(Hands hands, string verbs)
        {
            foreach (var verb in verbs.Split(' '))
            {
                await hands.SendAsync(verb, new() { ["case"] = id, ["number"] = "1" });
                Assert.Contains("We cannot find that case", hands.Card.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Two_of_an_agency_who_answer_at_once_and_a_card_of_an_earlier_text_are_refused_with_what_was_typed_C18()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (operations, id) = await RecommendedAsync(fixture);
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Record what it found");
        await operations.PressAsync("Record it", ("found", "Half the records had no note."), ("date", "2026-11-02"));
        var first = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        var second = await new Hands(fixture, Hands.Of("inspector-police")).HomeAsync();
        await first.SendAsync("review-theirs", new() { ["case"] = id });
        await second.SendAsync("review-theirs", new() { ["case"] = id });
        await first.PressAsync("Send the answer", ("reply", "Accepted"));
        await second.PressAsync("Send the answer", ("reply", "NotAccepted"), ("because", "Not ours."));
        Assert.Contains("Something has happened since this card was drawn", second.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Not ours.", second.Card.Inputs["because"]);
        await second.PressAsync("Change the answer");
        Assert.Contains("Your agency's answer is recorded.", second.Card.Text, StringComparison.Ordinal);

        await OpenAsync(operations, id);
        await operations.PressAsync("Recommendations (1)");
        await operations.PressAsync("Change it");
        await operations.PressAsync("Change it", ("text", "Have every discharge agreed by three agencies."), ("reason", "Asked."));
        Assert.Contains("It is changed.", operations.Card.Text, StringComparison.Ordinal);
        await first.PressAsync("Change the answer", ("reply", "InPart"), ("because", "One."));
        Assert.Contains("agreed by three agencies", first.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Something has happened since this card was drawn", first.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Take it back");
        await operations.PressAsync("Take it back", ("reason", "Overtaken."));
        Assert.Contains("Nothing is recommended", operations.Card.Text, StringComparison.Ordinal);
        await first.PressAsync("Send the answer");
        Assert.Contains("We cannot find that case", first.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_recommended_before_is_read_first_by_who_may_read_that_review_and_then_it_is_added_C24()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var (operations, first) = await RecommendedAsync(fixture);
        var second = await BegunAsync(operations, "Discharge again");
        await operations.PressAsync("Add a recommendation");
        await operations.PressAsync("Add it", [.. Recommendation[1..^1], ("text", "Agree each discharge."), ("bodies", "icb")]);
        // To another body, of no theme: nothing is like it.
        Assert.Contains("It is recorded.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Add a recommendation");
        await operations.PressAsync("Add it", [.. Recommendation[1..^1], ("text", "Agree it by two."), ("bodies", "schools")]);
        Assert.Contains("Like ones were recommended", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Have every discharge agreed by two agencies.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("No action was agreed from it.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(1, await RecommendationsAsync(second));
        await operations.PressAsync("Change what I entered");
        Assert.Equal("Agree it by two.", operations.Card.Inputs["text"]);
        Assert.Equal("schools", operations.Card.Inputs["bodies"]);
        await operations.PressAsync("Add it", ("text", "Agree it by three."));
        await operations.PressAsync("Add it all the same");
        Assert.Contains("It is recorded.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Agree it by three.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal(2, await RecommendationsAsync(second));

        // What was taken back is not shown beside another, and has no row.
        await operations.SendAsync("review-recommendations", new() { ["case"] = first });
        await operations.PressAsync("Take it back");
        await operations.PressAsync("Take it back", ("reason", "Overtaken."));
        Assert.Equal(2, (await fixture.Rows.ReadAsync(Keys.AllRecommended, CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        async Task<int> RecommendationsAsync(string id) =>
            ((ReviewFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(id), CancellationToken.None)).Record)
                .Recommendations
                .Count;
    }

    private static async Task<string> BegunAsync(Hands operations, string title)
    {
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Home");
        await operations.PressAsync("Reviews and briefings");
        await operations.PressAsync("Begin one about a theme");
        await operations.PressAsync("Go on", ("sort", "MultiAgencyAudit"));
        await operations.PressAsync(
            "Begin it",
            ("title", title),
            ("grounds", "Three times the theme came."),
            ("date", "2026-10-30"),
            ("due", "2027-03-31"),
            ("owner", "records-police")
        );
        return operations.Card.Text[operations.Card.Text.IndexOf("GSCP‑RV", StringComparison.Ordinal)..][..17].Replace('‑', '-');
    }

    private static async Task<(Hands Operations, string Id)> RecommendedAsync(AppFixture fixture)
    {
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("Reviews and briefings");
        await operations.PressAsync("Begin one about a theme");
        await operations.PressAsync("Go on", ("sort", "MultiAgencyAudit"));
        await operations.PressAsync(
            "Begin it",
            ("title", "Discharge letters"),
            ("grounds", "Three times the theme came."),
            ("date", "2026-10-30"),
            ("due", "2027-03-31"),
            ("owner", "records-police")
        );
        var id = await IdAsync(fixture);
        await operations.PressAsync("Add a recommendation");
        await operations.PressAsync("Add it", [.. Recommendation.SkipLast(1)]);
        Assert.Contains("Choose whom it addresses.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Add it", ("bodies", "police,schools"));
        Assert.Contains("It is recorded.", operations.Card.Text, StringComparison.Ordinal);
        return (operations, id);
    }
}
