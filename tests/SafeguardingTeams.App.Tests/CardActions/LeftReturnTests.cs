using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>B5, RO9: a return that was begun is gone on with by whoever answers for the agency now, and by nobody else.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LeftReturnTests(Emulator emulator)
{
    [Fact]
    public async Task The_successor_is_told_of_it_goes_on_with_it_and_the_one_before_no_longer_can_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        var before = await ReviewHands.OpenAsync(fixture, "rep-police");
        Assert.DoesNotContain("The form is begun", before.Card.Text, StringComparison.Ordinal);
        await before.PressAsync("Return the form");
        await before.PressAsync(
            "Continue",
            ("name", "Somebody of the police"),
            ("title", "Chief inspector"),
            ("agency", "Police"),
            ("telephone", "020 7946 0000"),
            ("email", "one@police.example")
        );
        await NamedAsync(fixture, "inspector-police");

        await before.PressAsync("Save and leave");
        Assert.DoesNotContain("Somebody of the police", before.Card.Text, StringComparison.Ordinal);

        var after = await ReviewHands.OpenAsync(fixture, "inspector-police");
        Assert.Contains("The form is begun: by", after.Card.Text, StringComparison.Ordinal);
        await after.PressAsync("Return the form");
        Assert.Contains("began this form and answers for the agency no longer", after.Card.Text, StringComparison.Ordinal);
        var drafts = (await StoredCase.LoadAsync(fixture.Rows, CaseStory.Id, CancellationToken.None)).Drafts.Values;
        var draft = Assert.Single(drafts).Draft;
        Assert.Equal("inspector-police", draft.AuthorId);
        Assert.Equal("Police", draft.Answers["completed", "agency"]);
        // Who completes it is asked anew.
        Assert.Equal(("", ""), (draft.Answers["completed", "title"], draft.Answers["completed", "telephone"]));
        Assert.NotEqual("Somebody of the police", draft.Answers["completed", "name"]);

        // Named again, the one before finds it with what the other has typed.
        await NamedAsync(fixture, "rep-police");
        before = await ReviewHands.OpenAsync(fixture, "rep-police");
        await before.PressAsync("Return the form");
        Assert.Contains("began this form and answers for the agency no longer", before.Card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_has_begun_their_own_keeps_it_and_what_operations_began_is_nobody_elses()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        var operations = await ReviewHands.OpenAsync(fixture, "operations-officer");
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("Agencies");
        await operations.PressAsync("Open The police");
        await operations.PressAsync("Fill in the form for it");
        await NamedAsync(fixture, "inspector-police");
        var after = await ReviewHands.OpenAsync(fixture, "inspector-police");
        Assert.DoesNotContain("The form is begun", after.Card.Text, StringComparison.Ordinal);
        await after.PressAsync("Return the form");
        Assert.DoesNotContain("began this form", after.Card.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await StoredCase.LoadAsync(fixture.Rows, CaseStory.Id, CancellationToken.None)).Drafts.Count);
    }

    private static Task NamedAsync(AppFixture fixture, string person) =>
        ReviewHands.DoAsync(
            fixture,
            new NameRepresentative(CaseStory.Id, "police", new(person, $"{person}, police", $"{person}@police.example"), "A new post."),
            AppFixture.Holder(Role.Operations)
        );
}
