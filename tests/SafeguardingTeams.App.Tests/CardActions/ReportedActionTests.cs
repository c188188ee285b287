using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What the report of a Rapid Review says is to be done, written down as actions from its case: B16, B17, C5.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReportedActionTests(Emulator emulator)
{
    private const string Offered = "Write it down as an action";

    private const string ToDo = "Write the bruising protocol anew.";

    private static (string Name, string Value)[] Filled =>
        [("change", "Every bruise is seen."), ("owner", "records-police"), ("how", "An audit of twenty records.")];

    [Fact]
    public async Task From_the_report_each_action_is_filled_in_and_the_case_says_which_are_written_down_B16_B17_C5()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture, Report);
        var operations = await OpenAsync(fixture, "operations-officer");
        Assert.Contains("2 things; no action is written down yet", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync(Offered);
        Assert.Equal("immediate-r1", operations.Card.Inputs["from"]);
        await operations.PressAsync("Fill in the action", ("from", ""));
        Assert.Contains("Choose one.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Fill in the action", ("from", "immediate-r1"));
        Assert.Equal(
            (ToDo, "2026-12-11", "report 2.1, action 1", ""),
            (operations.Card.Inputs["what"], operations.Card.Inputs["due"], operations.Card.Inputs["item"], operations.Card.Inputs["owner"])
        );
        Assert.Contains("Named doctor, Acute hospital trust", operations.Card.Text, StringComparison.Ordinal);

        // What is said of the family stands in what it comes from: a word of theirs is refused, and nothing typed is lost (F2).
        await operations.PressAsync("Agree the action", [.. Filled, ("what", "As known to the Agency.")]);
        Assert.Contains("What will be done: a name stands in it", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("As known to the Agency.", operations.Card.Inputs["what"]);
        await operations.PressAsync("Agree the action", ("what", ToDo));
        Assert.Contains("1 thing more of the report is not written down yet.", operations.Card.Text, StringComparison.Ordinal);
        var first = await OnlyAsync(fixture);
        Assert.Equal(("immediate-r1", ToDo, new DateOnly(2026, 12, 11)), (first.Answer, first.Plan!.What, first.Due));

        await operations.OpenAsync(ReviewHands.Reference);
        Assert.Contains("2 things; 1 action is written down already, 1 thing is not", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains($"1 action: {first.Ref}", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync(Offered);
        Assert.Equal("acted-on", operations.Card.Inputs["from"]);
        Assert.Contains(": to be done", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Open it");
        Assert.Contains(ToDo, operations.Card.Text, StringComparison.Ordinal);

        // Learning that has been acted upon has no day: the report does not give one.
        var chair = await OpenAsync(fixture, "chair");
        await chair.PressAsync(Offered);
        await chair.PressAsync("Fill in the action");
        Assert.Equal(
            ("Midwives have a new checklist.", "", "report, learning acted upon"),
            (chair.Card.Inputs["what"], chair.Card.Inputs["due"], chair.Card.Inputs["item"])
        );
        await chair.PressAsync("Agree the action", [.. Filled, ("due", "2027-01-29")]);
        await chair.OpenAsync(ReviewHands.Reference);
        Assert.Contains("2 things; 2 actions are written down already", chair.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Offered, chair.Card.Buttons);
        await chair.PressAsync("Agree an action");
        await chair.PressAsync("Fill in the action", ("from", "none"));
        Assert.Equal("", chair.Card.Inputs["what"]);
        await chair.PressAsync("Agree the action", [.. Filled, ("what", "Train the ward."), ("due", "2027-01-29")]);
        Assert.Equal(3, (await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None)).Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Two_at_once_write_down_one_action_and_the_second_is_told_before_another_is_agreed_C5()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture, Report);
        var (operations, chair) = (await FormAsync(fixture, "operations-officer"), await FormAsync(fixture, "chair"));
        await Task.WhenAll(
            operations.PressAsync("Agree the action", Filled),
            chair.PressAsync("Agree the action", [("change", "Every burn is seen."), .. Filled[1..]])
        );
        var first = await OnlyAsync(fixture);
        Assert.True(operations.Card.Inputs.ContainsKey("change") ^ chair.Card.Inputs.ContainsKey("change"));
        var (second, typed) = chair.Card.Inputs.ContainsKey("change")
            ? (chair, "Every burn is seen.")
            : (operations, "Every bruise is seen.");
        Assert.Contains("written down from this meanwhile", second.Card.Text, StringComparison.Ordinal);
        Assert.Contains($"1 action is written down already from this: {first.Ref}", second.Card.Text, StringComparison.Ordinal);
        Assert.Equal((typed, ToDo), (second.Card.Inputs["change"], second.Card.Inputs["what"]));

        // Who still wants another gets another.
        await second.PressAsync("Agree the action");
        Assert.Contains("The action is agreed", second.Card.Text, StringComparison.Ordinal);
        var open = await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None);
        Assert.Equal(2, open.Count);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_card_of_before_the_recommendation_was_reopened_writes_nothing_down_and_keeps_what_was_typed_B16()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture, Report);
        var operations = await FormAsync(fixture, "operations-officer");
        await ReviewHands.DoAsync(
            fixture,
            new ReopenRecommendation(SafeguardingTeams.Tests.CaseStory.Id, "Wrong."),
            AppFixture.Holder(Role.Chair)
        );
        await operations.PressAsync("Agree the action", Filled);
        Assert.Contains("The report does not say this any more", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal((ToDo, "Every bruise is seen."), (operations.Card.Inputs["what"], operations.Card.Inputs["change"]));
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None));
        await operations.OpenAsync(ReviewHands.Reference);
        Assert.DoesNotContain(Offered, operations.Card.Buttons);
        Assert.DoesNotContain("What the report says is to be done", operations.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_approves_is_neither_offered_it_nor_told_which_actions_there_are_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture, Report);
        await (await FormAsync(fixture, "operations-officer")).PressAsync("Agree the action", Filled);
        var reference = (await OnlyAsync(fixture)).Ref.ToString();
        var lead = await OpenAsync(fixture, "lead-police");
        Assert.DoesNotContain(Offered, lead.Card.Buttons);
        Assert.DoesNotContain("What the report says is to be done", lead.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(reference, lead.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>One thing is to be done, and learning has been acted upon.</summary>
    private static Answers Report(Answers answers) =>
        answers
            .With("immediate", "taken", "no")
            .With(
                "actions",
                answers
                    .RowsOf("actions")[0]
                    .With("action", ToDo)
                    .With("who", "Named doctor, Acute hospital trust")
                    .With("when", "2026-12-11")
            )
            .With("discussion", "learning", "Midwives have a new checklist.")
            .With("recommendation", "outcome", "i");

    private static async Task<Hands> OpenAsync(AppFixture fixture, string who)
    {
        var hands = await ReviewHands.As(fixture, who).HomeAsync();
        await hands.OpenAsync(ReviewHands.Reference);
        return hands;
    }

    /// <summary>At the form, filled in from what the report says is to be done.</summary>
    private static async Task<Hands> FormAsync(AppFixture fixture, string who)
    {
        var hands = await OpenAsync(fixture, who);
        await hands.PressAsync(Offered);
        await hands.PressAsync("Fill in the action", ("from", "immediate-r1"));
        return hands;
    }

    private static async Task<ActionFile> OnlyAsync(AppFixture fixture)
    {
        var row = Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Action), CancellationToken.None));
        return (ActionFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(row["record"]), CancellationToken.None)).Record;
    }
}
