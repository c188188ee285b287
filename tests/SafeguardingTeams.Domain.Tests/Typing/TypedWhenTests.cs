using CsCheck;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Tests.Typing;

/// <summary>When something was, as far as people know it and as they write it (B6).</summary>
public class TypedWhenTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("March 2019", "2019-03")]
    [InlineData("in March 2019", "2019-03")]
    [InlineData("Mar. 2019", "2019-03")]
    [InlineData("Sept 2019", "2019-09")]
    [InlineData("03/2019", "2019-03")]
    [InlineData("3.2019", "2019-03")]
    [InlineData("2019-03", "2019-03")]
    [InlineData("March\u00a02019", "2019-03")]
    [InlineData("2015", "2015")]
    [InlineData("in 2015.", "2015")]
    [InlineData("about 2015", "~2015")]
    [InlineData("c. 2015", "~2015")]
    [InlineData("c.2015", "~2015")]
    [InlineData("circa March 2019", "~2019-03")]
    [InlineData("approx. 5 March 2019", "~2019-03-05")]
    [InlineData("around 5/3/2019", "~2019-03-05")]
    [InlineData("~2015", "~2015")]
    [InlineData("5th of March 2019", "2019-03-05")]
    [InlineData("5/3/19", "2019-03-05")]
    public void A_day_a_month_and_a_year_are_read(string text, string stored) =>
        Assert.Equal(stored, TypedWhen.Read(text, Today)!.Value.When.Stored);

    [Theory]
    [InlineData("March")]
    [InlineData("Mar 19")]
    [InlineData("03/19")]
    [InlineData("13/2019")]
    [InlineData("Smarch 2019")]
    [InlineData("spring 2019")]
    [InlineData("early 2019")]
    [InlineData("31 February 2019")]
    [InlineData("0000")]
    [InlineData("aboutMarch 2019")]
    [InlineData("2015 or 2016")]
    [InlineData("")]
    public void What_is_none_or_could_mean_two_things_is_not_read(string text) => Assert.Null(TypedWhen.Read(text, Today));

    [Fact]
    public void A_year_of_two_figures_is_said() => Assert.True(TypedWhen.Read("5/3/19", Today)!.Value.ShortYear);

    [Fact]
    public void What_is_stored_is_read_again_as_it_was() =>
        Gen.Select(Gen.Int[1900, 2026], Gen.Int[0, 12], Gen.Int[0, 28], Gen.Bool)
            .Sample(
                (year, month, day, about) =>
                {
                    var stored = $"{(about ? "~" : "")}{year:0000}{(month > 0 ? $"-{month:00}" : "")}";
                    stored += month > 0 && day > 0 ? $"-{day:00}" : "";
                    Assert.Equal(stored, KnownDay.Of(stored)!.Value.Stored);
                    Assert.Equal(stored, TypedWhen.Read(stored, Today)!.Value.When.Stored);
                },
                iter: 1000,
                threads: 1
            );

    [Theory]
    [InlineData("2019-03", "2019-03-01", "2019-03-31", null)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", null)]
    [InlineData("~2015", "2015-01-01", "2015-12-31", null)]
    [InlineData("2019-03-05", "2019-03-05", "2019-03-05", "2019-03-05")]
    [InlineData("~2019-03-05", "2019-03-05", "2019-03-05", null)]
    public void What_it_can_be_begins_and_ends_and_a_day_is_known_only_where_it_is(string stored, string first, string last, string? day)
    {
        var known = KnownDay.Of(stored)!.Value;
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (known.First, known.Last));
        Assert.Equal(day is null ? null : DateOnly.Parse(day), known.Day);
    }

    [Theory]
    [InlineData("2019-13")]
    [InlineData("2019-02-29")]
    [InlineData("2019-3")]
    [InlineData("2019-03-05x")]
    [InlineData("March 2019")]
    public void What_is_not_stored_so_is_none(string stored) => Assert.Null(KnownDay.Of(stored));
}
