using System.Collections.Immutable;
using SafeguardingTeams.Domain.Figures;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.SmallNumbers;
using SafeguardingTeams.Domain.Steps.ReviewParticipation;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Figures;

/// <summary>The part of children, families and practitioners in reviews, as a yearly report tells of it (C13, E24, E25).</summary>
public class PartInReviewsTests
{
    [Fact]
    public void Whoever_has_a_part_in_a_review_whose_report_was_accepted_is_counted_once_as_the_events_say_C13_E24()
    {
        var said = Partnership
            .Records.OfType<ReviewFile>()
            .Where(file => file.AcceptedOn is not null)
            .SelectMany(file =>
                file.History.Select(one => one.Event)
                    .OfType<ParticipationKept>()
                    .GroupBy(one => one.Number)
                    .Select(same => same.Last().Part.Kind)
            )
            .ToList();
        Assert.Equal(6, said.Count);
        var tables = Tables(Partnership.Figures, 2026);
        Assert.Equal(said.Count(kind => kind is ParticipantKind.Child or ParticipantKind.Siblings), tables["part-children"].Total);
        Assert.Equal(said.Count(kind => kind == ParticipantKind.Family), tables["part-families"].Total);
        Assert.Equal(said.Count(kind => kind == ParticipantKind.Practitioners), tables["part-practitioners"].Total);
        Assert.All(tables.Values, table => Assert.True(table.IsWithheld));
        Assert.All(Tables(Partnership.Figures, 2029).Values, table => Assert.Equal(0, table.Total));
    }

    [Fact]
    public void What_is_small_is_hidden_and_the_rest_told_of_three_years_together_E25()
    {
        var one = FiguresOf.Of(ReviewStory.TakingPart(ReviewStage.Accepted).File)!;
        List<RecordFigures> all = [];
        for (var i = 0; i < 36; i++)
        {
            var answer =
                i < 3 ? ParticipationAnswer.Declined
                : i < 6 ? ParticipationAnswer.NotYet
                : ParticipationAnswer.TakesPart;
            all.Add(
                (ReviewFigures)one with
                {
                    AcceptedOn = new(2024 + (i % 3), 11, 2),
                    Parts = [new(ParticipantKind.Family, answer), new(ParticipantKind.Siblings, ParticipationAnswer.NotAsked)],
                }
            );
        }

        var tables = Tables(all, 2026);
        Assert.Equal(
            [("Declined", null), ("NotYet", null), ("TakesPart", 30)],
            tables["part-families"].Cells.Select(cell => (cell.Key, cell.Count))
        );
        Assert.Equal(36, tables["part-families"].Total);
        Assert.Equal([("NotAsked", (int?)36)], tables["part-children"].Cells.Select(cell => (cell.Key, cell.Count)));
        Assert.Empty(tables["part-practitioners"].Cells);
        Assert.Equal(24, Tables(all, 2025)["part-families"].Total);
    }

    [Fact]
    public void No_report_that_hides_nothing_tells_of_it_E25()
    {
        Assert.DoesNotContain(Counting.Of(Partnership.Figures, Partnership.Year).Select(one => one.Table), table =>
            Characteristics.Tables.Contains(table)
        );
        foreach (var told in new[] { ReportSelection.Executive, ReportSelection.Monitoring, ReportSelection.AuditGroup })
        {
            Assert.Empty(told.Intersect(Characteristics.Tables));
        }
    }

    private static Dictionary<string, IssuedTable> Tables(IReadOnlyList<RecordFigures> all, int year) =>
        Characteristics
            .Of(all, year, [], [], Hiding.UsualBound)
            .Where(table => Characteristics.Parts.Contains(table.Id))
            .ToDictionary(table => table.Id);
}
