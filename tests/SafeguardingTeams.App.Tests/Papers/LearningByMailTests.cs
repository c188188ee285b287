using SafeguardingTeams.App.Papers;
using SafeguardingTeams.App.Ports;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.CardActions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.PracticeLearning;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>A referral for practice learning as a Word form by mail, read in and sent by operations (D1, D8).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class LearningByMailTests(Emulator emulator)
{
    [Fact]
    public async Task The_blank_form_is_handed_out_and_what_comes_back_is_sent_by_operations_for_its_referrer_D1_D8()
    {
        using var fixture = await emulator.OpenAsync();
        var blank = Assert.IsType<PaperEnd.Drawn>(
            await fixture.LearningByMail.BlankAsync(Visit("operations-officer"), CancellationToken.None)
        );
        Assert.Equal("referral-for-practice-learning.docx", blank.Name);
        Assert.True((await ReadAsync(fixture, blank.Bytes))!.IsRead);

        var read = await ReadAsync(fixture, Filled(LearningStory.Complete()));
        Assert.True(read!.IsRead);
        Assert.Empty(read.Said);
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        var draft = (await fixture.Rows.ReadAsync(Keys.Drafts("operations-officer"), CancellationToken.None))
            .Select(row => row["case"])
            .ToList();
        Assert.Equal(2, draft.Count);
        var reference = await WithAnswersAsync(fixture, draft);
        await operations.SendAsync("draft-open", new() { ["case"] = reference });
        Assert.Contains("The baby went home before the visit was arranged.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Send");
        Assert.Contains("It is referred for The referrer.", operations.Card.Text, StringComparison.Ordinal);
        var file = (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None)).Record;
        Assert.True(file is { TellsByPerson: true, OwesReferrer: true });
        await operations.PressAsync("Timeline");
        Assert.Contains("It came as a Word form by mail, read in by operations", operations.Card.Text, StringComparison.Ordinal);

        // It waits for operations to tell the referrer, and the same file is not read in twice.
        await operations.SendAsync("my-tasks", []);
        Assert.Contains(reference, operations.Card.Text.Replace('‑', '-'), StringComparison.Ordinal);
        await operations.SendAsync("learning-open", new() { ["case"] = reference });
        await operations.PressAsync("The referrer has been told");
        Assert.Contains("The referrer has no account here.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("how", "by telephone"));
        Assert.Contains("already: it is", (await ReadAsync(fixture, Filled(LearningStory.Complete())))!.Said[0], StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task What_is_filled_in_and_not_asked_is_said_and_good_practice_told_in_the_wrong_place_moves_D2()
    {
        using var fixture = await emulator.OpenAsync();
        var answers = LearningStory.Complete().With("learning", "kinds", "good-practice").With("learning", "concerns", "none");
        var read = await ReadAsync(fixture, Filled(answers));
        Assert.Contains("“The child or children” is filled in, but is not asked", Assert.Single(read!.Said), StringComparison.Ordinal);
        var row = Assert.Single(await fixture.Rows.ReadAsync(Keys.Drafts("operations-officer"), CancellationToken.None));
        var kept = (await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(row["case"]), CancellationToken.None)).Drafts[
            "operations-officer"
        ];
        Assert.Equal("The baby went home before the visit was arranged.", kept.Draft.Answers["wentwell", "welldone"]);
        Assert.Contains(
            "You have read this file in already.",
            (await ReadAsync(fixture, Filled(answers)))!.Said[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nobody_else_reads_one_in_or_is_handed_one_and_another_file_is_refused_F2()
    {
        using var fixture = await emulator.OpenAsync();
        foreach (var who in new[] { "chair", "mash-officer", "rep-police" })
        {
            Assert.Null(await fixture.LearningByMail.ReadAsync(Visit(who), Filled(LearningStory.Complete()), CancellationToken.None));
            Assert.IsType<PaperEnd.NotThere>(await fixture.LearningByMail.BlankAsync(Visit(who), CancellationToken.None));
        }

        Assert.False((await ReadAsync(fixture, new byte[] { 1, 2, 3 }))!.IsRead);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.Drafts("operations-officer"), CancellationToken.None));
    }

    /// <summary>The form as somebody would send it back.</summary>
    private static ReadOnlyMemory<byte> Filled(Answers answers) =>
        FormDocument.Write(PracticeLearningV1.Form, answers, new("blank", "blank", "An agency", "A partnership", [], [], []));

    private static Task<WordReturn?> ReadAsync(AppFixture fixture, ReadOnlyMemory<byte> file) =>
        fixture.LearningByMail.ReadAsync(Visit("operations-officer"), file, CancellationToken.None);

    private static async Task<string> WithAnswersAsync(AppFixture fixture, IEnumerable<string> drafts)
    {
        foreach (var reference in drafts)
        {
            var stored = await StoredRecord.LoadAsync(fixture.Rows, RecordRef.Parse(reference), CancellationToken.None);
            if (stored.Drafts["operations-officer"].Draft.Answers["outline", "circumstances"].Length > 0)
            {
                return reference;
            }
        }

        return "";
    }

    private static CardAction Visit(string person)
    {
        var member = Hands.Of(person);
        return new(new(member.TenantId, member.ObjectId), member.Name, "intake", new Dictionary<string, string>(), "test");
    }
}
