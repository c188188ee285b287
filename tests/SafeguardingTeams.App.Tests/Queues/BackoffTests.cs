using SafeguardingTeams.App.Queues;

namespace SafeguardingTeams.App.Tests.Queues;

/// <summary>How long something that failed waits.</summary>
public class BackoffTests
{
    [Fact]
    public void Each_wait_lies_between_half_and_all_of_what_it_may_be_and_that_doubles_up_to_a_quarter_of_an_hour()
    {
        var backoff = new Backoff(new Random(1));
        foreach (var (attempts, longest) in new[] { (1, 10), (2, 20), (3, 40), (7, 640), (8, 900), (9, 900), (40, 900) })
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.InRange(backoff.After(attempts).TotalSeconds, longest / 2.0, longest);
            }
        }
    }

    [Fact]
    public void A_wait_is_never_shorter_than_one_before_it_until_the_longest_is_reached()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var backoff = new Backoff(new Random(seed));
            var waits = Enumerable.Range(1, 7).Select(backoff.After).ToList();
            Assert.Equal(waits.Order(), waits);
        }
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together_and_the_same_chance_gives_the_same_waits()
    {
        var one = new Backoff(new Random(7));
        var again = new Backoff(new Random(7));
        var waits = Enumerable.Range(0, 20).Select(_ => one.After(5)).ToList();
        Assert.Equal(20, waits.Distinct().Count());
        Assert.Equal(waits, Enumerable.Range(0, 20).Select(_ => again.After(5)));
    }
}
