using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>Word forms that come back after what was sent has been corrected (B4, B5).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class WordReturnsTests(Emulator emulator)
{
    private const string Reason = "The father is known now.";

    /// <summary>What first-time users ran into: the partner's answers became the father's name, birth date and address.</summary>
    [Fact]
    public async Task What_an_earlier_form_says_of_the_mothers_partner_stays_with_the_partner_when_the_father_is_filled_in_later()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture, Families.WithoutSiblings(Families.FatherUnknown));
        var file = await FormAsync(fixture);
        file = WordHand.Answer(file, Families.Partner, "Name", "Something else", "The partner’s other name");
        file = WordHand.Answer(file, Families.Partner, "Home address", "Something else", "9 Other Road");
        await CorrectAsync(fixture, Families.WithoutSiblings(Families.FatherUnknown), Families.WithoutSiblings(Families.FatherFilledIn));

        var (said, draft) = await ReadAsync(fixture, file);
        var rows = draft.Answers.RowsOf("family");
        Assert.All(rows.Where(row => row[Page.Matching.Of] == "Father"), row => Assert.Equal(("", ""), (row["answer"], row["how"])));
        Assert.Equal("The partner’s other name", Assert.Single(rows, row => row[Page.Matching.Given] == "Partner of the mother")["how"]);
        Assert.Equal("9 Other Road", Assert.Single(rows, row => row[Page.Matching.Given] == "2 Example Street")["how"]);
        Assert.Contains(said.Said, line => line.Contains("Father", StringComparison.Ordinal));
    }

    /// <summary>A form from before tags stayed with the person, with nothing printed that says which letter it came with.</summary>
    [Fact]
    public async Task Where_the_file_does_not_say_which_letter_it_came_with_operations_are_asked_and_nothing_is_sent_before()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture, Families.FatherUnknown);
        await CorrectAsync(fixture, Families.FatherUnknown, Families.FatherFilledIn);
        var (said, draft) = await ReadAsync(
            fixture,
            Unclear(WordHand.Answer(Positional, Families.Partner, "Name", "Something else", "The partner’s other name"))
        );
        Assert.Contains(said.Said, line => line.Contains("You are asked when you open the draft", StringComparison.Ordinal));
        Assert.Equal("file-d14", Assert.Single(draft.Answers.RowsOf("family"), row => row["how"].Length > 0).Id);

        var operations = await ReviewHands.As(fixture, "operations-officer").HomeAsync();
        await operations.PressAsync(
            operations.Card.Buttons.Single(button => button.StartsWith($"Continue {ReviewHands.Reference}", StringComparison.Ordinal))
        );
        Assert.Contains("Which letter is this form from?", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("The partner’s other name", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Father of Child A", operations.Card.Text, StringComparison.Ordinal);
        foreach (var verb in new[] { "draft-send", "draft-review", "draft-continue", "draft-letter" })
        {
            await operations.SendAsync(
                verb,
                new()
                {
                    ["case"] = ReviewHands.Reference,
                    ["draft"] = draft.Slot,
                    ["page"] = "family",
                    ["press"] = verb,
                    ["letter"] = "999",
                }
            );
            Assert.Contains("Which letter is this form from?", operations.Card.Text, StringComparison.Ordinal);
        }

        var button = operations.Card.Buttons.First(button => button.StartsWith("It is the form of", StringComparison.Ordinal));
        var again = operations.Card.CardInvocation(button, new Dictionary<string, string>());
        await operations.PressAsync(button);
        Assert.Contains("The form is taken as that of", operations.Card.Text, StringComparison.Ordinal);
        var placed = Assert.Single((await DraftAsync(fixture)).Answers.RowsOf("family"), row => row["how"].Length > 0);
        Assert.Equal(("adults-a1-name", "Partner of the mother"), (placed.Id, placed[Page.Matching.Given]));
        await operations.SendAsync(again.Verb, again.Data);
        Assert.Equal(
            placed["how"],
            Assert.Single((await DraftAsync(fixture)).Answers.RowsOf("family"), row => row["how"].Length > 0)["how"]
        );
    }

    [Fact]
    public async Task The_card_says_how_many_answers_were_kept_apart_because_the_file_prints_another_person_than_the_letter_chosen()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture, Families.FatherUnknown);
        await CorrectAsync(fixture, Families.FatherUnknown, Families.FatherFilledIn);
        await ReadAsync(
            fixture,
            Unclear(WordHand.Answer(Positional, Families.Partner, "Name", "Something else", "The partner’s other name"))
        );
        var operations = await ReviewHands.As(fixture, "operations-officer").HomeAsync();
        await operations.PressAsync(
            operations.Card.Buttons.Single(button => button.StartsWith($"Continue {ReviewHands.Reference}", StringComparison.Ordinal))
        );
        await operations.PressAsync(
            operations.Card.Buttons.Last(button => button.StartsWith("It is the form of", StringComparison.Ordinal))
        );
        Assert.Contains("1 answer is kept apart: the file prints something else there", operations.Card.Text, StringComparison.Ordinal);
        var kept = Assert.Single((await DraftAsync(fixture)).Answers.RowsOf("family"), row => row["how"].Length > 0);
        Assert.True(SaidOfDetails.IsKept(kept));
        Assert.StartsWith(Families.Partner, kept[Page.Matching.Of], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_can_tell_which_letter_it_was_its_answers_are_kept_and_stand_beside_nobody()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture, Families.FatherUnknown);
        await CorrectAsync(fixture, Families.FatherUnknown, Families.FatherFilledIn);
        await ReadAsync(
            fixture,
            WordHand.Blank(WordHand.Answer(Positional, Families.Partner, "Name", "Something else", "The partner’s other name"))
        );
        var operations = await ReviewHands.As(fixture, "operations-officer").HomeAsync();
        await operations.PressAsync(
            operations.Card.Buttons.Single(button => button.StartsWith($"Continue {ReviewHands.Reference}", StringComparison.Ordinal))
        );
        await operations.PressAsync("Nobody can tell");
        Assert.Contains("The partner’s other name", operations.Card.Text, StringComparison.Ordinal);
        Assert.True(
            SaidOfDetails.IsKept(Assert.Single((await DraftAsync(fixture)).Answers.RowsOf("family"), row => row["how"].Length > 0))
        );
    }

    [Fact]
    public async Task A_return_begun_before_section_1_was_put_right_is_looked_at_once_more_before_it_is_sent()
    {
        using var fixture = await emulator.OpenAsync();
        var before = Families.WithoutSiblings(Families.FatherUnknown);
        await ReviewHands.SentAsync(fixture, before);
        var police = ReviewHands.As(fixture, "rep-police");
        await police.SendAsync("return-form", Police);
        await police.FillInAsync(Domain.Forms.InitialScoping.InitialScopingV1.Form);
        var send = police.Card.CardInvocation("Return the form", new Dictionary<string, string>());
        await CorrectAsync(fixture, before, before.With("mother", "name", "Another woman"));

        await police.SendAsync(send.Verb, send.Data);
        Assert.Contains("Section 1 has been put right since you began. Nothing is sent yet", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains("3 answers are now in rows of their own.", police.Card.Text, StringComparison.Ordinal);
        Assert.Null((await fixture.FileAsync()).Review.Agency("police")!.Return);
        await police.SendAsync(send.Verb, send.Data);
        Assert.Contains("Nothing is sent yet. Look at section 1 once more.", police.Card.Text, StringComparison.Ordinal);
        Assert.Null((await fixture.FileAsync()).Review.Agency("police")!.Return);
        await police.PressAsync($"Edit: {Domain.Forms.InitialScoping.InitialScopingV1.Form.Page("family")!.Title}");
        await police.FillInAsync(Domain.Forms.InitialScoping.InitialScopingV1.Form);
        await police.PressAsync("Return the form");
        var returned = (await fixture.FileAsync()).Review.Agency("police")!.Return!;
        Assert.Equal(3, returned.Answers.RowsOf("family").Count(SaidOfDetails.IsKept));
    }

    [Theory]
    [InlineData("draft-open")]
    [InlineData("return-form")]
    public async Task Who_goes_on_with_a_return_is_told_that_section_1_has_been_put_right_since(string verb)
    {
        using var fixture = await emulator.OpenAsync();
        var before = Families.WithoutSiblings(Families.FatherUnknown);
        await ReviewHands.SentAsync(fixture, before);
        var police = await AtTheMotherAsync(fixture);
        await police.PressAsync("Save and leave", ("mother-born-answer", "matches"));
        await CorrectAsync(fixture, before, before.With("mother", "born", "1998-07-02"));
        await police.SendAsync(verb, new(Police) { ["draft"] = Draft.SlotOf(DraftPurpose.ScopingReturn, "police") });
        Assert.Contains(
            "Section 1 has been put right since you began. Nothing is sent yet, and what you typed is kept. "
                + "1 answer is now in a row of its own.",
            police.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("", (await DraftAsync(fixture, "rep-police")).Answers.Row("family", "mother-born")!["answer"]);
        await police.SendAsync(verb, new(Police) { ["draft"] = Draft.SlotOf(DraftPurpose.ScopingReturn, "police") });
        Assert.DoesNotContain("Section 1 has been put right", police.Card.Text, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Police => new() { ["case"] = ReviewHands.Reference, ["agency"] = "police" };

    private static async Task<Hands> AtTheMotherAsync(AppFixture fixture)
    {
        var police = ReviewHands.As(fixture, "rep-police");
        await police.SendAsync("return-form", Police);
        await police.FillUntilAsync("family");
        await police.PressAsync(
            "Continue",
            [.. police.Card.Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal)).Select(name => (name, "matches"))]
        );
        return police;
    }

    /// <summary>With something written over print, so that no letter's form prints all that the file prints.</summary>
    private static ReadOnlyMemory<byte> Unclear(ReadOnlyMemory<byte> file) =>
        WordHand.PrintDetailOver(file, "Mother", "Home address", "Address");

    private static ReadOnlyMemory<byte> Positional { get; } =
        File.ReadAllBytes(
            Path.Combine(Approved.Root, "tests/SafeguardingTeams.Presentation.Tests/Documents/Earlier/scoping-form-positional.docx")
        );

    private static async Task<Draft> DraftAsync(AppFixture fixture, string person = "operations-officer") =>
        (await StoredCase.LoadAsync(fixture.Rows, CaseStory.Id, CancellationToken.None))
            .DraftOf(person, Draft.SlotOf(DraftPurpose.ScopingReturn, "police"))!
            .Value.Draft;

    private static async Task<ReadOnlyMemory<byte>> FormAsync(AppFixture fixture)
    {
        var file = await fixture.FileAsync();
        return fixture.Documents.ScopingForm(file, file.Review.Agency("police")!, new(2026, 11, 2));
    }

    private static Task CorrectAsync(AppFixture fixture, Answers before, Answers after) =>
        ReviewHands.DoAsync(fixture, new FillInRequest(CaseStory.Id, before, after, Reason), AppFixture.Holder(Role.Operations));

    private static async Task<(WordReturn Said, Draft Draft)> ReadAsync(AppFixture fixture, ReadOnlyMemory<byte> file)
    {
        var operations = Hands.Of("operations-officer");
        var visit = new CardAction(
            new(operations.TenantId, operations.ObjectId),
            operations.Name,
            "intake",
            new Dictionary<string, string>(),
            "test"
        );
        var said = await fixture.WordReturns.ReadAsync(visit, CaseStory.Id, "police", file, CancellationToken.None);
        Assert.True(said!.IsRead, string.Join(' ', said.Said));
        return (said, await DraftAsync(fixture));
    }
}
