using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Terms of reference (C10).</content>
public partial class ReviewRecordTests
{
    [Fact]
    public async Task Terms_are_written_on_two_pages_sent_back_changed_with_a_reason_and_read_as_a_word_file_C10_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await OpenAsync(operations, id);
        Assert.DoesNotContain("Put the report before the leads", operations.Card.Buttons);
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Write the terms");
        await operations.PressAsync("Save and go on", Page(TermsPart.Purpose, "One line alone"));
        Assert.Contains("Write 3 to 6 lines of enquiry", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Zqxterms Purpose", operations.Card.Inputs["termspurpose"]);
        await operations.PressAsync("Save and go on", ("termslines", "One\nTwo\nThree"));
        Assert.Contains("Terms of reference, 2 of 2", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Save", Page(TermsPart.Practitioners));
        Assert.Contains("Put the terms before the leads once", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Put the terms before the leads");
        await operations.PressAsync("Put them before the leads");
        Assert.Contains("Version 1 with the three leads", operations.Card.Text, StringComparison.OrdinalIgnoreCase);

        var lead = await new Hands(fixture, Hands.Of("lead-health")).HomeAsync();
        await OpenAsync(lead, id);
        await lead.PressAsync("Approve the terms, or not");
        await lead.PressAsync("Do not approve them");
        Assert.Contains("Say what should change.", lead.Card.Text, StringComparison.Ordinal);
        await lead.PressAsync("Do not approve them", ("reason", "Ask the school too."));
        Assert.Contains("The terms go back, with your reason.", lead.Card.Text, StringComparison.Ordinal);

        await OpenAsync(operations, id);
        await operations.PressAsync("Terms of reference");
        Assert.Contains("Ask the school too.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Change the terms");
        await operations.PressAsync("Save and go on", ("termsagencies", "Zqxterms The school too."));
        await operations.PressAsync("Back to the review");
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Put the terms before the leads");
        await operations.PressAsync("Put them before the leads");
        Assert.Contains("Say what changes, and why.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Put them before the leads", ("reason", "The school is asked."));
        await LeadsAsync(fixture, id, "Approve the terms, or not", "Approve them");
        await OpenAsync(operations, id);
        Assert.Contains("Version 2 approved by all three leads", operations.Card.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Put the report before the leads", operations.Card.Buttons);

        Assert.IsType<PaperEnd.Drawn>(await PaperAsync(fixture, Hands.Of("scrutineer"), id));
        Assert.IsType<PaperEnd.NotThere>(await PaperAsync(fixture, Hands.School, id));
        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        Assert.Contains(fixture.Messages.Sent, one => one.Summary == $"{id}: Terms of reference approved");
        Assert.All(fixture.Messages.Sent, one => Assert.DoesNotContain("Zqx", one.Summary + one.Card, StringComparison.Ordinal));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    /// <summary>The shortest way to terms that all three approve.</summary>
    private static async Task TermsAsync(AppFixture fixture, Hands operations, string id)
    {
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Write the terms");
        await operations.PressAsync("Save and go on", Page(TermsPart.Purpose));
        await operations.PressAsync("Save", Page(TermsPart.Practitioners));
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Put the terms before the leads");
        await operations.PressAsync("Put them before the leads");
        await LeadsAsync(fixture, id, "Approve the terms, or not", "Approve them");
        await OpenAsync(operations, id);
    }

    /// <summary>The six parts of a page, the first of which is named.</summary>
    private static (string, string)[] Page(TermsPart first, string lines = "One\nTwo\nThree") =>
        [
            .. Enum.GetValues<TermsPart>()
                .Where(part => part >= first && part < first + 6)
                .Select(part => ($"terms{part.ToString().ToLowerInvariant()}", part == TermsPart.Lines ? lines : $"Zqxterms {part}")),
        ];

    private static Task<PaperEnd> PaperAsync(AppFixture fixture, CastMember who, string id) =>
        fixture.ReviewPapers.TermsAsync(
            new(new(who.TenantId, who.ObjectId), who.Name, "document-terms", new Dictionary<string, string>(), "test"),
            RecordRef.Parse(id),
            CancellationToken.None
        );
}
