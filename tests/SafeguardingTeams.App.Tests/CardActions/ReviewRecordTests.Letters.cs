using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Rehearsal.People;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Letters to national bodies (C8, C15).</content>
public partial class ReviewRecordTests
{
    /// <summary>
    /// Of the decision: mailed from here to the Panel, sent by a person to Ofsted with the letter from here, told the Department in another
    /// way; two letters are kept, and each opens as it went to whoever reads the review.
    /// </summary>
    private static async Task LettersAsync(AppFixture fixture, Hands operations, string id)
    {
        var record = RecordRef.Parse(id);
        var officer = Visit(Hands.Of("operations-officer"));
        Assert.IsType<PaperEnd.Drawn>(
            await fixture.ReviewPapers.LetterNowAsync(officer, record, TellingOf.Decision, OutsideBody.Ofsted, CancellationToken.None)
        );
        Assert.IsType<PaperEnd.NotThere>(
            await fixture.ReviewPapers.LetterNowAsync(officer, record, TellingOf.Delay, OutsideBody.Panel, CancellationToken.None)
        );
        await operations.PressAsync("Tell national bodies");
        await operations.PressAsync("Mail it from here", ("body", "Decision.Panel"));
        await operations.PressAsync("Tell national bodies");
        Assert.Contains("mailed to reviews@panel.example", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("body", "Decision.Ofsted"), ("how", "By post."), ("ours", "yes"));
        await operations.PressAsync("Tell national bodies");
        await operations.PressAsync("Record it", ("body", "Decision.DepartmentForEducation"), ("how", "By telephone."), ("ours", "no"));
        foreach (var reader in new[] { officer, Visit(Hands.Of("scrutineer")) })
        {
            var first = Assert.IsType<PaperEnd.Drawn>(await fixture.ReviewPapers.LetterAsync(reader, record, 1, CancellationToken.None));
            Assert.Equal($"{id}-letter-1.docx", first.Name);
            var again = Assert.IsType<PaperEnd.Drawn>(await fixture.ReviewPapers.LetterAsync(reader, record, 1, CancellationToken.None));
            Assert.Equal(first.Bytes.ToArray(), again.Bytes.ToArray());
        }

        Assert.IsType<PaperEnd.Drawn>(await fixture.ReviewPapers.LetterAsync(officer, record, 2, CancellationToken.None));
        Assert.IsType<PaperEnd.NotThere>(await fixture.ReviewPapers.LetterAsync(officer, record, 3, CancellationToken.None));
        Assert.IsType<PaperEnd.NotThere>(await fixture.ReviewPapers.LetterAsync(Visit(Hands.School), record, 1, CancellationToken.None));
        await OpenAsync(operations, id);
    }

    private static CardAction Visit(CastMember who) =>
        new(new(who.TenantId, who.ObjectId), who.Name, "document-letter", new Dictionary<string, string>(), "test");
}
