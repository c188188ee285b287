using System.Text.Json;
using SafeguardingTeams.App.Indexes;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
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
        ReviewStory.Asking().File,
        ActionStory.At(Domain.Actions.ActionStage.Changed).File,
        MeetingStory.At(Domain.Meetings.MeetingStage.Approved).File,
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
    }

    private static string Said(RecordFigures figures) => JsonSerializer.Serialize(figures, figures.GetType(), StoredJson.Options);
}
