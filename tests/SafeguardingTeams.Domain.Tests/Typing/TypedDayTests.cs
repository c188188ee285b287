using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Tests.Typing;

/// <summary>Dates and times as people write them, in British order.</summary>
public class TypedDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Theory]
    [InlineData("2024-02-03")]
    [InlineData("2024-02-03T00:00:00Z")]
    [InlineData("03/02/2024")]
    [InlineData("3.2.2024")]
    [InlineData("3-2-2024")]
    [InlineData("3 2 2024")]
    [InlineData("3\u20112\u20112024")]
    [InlineData("3\u00a0February\u202f2024")]
    [InlineData("\u200e3 February 2024")]
    [InlineData("３ February 2024")]
    [InlineData("3 Feb 2024")]
    [InlineData("3 Feb. 2024")]
    [InlineData("3-Feb-2024")]
    [InlineData("3rd of February 2024")]
    [InlineData("the 3rd February, 2024.")]
    [InlineData("February 3rd 2024")]
    [InlineData("February 3, 2024")]
    [InlineData("Saturday 3 February 2024")]
    [InlineData("Sat, 3 Feb 2024")]
    public void A_date_is_read_as_people_write_it(string text) =>
        Assert.Equal(new TypedDay(new(2024, 2, 3), false), TypedDay.Read(text, Today));

    [Theory]
    [InlineData("03/02/24", 2024, 2, 3)]
    [InlineData("3rd Feb 24", 2024, 2, 3)]
    [InlineData("3-Feb-24", 2024, 2, 3)]
    [InlineData("3 Feb '24", 2024, 2, 3)]
    [InlineData("16/11/26", 2026, 11, 16)]
    [InlineData("17/11/26", 1926, 11, 17)]
    [InlineData("29/2/00", 2000, 2, 29)]
    public void A_year_of_two_figures_is_one_of_the_past_hundred_and_never_to_come(string text, int year, int month, int day) =>
        Assert.Equal(new TypedDay(new(year, month, day), true), TypedDay.Read(text, Today));

    [Fact]
    public void Where_the_day_may_be_to_come_a_year_of_two_figures_is_read_only_where_it_is_past()
    {
        Assert.Equal(new DateOnly(2024, 2, 3), TypedDay.Read("3/2/24", Today, mayBeInFuture: true)?.Day);
        Assert.Null(TypedDay.Read("3/2/27", Today, mayBeInFuture: true));
        Assert.Equal(new DateOnly(2027, 2, 3), TypedDay.Read("3/2/2027", Today, mayBeInFuture: true)?.Day);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not known")]
    [InlineData("February 2024")]
    [InlineData("2024")]
    [InlineData("31/02/2024")]
    [InlineData("3/13/2024")]
    [InlineData("Sunday 3 February 2024")]
    [InlineData("3/2/2024 or 4/2/2024")]
    [InlineData("3 Fe 2024")]
    [InlineData("3 Feb 124")]
    [InlineData("0/2/2024")]
    [InlineData("3/2-24")]
    [InlineData("Feb 3 24")]
    [InlineData("29/2/27")]
    public void What_is_no_date_or_could_be_two_is_none(string text) => Assert.Null(TypedDay.Read(text, Today));

    [Theory]
    [InlineData("14:30", 14, 30)]
    [InlineData("14.30", 14, 30)]
    [InlineData("1430", 14, 30)]
    [InlineData("1430hrs", 14, 30)]
    [InlineData("1430 hours", 14, 30)]
    [InlineData("14:30:00", 14, 30)]
    [InlineData("2:30 p.m.", 14, 30)]
    [InlineData("2.30\u202fpm", 14, 30)]
    [InlineData("2pm", 14, 0)]
    [InlineData("12 am", 0, 0)]
    [InlineData("12.15pm", 12, 15)]
    [InlineData("14:30pm", 14, 30)]
    [InlineData("14h30", 14, 30)]
    [InlineData("noon", 12, 0)]
    public void A_time_is_read_as_people_write_it(string text, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), TypedTime.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("14")]
    [InlineData("24:10")]
    [InlineData("14:60")]
    [InlineData("14:30am")]
    [InlineData("0pm")]
    [InlineData("about 2pm")]
    [InlineData("2 or 3 pm")]
    public void What_is_no_time_or_could_be_two_is_none(string text) => Assert.Null(TypedTime.Read(text));
}
