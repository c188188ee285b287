using System.Collections.Immutable;
using CsCheck;
using SafeguardingTeams.Domain.SmallNumbers;

namespace SafeguardingTeams.Domain.Tests.SmallNumbers;

/// <summary>Figures without names (E25): nobody can work a hidden cell out.</summary>
public class HidingTests
{
    private static readonly ImmutableSortedDictionary<string, ImmutableList<string>> Values = ImmutableSortedDictionary
        .Create<string, ImmutableList<string>>(StringComparer.Ordinal)
        .Add("agency", ["council", "health", "police"])
        .Add("ethnic", ["a", "b", "c", "d"])
        .Add("sex", ["f", "m"]);

    [Fact]
    public void Zero_is_zero_small_is_hidden_and_what_is_larger_is_shown_E25()
    {
        var table = Issue([.. Of(1, "a", 12), .. Of(1, "b", 3), .. Of(1, "c", 2)], Table("ethnic"));
        Assert.Equal([new("a", 12), new("b", null), new("c", null)], table.Cells);
        Assert.DoesNotContain(table.Cells, cell => cell.Key == "d");
        Assert.Equal(17, table.Total);
    }

    [Fact]
    public void The_total_less_what_is_shown_gives_no_hidden_cell_E25()
    {
        var table = Issue([.. Of(1, "a", 12), .. Of(1, "b", 7), .. Of(1, "c", 2)], Table("ethnic"));
        Assert.Equal([new("a", 12), new("b", null), new("c", null)], table.Cells);
    }

    [Fact]
    public void One_agency_with_one_case_is_not_to_be_told_from_another_E25()
    {
        var one = new[] { Made(1, "agency", "police") };
        Assert.True(Issue([.. one], Table("agency")).IsWithheld);
        var among = Issue([.. one, .. Enumerable.Repeat(Made(1, "agency", "health"), 9)], Table("agency"));
        Assert.Equal([new("health", null), new("police", null)], among.Cells);
    }

    [Fact]
    public void Two_agencies_with_one_case_each_are_withheld_since_neither_can_be_zero_E25() =>
        Assert.True(Issue([Made(1, "agency", "police"), Made(1, "agency", "health")], Table("agency")).IsWithheld);

    [Fact]
    public void A_rare_ethnic_group_is_not_given_away_by_a_crossed_table_and_its_sums_E25()
    {
        ImmutableList<Counted> people =
        [
            .. Enumerable.Repeat(Crossed("a", "f"), 4),
            .. Enumerable.Repeat(Crossed("a", "m"), 3),
            .. Enumerable.Repeat(Crossed("b", "f"), 3),
            .. Enumerable.Repeat(Crossed("b", "m"), 3),
            Crossed("c", "f"),
        ];
        var values = Values.Remove("agency").SetItem("ethnic", ["a", "b", "c"]);
        var issued = Hiding.Issue(people, [Table("ethnic"), Table("sex"), new("crossed", ["ethnic", "sex"], 1, 1)], [], values, bound: 2);
        var rare = issued.SelectMany(table => table.Cells).Where(cell => cell.Key.StartsWith('c')).ToList();
        Assert.All(rare, cell => Assert.Null(cell.Count));
        Assert.Equal([4 + 3 + 1, 3 + 3], issued[1].Cells.Select(cell => cell.Count!.Value).Order().Reverse());
        AssertUnknown(issued, people, values, least: 2);
    }

    [Fact]
    public void Last_years_report_and_this_years_give_no_hidden_cell_together_E25()
    {
        ImmutableList<Counted> first = [.. Of(1, "a", 6), .. Of(1, "b", 6)];
        ImmutableList<Counted> both = [.. first, .. Of(2, "a", 1), .. Of(2, "b", 5)];
        var values = Values.Remove("agency").Remove("sex");
        var before = Hiding.Issue(first, [Table("ethnic")], [], values);
        Assert.Equal([new("a", 6), new("b", 6)], before[0].Cells);
        var now = Hiding.Issue(both, [new("ethnic", ["ethnic"], 1, 2), new("this-year", ["ethnic"], 2, 2)], before, values);

        // a: 7 in two years less 6 in the first would be 1 in the second, which is hidden there.
        Assert.DoesNotContain(now, table => table.Cells.Exists(cell => cell is { Key: "a", Count: not null }));
        AssertUnknown([.. before, .. now], both, values, least: 2);
    }

    [Fact]
    public void A_later_report_gives_away_nothing_that_an_earlier_one_hid_E25()
    {
        ImmutableList<Counted> first = [.. Of(1, "a", 1), .. Of(1, "b", 2), .. Of(1, "c", 2)];
        ImmutableList<Counted> both = [.. first, .. Of(2, "a", 5), .. Of(2, "b", 5), .. Of(2, "c", 5)];
        var values = Values.Remove("agency").Remove("sex");
        var before = Hiding.Issue(first, [Table("ethnic")], [], values);
        var now = Hiding.Issue(both, [new("this-year", ["ethnic"], 2, 2), new("two-years", ["ethnic"], 1, 2)], before, values);
        AssertUnknown([.. before, .. now], both, values, least: 2);
    }

    [Fact]
    public void The_bound_is_the_partnerships_to_set_E25_PD24()
    {
        ImmutableList<Counted> people = [.. Of(1, "a", 3), .. Of(1, "b", 9), .. Of(1, "c", 2)];
        Assert.Equal(
            [new IssuedCell("a", 3), new IssuedCell("b", 9), new IssuedCell("c", 2)],
            Hiding.Issue(people, [Table("ethnic")], [], Values, bound: 1)[0].Cells
        );
        Assert.All(Hiding.Issue(people, [Table("ethnic")], [], Values, bound: 9)[0].Cells, cell => Assert.Null(cell.Count));
    }

    /// <summary>
    /// Two reports, the second with years put together that the first covered too, of a few children in each year, two characteristics
    /// and their crossing: everything that could be true is tried.
    /// </summary>
    [Fact]
    public void Every_hidden_cell_could_be_another_number_with_everything_issued_the_same_last_years_included_E25()
    {
        var values = ImmutableSortedDictionary
            .Create<string, ImmutableList<string>>(StringComparer.Ordinal)
            .Add("ethnic", ["a", "b", "c"])
            .Add("sex", ["f", "m"]);
        var hidden = 0;
        Gen.Select(
                Gen.Int[1, 2],
                Gen.Int[1, 2],
                Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1]).List[0, 4],
                Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1]).List[0, 3]
            )
            .Sample(
                (bound, crossed, first, second) =>
                {
                    Counted One(int year, (int Ethnic, int Sex) of) =>
                        new(
                            year,
                            ImmutableSortedDictionary
                                .Create<string, string>(StringComparer.Ordinal)
                                .Add("ethnic", values["ethnic"][of.Ethnic])
                                .Add("sex", values["sex"][of.Sex])
                        );
                    ImmutableList<Counted> then = [.. first.Select(of => One(1, of))];
                    ImmutableList<Counted> people = [.. then, .. second.Select(of => One(2, of))];
                    var before = Hiding.Issue(then, Wanted(1, 1), [], values, bound);
                    var issued = before.AddRange(Hiding.Issue(people, Wanted(1, 2), before, values, bound));
                    hidden += AssertUnknown(issued, people, values, least: 0);

                    ImmutableList<WantedTable> Wanted(int from, int to) =>
                        [
                            new("ethnic", ["ethnic"], from, to),
                            new("sex", ["sex"], to, to),
                            .. crossed == 2 ? [new("crossed", ["ethnic", "sex"], from, to)] : ImmutableList<WantedTable>.Empty,
                        ];
                },
                iter: 150,
                threads: 1
            );
        Assert.True(hidden > 50, "too few cells were hidden to tell anything");
    }

    private static int AssertUnknown(
        ImmutableList<IssuedTable> issued,
        IReadOnlyList<Counted> people,
        ImmutableSortedDictionary<string, ImmutableList<string>> values,
        int least
    )
    {
        var totals = Enumerable.Range(1, 2).ToImmutableSortedDictionary(year => year, year => people.Count(one => one.Year == year));
        var left = EveryWorld.Left(issued, totals, values);
        Assert.All(left, one => Assert.True(one.Value.Count >= 2, $"{one.Key.Table.Id} {one.Key.Cell} can only be one number."));
        Assert.True(left.Count >= least);
        return left.Count;
    }

    private static IssuedTable Issue(ImmutableList<Counted> people, WantedTable wanted) => Hiding.Issue(people, [wanted], [], Values)[0];

    private static WantedTable Table(string characteristic) => new(characteristic, [characteristic], 1, 1);

    private static IEnumerable<Counted> Of(int year, string ethnic, int count) => Enumerable.Repeat(Made(year, "ethnic", ethnic), count);

    private static Counted Crossed(string ethnic, string sex) => new(1, Made(1, "ethnic", ethnic).Is.Add("sex", sex));

    private static Counted Made(int year, string characteristic, string value) =>
        new(year, ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(characteristic, value));
}
