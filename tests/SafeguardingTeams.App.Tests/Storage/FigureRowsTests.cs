using System.Text.Json;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Storage;

/// <summary>The coded rows that reports are counted from (E24, E25).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class FigureRowsTests(Emulator emulator)
{
    private static readonly RecordFile[] Examples =
    [
        CaseStory.At(Stage.PanelAnswered).File,
        LearningStory.At(LearningStage.Decided).File,
        ReviewStory.Asking().Given(ReviewStory.TakesPart(), ReviewStory.Operations).File,
        ActionStory.At(Domain.Actions.ActionStage.Changed).File,
        MeetingStory.At(Domain.Meetings.MeetingStage.Approved).File,
        BriefingStory
            .At(Domain.Briefings.BriefingStage.Sent)
            .Given(new AnswerBriefing(BriefingStory.Id, BriefingStory.Used()), BriefingStory.Member)
            .File,
    ];

    [Fact]
    public async Task What_was_written_of_each_kind_of_record_is_read_again_by_one_range_read_E24()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.Rows.CommitAsync(
            [.. Examples.Select(file => FigureRows.Of(file)!.Value).Select(row => new RowWrite.Put(row.Key, row.Fields))],
            CancellationToken.None
        );
        Assert.Equal(
            Examples.Select(FiguresOf.Of).Select(Said!).Order(StringComparer.Ordinal),
            (await FigureRows.AllAsync(fixture.Rows, CancellationToken.None)).Select(Said).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Nothing_that_somebody_typed_stands_in_a_row_E25()
    {
        var rows = string.Concat(Examples.Select(file => FigureRows.Of(file)!.Value.Fields["figures"]));
        var answers = ((CaseFile)Examples[0]).Referral!.Answers;
        var typed = answers
            .Values.Values.Concat(answers.Rows.Values.SelectMany(all => all).SelectMany(row => row.Values.Values))
            .Where(answer => answer.Contains(' ', StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(typed);
        Assert.All(typed, text => Assert.DoesNotContain(text, rows, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(" ", rows, StringComparison.Ordinal);
        // Who takes part in a review stands in it by a code: no relation, nothing of how a child saw it (C13).
        Assert.Contains("\"kind\":\"Family\",\"answer\":\"TakesPart\"", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("Mother", rows, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_row_of_a_review_from_before_its_parts_were_counted_is_read_without_them_E24()
    {
        using var fixture = await emulator.OpenAsync();
        var (key, fields) = FigureRows.Of(ReviewStory.TakingPart(ReviewStage.Accepted).File)!.Value;
        var before = System.Text.Json.Nodes.JsonNode.Parse(fields["figures"])!.AsObject();
        Assert.True(before.Remove("parts"));
        await fixture.Rows.CommitAsync(
            [new RowWrite.Put(key, new Dictionary<string, string> { ["figures"] = before.ToJsonString() })],
            CancellationToken.None
        );
        var read = Assert.IsType<ReviewFigures>(Assert.Single(await FigureRows.AllAsync(fixture.Rows, CancellationToken.None)));
        Assert.Empty(read.Parts);
    }

    private static string Said(RecordFigures figures) => JsonSerializer.Serialize(figures, figures.GetType(), StoredJson.Options);
}
