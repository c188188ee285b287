using SafeguardingTeams.App.Indexes;

namespace SafeguardingTeams.App.Tests.Indexes;

/// <summary>Which referrals are listed as perhaps of the same incident, and in which order (PD15).</summary>
public class LikelyDuplicatesTests
{
    private static readonly FindToken First = new(FindBy.Name, "a"),
        Last = new(FindBy.Name, "b"),
        Born = new(FindBy.Born, "c"),
        Day = new(FindBy.Happened, "d");

    [Fact]
    public void Referrals_of_the_same_day_alone_are_listed_last_and_those_of_one_word_of_a_name_not_at_all_PD15()
    {
        var found = LikelyDuplicates.Likely(
            [
                ("day", Day),
                ("word", First),
                ("born", Born),
                ("both", First),
                ("both", Day),
                ("whole", First),
                ("whole", Last),
                ("whole", Born),
            ],
            [First, Last, Born, Day]
        );
        Assert.Equal(["born", "both", "day", "whole"], found.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["day"], found.Where(one => LikelyDuplicates.ByDayAlone(one.Value)).Select(one => one.Key));
        var order = LikelyDuplicates.Ordered(found).Select(one => one.Key).ToList();
        Assert.Equal(("born", "day"), (order[2], order[3]));
    }
}
