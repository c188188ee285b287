using SafeguardingTeams.App.CardActions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What a card carries is read in one way, and what cannot be read is nothing.</summary>
public class CardInvocationTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("007", 7)]
    [InlineData("999999", 999_999)]
    [InlineData("1000000", 1_000_000)]
    [InlineData("1000001", 1_000_000)]
    [InlineData("2147483647", 1_000_000)]
    [InlineData("2147483648", 0)]
    [InlineData("", 0)]
    [InlineData("-1", 0)]
    [InlineData("+1", 0)]
    [InlineData(" 1", 0)]
    [InlineData("1.0", 0)]
    [InlineData("1,000", 0)]
    [InlineData("\u0661", 0)]
    public void A_number_is_digits_and_never_more_than_a_million(string given, int expected)
    {
        var invocation = Of(("page", given), ("round", given), ("seen", given), ("row", given));
        Assert.Equal(
            [expected, expected, expected, expected],
            [invocation.Page, invocation.Round, invocation.Seen, invocation.Number("row")]
        );
    }

    [Theory]
    [InlineData("2026-11-02", 2026, 11, 2)]
    [InlineData("2024-02-29", 2024, 2, 29)]
    [InlineData("0001-01-01", 1, 1, 1)]
    [InlineData("9999-12-31", 9999, 12, 31)]
    [InlineData("2026-2-9", 2026, 2, 9)]
    [InlineData("02/11/2026", 2026, 11, 2)]
    [InlineData(" 3rd Feb. 2026", 2026, 2, 3)]
    public void A_day_is_read_as_it_is_written(string given, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), Of(("in:date", given)).Day("date"));

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-29")]
    [InlineData("2026-11-02T00:00")]
    [InlineData("3/2/90")]
    public void What_is_no_day_is_none(string given) => Assert.Null(Of(("in:date", given)).Day("date"));

    [Theory]
    [InlineData("00:00", 0, 0)]
    [InlineData("23:59", 23, 59)]
    [InlineData("9:30", 9, 30)]
    [InlineData("09:30:00", 9, 30)]
    [InlineData("9.30 p.m.", 21, 30)]
    public void A_time_is_read_as_it_is_written(string given, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), Of(("in:time", given)).Time("time"));

    [Theory]
    [InlineData("")]
    [InlineData("24:00")]
    [InlineData("9")]
    [InlineData("9.60 am")]
    public void What_is_no_time_is_none(string given) => Assert.Null(Of(("in:time", given)).Time("time"));

    [Theory]
    [InlineData("LeadPolice", Role.LeadPolice)]
    [InlineData("leadpolice", null)]
    [InlineData(" LeadPolice", null)]
    [InlineData("LeadPolice,Chair", null)]
    [InlineData("1", null)]
    [InlineData("999", null)]
    [InlineData("", null)]
    public void A_choice_is_one_of_the_names_exactly(string given, Role? expected)
    {
        Assert.Equal(expected, Of(("in:lead", given)).Choice<Role>("lead"));
        Assert.Equal(expected, Of(("lead", given)).KeyOf<Role>("lead"));
    }

    [Fact]
    public void A_key_is_no_input_and_an_input_no_key()
    {
        var invocation = Of(("date", "2026-11-02"), ("in:page", "3"));
        Assert.Null(invocation.Day("date"));
        Assert.Equal(0, invocation.Page);
    }

    [Theory]
    [InlineData("yes", true)]
    [InlineData("", false)]
    [InlineData("no", false)]
    [InlineData("Yes", false)]
    public void A_correction_says_so(string given, bool expected) => Assert.Equal(expected, Of(("again", given)).Again);

    [Fact]
    public void A_card_that_carries_nothing_says_nothing()
    {
        var invocation = Of();
        Assert.Equal((0, 0, 0, "", false, false), Everything(invocation));
        Assert.Null(invocation.CaseId);
        Assert.Equal(CaseStory.Id, Of(("case", CaseStory.Id.Value)).Case);
    }

    private static (int, int, int, string, bool, bool) Everything(CardInvocation invocation) =>
        (invocation.Page, invocation.Round, invocation.Seen, invocation.Done, invocation.Again, invocation.Does);

    private static CardInvocation Of(params (string Key, string Value)[] data)
    {
        var actor = CaseStory.Somebody(Role.Chair);
        return new(
            new(new("tenant", "object"), "", Verbs.Home, new Dictionary<string, string>(), "test"),
            actor,
            new("drawing", null!, actor, CaseStory.Monday, new(2026, 11, 2)),
            data.ToDictionary(pair => pair.Key, pair => pair.Value)
        );
    }
}
