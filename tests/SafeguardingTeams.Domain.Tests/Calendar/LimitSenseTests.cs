using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <summary>Limits a partnership sets are held against those that depend on them.</summary>
public class LimitSenseTests
{
    private static readonly ImmutableDictionary<string, int> Nothing = ImmutableDictionary<string, int>.Empty;

    [Fact]
    public void The_figures_of_the_procedure_make_sense_together_PD9() => Assert.Empty(LimitSense.Of(Nothing));

    [Theory]
    [InlineData("report", 10, "14 or more", "meeting 11, approval 2")]
    [InlineData("report", 13, "14 or more", "meeting 11, approval 2")]
    [InlineData("report", 14, "", "")]
    [InlineData("approval", 4, "3 or less", "meeting 11, report 15")]
    [InlineData("letters", 4, "3 or less", "scoping-return-from 3")]
    [InlineData("letters", 3, "", "")]
    [InlineData("scoping-return", 8, "7 or less", "letters 2, scoping-return-latest 9")]
    [InlineData("scoping-return", 7, "", "")]
    [InlineData("scoping-return-latest", 11, "10 or less", "meeting 11")]
    [InlineData("meeting", 8, "9 or more", "meeting-from 9")]
    [InlineData("meeting-from", 12, "11 or less", "meeting 11")]
    [InlineData("agencies-told", 11, "12 or more", "meeting 11")]
    [InlineData("recommendation", 1, "", "")]
    [InlineData("inform-leads", 6, "5 or less", "recommendation 5")]
    [InlineData("action-second-reminder", 14, "13 or less", "action-first-reminder 14")]
    [InlineData("agenda-closes", 4, "5 or more", "group-papers 5")]
    [InlineData("minutes-to-members", 4, "5 or more", "minutes-to-chair 5")]
    [InlineData("yearly-report", 7, "6 or less", "yearly-publication 6")]
    [InlineData("meeting", 60, "12 or less", "approval 2, report 15")]
    public void One_that_does_not_go_with_another_is_said_with_what_is_expected_PD9(string id, int number, string expected, string others)
    {
        var faults = LimitSense.Of(Nothing.Add(id, number)).ToList();
        Assert.All(faults, fault => Assert.Equal((id, number), (fault.Limit.Id, fault.Number)));
        Assert.Equal(expected.Length > 0, faults.Exists(fault => (fault.Expected, fault.Others) == (expected, others)));
        Assert.Equal(expected.Length == 0, faults.Count == 0);
    }

    [Fact]
    public void Where_both_are_set_it_is_said_at_what_comes_after_and_one_that_makes_it_right_is_enough_PD9()
    {
        var set = Nothing.Add("meeting", 14).Add("report", 16).Add("agencies-told", 20);
        var fault = Assert.Single(LimitSense.Of(set));
        Assert.Equal(("report", "17 or more"), (fault.Limit.Id, fault.Expected));
        Assert.Empty(LimitSense.Of(set.SetItem("report", 17)));
    }

    [Fact]
    public void Where_no_number_of_one_alone_would_do_another_is_asked_for_PD9() =>
        Assert.Contains(LimitSense.Of(Nothing.Add("approval", 2).Add("meeting", 40)), fault =>
            fault is { Limit.Id: "meeting", Expected: "12 or less" } or { Expected: "another number of one of the others" }
        );

    [Fact]
    public void Each_pair_is_of_limits_that_can_be_set_and_counts_in_one_unit_PD9()
    {
        var known = Timescales.Configurable.ToList();
        Assert.All(LimitSense.Pairs, pair => Assert.All(pair.First.Add(pair.Then), one => Assert.Contains(one, known)));
        Assert.All(LimitSense.Pairs.Where(pair => pair.Then != Timescales.ReviewPublished), pair =>
            Assert.Single(pair.First.Add(pair.Then).Select(one => one.Unit).Distinct())
        );
        Assert.All(LimitSense.Pairs, pair =>
            Assert.Contains(LimitSense.Of(Nothing.Add(pair.Then.Id, 0)), fault => fault.Because == pair.Because)
        );
    }
}
