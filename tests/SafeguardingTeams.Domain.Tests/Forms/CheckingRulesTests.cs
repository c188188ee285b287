using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>What is said of each kind of answer, on a form of the test's own that asks for one of each.</summary>
public class CheckingRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);
    private static readonly Option[] Options = [new("a", "One"), new("b", "Another"), new("none", "None of these")];

    private static readonly Form Form = new(
        "test",
        1,
        "A form",
        [
            new Page.Single(
                "page",
                "Page",
                "",
                "F1",
                [
                    new("line", "Line", new AnswerKind.Line(5), Needed.Optional),
                    new("email", "Email", new AnswerKind.Line(Format: LineFormat.Email), Needed.Optional),
                    new("telephone", "Telephone", new AnswerKind.Line(Format: LineFormat.Telephone), Needed.Optional),
                    new("day", "Day", new AnswerKind.Day(MayBeInFuture: true), Needed.Optional),
                    new("when", "When", new AnswerKind.When(), Needed.Optional),
                    new("time", "Time", new AnswerKind.Time(), Needed.Optional),
                    new("several", "Several", new AnswerKind.Several([.. Options], "none"), Needed.Optional),
                    new("free", "Several, with nothing that excludes", new AnswerKind.Several([.. Options]), Needed.Optional),
                ]
            ),
        ]
    );

    [Theory]
    [InlineData("line", "123456", "This is 6 characters long. Shorten it to 5 or fewer.")]
    [InlineData("email", "head@.example.org", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("email", "head@example.org.", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("email", "head@example", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("email", "@example.org", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("telephone", "1234", "Enter a telephone number, such as 020 7946 0000.")]
    [InlineData("telephone", "12345678901234567", "Enter a telephone number, such as 020 7946 0000.")]
    [InlineData("telephone", "ask the office", "Enter a telephone number, such as 020 7946 0000.")]
    [InlineData("when", "spring 2019", "Enter a day, a month or a year, such as 5 November 2026, March 2019 or about 2015.")]
    [InlineData("when", "1899", "Enter a date after 1900.")]
    [InlineData("when", "2026-12", "This is in the future. Enter today's date or an earlier one.")]
    [InlineData("time", "24:10", "Enter a time as hours and minutes, such as 14:30.")]
    [InlineData("several", "a,c", "Choose from the answers.")]
    [InlineData("several", "a,none", "You have chosen that none applies, and others as well. Take back the one or the others.")]
    public void A_wrong_answer_of_each_kind_says_what_to_enter(string question, string text, string message) =>
        Assert.Equal(message, Assert.Single(Checking.Problems(Form, Answers.None.With("page", question, text), Today)).Message);

    [Theory]
    [InlineData("line", "12345")]
    [InlineData("email", "head@example.org")]
    [InlineData("telephone", "+44 (0)20 7946-0000 ext. 12")]
    [InlineData("telephone", "020\u00a07946\u202f0000")]
    [InlineData("telephone", "\u202a020 7946 0000\u202c")]
    [InlineData("telephone", "020\u20117946\u20110000")]
    [InlineData("telephone", "020 7946 0000 / 07700 900123")]
    [InlineData("telephone", "020 7946 0000 or 07700 900123, ask for the duty officer")]
    [InlineData("telephone", "tel:+442079460000")]
    [InlineData("day", "2027-11-03")]
    [InlineData("when", "2019-03")]
    [InlineData("when", "~2015")]
    [InlineData("when", "2026")]
    [InlineData("when", "2026-11")]
    [InlineData("time", "14:30")]
    [InlineData("several", "none")]
    [InlineData("several", "a,b")]
    [InlineData("free", "a,none")]
    public void A_good_answer_of_each_kind_is_taken(string question, string text) =>
        Assert.Empty(Checking.Problems(Form, Answers.None.With("page", question, text), Today));

    [Fact]
    public void What_is_required_and_missing_is_asked_for_by_its_kind()
    {
        var page = (Page.Single)Form.Pages[0];
        var required = page with
        {
            Questions =
            [
                .. page.Questions.Select(question => question with { Needed = Needed.Required }),
                new("choice", "Choice", new AnswerKind.Choice([.. Options]), Needed.Required),
            ],
        };
        Assert.Equal(
            [
                "Enter an answer.",
                "Enter an answer.",
                "Enter an answer.",
                "Enter a date.",
                "Enter when it was: a day, a month or a year.",
                "Enter a time.",
                "Choose at least one.",
                "Choose at least one.",
                "Choose an answer.",
            ],
            Checking.Problems(required, Answers.None, Today).Select(problem => problem.Message)
        );
    }

    [Theory]
    [InlineData(0, "Add at least one agency.")]
    [InlineData(1, null)]
    [InlineData(3, null)]
    [InlineData(4, "There can be at most 3. Remove some, and put the rest under additional information.")]
    public void Rows_are_neither_too_few_nor_too_many(int rows, string? message)
    {
        var page = new Page.Repeating("rows", "Rows", "", "F1", "agency", 1, 3, []);
        var answers = Enumerable.Range(0, rows).Aggregate(Answers.None, (all, i) => all.With("rows", AnswerRow.Empty($"r{i}")));
        Assert.Equal(message, Checking.Problems(page, answers, Today).SingleOrDefault()?.Message);
    }
}
