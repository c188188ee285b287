using SafeguardingTeams.App.Carriers;
using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Carriers;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>Word forms that come back after what was sent has been put right (B4, B5).</summary>
public class WordReturnsTests(Emulator emulator)
{
    private const string Reason = "The father is known now.";

    /// <summary>What first-time users ran into: the partner's answers became the father's name, birth date and address.</summary>
    [Fact]
    public async Task What_an_earlier_form_says_of_the_mothers_partner_stays_with_the_partner_when_the_father_is_filled_in_later()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf, Families.WithoutSiblings(Families.FatherUnknown));
        var file = await FormAsync(shelf);
        file = WordHand.Answer(file, Families.Partner, "Name", "Something else", "The partner’s other name");
        file = WordHand.Answer(file, Families.Partner, "Home address", "Something else", "9 Other Road");
        await PutRightAsync(shelf, Families.WithoutSiblings(Families.FatherUnknown), Families.WithoutSiblings(Families.FatherFilledIn));

        var (said, draft) = await ReadAsync(shelf, file);
        var rows = draft.Answers.RowsOf("family");
        Assert.All(rows.Where(row => row[Page.Matching.Of] == "Father"), row => Assert.Equal(("", ""), (row["answer"], row["how"])));
        Assert.Equal("The partner’s other name", Assert.Single(rows, row => row[Page.Matching.Given] == "Partner of the mother")["how"]);
        Assert.Equal("9 Other Road", Assert.Single(rows, row => row[Page.Matching.Given] == "2 Example Street")["how"]);
        Assert.Contains(said.Said, line => line.Contains("Father", StringComparison.Ordinal));
    }

    private static async Task<ReadOnlyMemory<byte>> FormAsync(Shelf shelf)
    {
        var file = await shelf.FileAsync();
        return shelf.Documents.ScopingForm(file, file.Review.Agency("police")!, new(2026, 11, 2));
    }

    private static Task PutRightAsync(Shelf shelf, Answers before, Answers after) =>
        ReviewHands.DoAsync(shelf, new FillInRequest(CaseStory.Id, before, after, Reason), Shelf.Holder(Role.Operations));

    private static async Task<(WordReturn Said, Draft Draft)> ReadAsync(Shelf shelf, ReadOnlyMemory<byte> file)
    {
        var operations = Hands.Of("operations-officer");
        var visit = new CardAction(new(operations.TenantId, operations.ObjectId), operations.Name, "intake", new Dictionary<string, string>(), "test");
        var said = await shelf.WordReturns.ReadAsync(visit, CaseStory.Id, "police", file, CancellationToken.None);
        Assert.True(said!.IsRead, string.Join(' ', said.Said));
        var stored = await StoredCase.LoadAsync(shelf.Rows, CaseStory.Id, CancellationToken.None);
        return (said, stored.DraftOf("operations-officer", Draft.SlotOf(DraftPurpose.ScopingReturn, "police"))!.Value.Draft);
    }
}
