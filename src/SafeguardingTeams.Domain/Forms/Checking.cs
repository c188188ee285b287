using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Forms;

/// <summary>What is wrong with an answer, to be said beside it.</summary>
/// <param name="Message">What is wrong and what to do, in plain words.</param>
public sealed record Problem(AnswerPlace Place, string Message);

/// <summary>Where an answer stands: a single page's question, or a row's; no question means the page itself.</summary>
public sealed record AnswerPlace(string PageId, string? RowId, string? QuestionId);

/// <summary>Checks answers against a form. Pure, and the same for every channel.</summary>
public static class Checking
{
    /// <summary>Everything that keeps the form from being sent, in the form's order.</summary>
    public static ImmutableList<Problem> Problems(Form form, Answers answers, DateOnly today) =>
        [.. form.Asked(answers).SelectMany(page => Problems(page, answers, today))];

    /// <summary>What is wrong on one page, its rows included.</summary>
    public static IEnumerable<Problem> Problems(Page page, Answers answers, DateOnly today) =>
        page switch
        {
            Page.Single single => Problems(single.Questions, question => answers[page.Id, question], today, page.Id, null),
            Page.Repeating repeating => TooFewOrMany(repeating, answers)
                .Concat(
                    answers
                        .RowsOf(page.Id)
                        .SelectMany(row => Problems(repeating.Questions, question => row[question], today, page.Id, row.Id))
                ),
            Page.Matching matching => answers
                .RowsOf(page.Id)
                .SelectMany(row => Problems(matching.Questions, question => row[question], today, page.Id, row.Id)),
            _ => throw new InvalidOperationException("An unknown kind of page."),
        };

    /// <summary>What is wrong with some questions of one page or row.</summary>
    public static IEnumerable<Problem> Problems(
        IEnumerable<Question> questions,
        Func<string, string> answer,
        DateOnly today,
        string pageId,
        string? rowId
    ) =>
        questions
            .Select(question => (question, message: Message(question, answer, today)))
            .Where(found => found.message is not null)
            .Select(found => new Problem(new(pageId, rowId, found.question.Id), found.message!));

    /// <summary>The wanted answers that are blank: the form can be sent, the review page says so.</summary>
    public static ImmutableList<AnswerPlace> Blanks(Form form, Answers answers) =>
        [
            .. form.Asked(answers)
                .SelectMany(page =>
                    page switch
                    {
                        Page.Single single => single
                            .Questions.Where(q => q.Needed == Needed.Wanted && answers[page.Id, q.Id].Length == 0)
                            .Select(q => new AnswerPlace(page.Id, null, q.Id)),
                        Page.Repeating repeating => answers
                            .RowsOf(page.Id)
                            .SelectMany(row =>
                                repeating
                                    .Questions.Where(q => q.Needed == Needed.Wanted && row[q.Id].Length == 0)
                                    .Select(q => new AnswerPlace(page.Id, row.Id, q.Id))
                            ),
                        Page.Matching matching => answers
                            .RowsOf(page.Id)
                            .SelectMany(row =>
                                matching
                                    .Questions.Where(q => q.Needed == Needed.Wanted && row[q.Id].Length == 0)
                                    .Select(q => new AnswerPlace(page.Id, row.Id, q.Id))
                            ),
                        _ => [],
                    }
                ),
        ];

    private static IEnumerable<Problem> TooFewOrMany(Page.Repeating page, Answers answers)
    {
        var count = answers.RowsOf(page.Id).Count;
        if (count < page.Minimum)
        {
            yield return new(
                new(page.Id, null, null),
                $"Add at least {(page.Minimum == 1 ? "one" : page.Minimum.ToString(CultureInfo.InvariantCulture))} {page.RowName}."
            );
        }
        else if (count > page.Maximum)
        {
            yield return new(
                new(page.Id, null, null),
                $"There can be at most {page.Maximum}. Remove some, and put the rest under additional information."
            );
        }
    }

    private static string? Message(Question question, Func<string, string> answer, DateOnly today)
    {
        var text = answer(question.Id);
        if (text.Length > 0)
        {
            return Wrong(question.Kind, text, today);
        }

        var required =
            question.Needed == Needed.Required || question.RequiredWhen is { } when && when.Values.Contains(answer(when.QuestionId));
        return !required
            ? null
            : question.Kind switch
            {
                AnswerKind.Choice => "Choose an answer.",
                AnswerKind.Several => "Choose at least one.",
                AnswerKind.Day => "Enter a date.",
                AnswerKind.When => "Enter when it was: a day, a month or a year.",
                AnswerKind.Time => "Enter a time.",
                _ => "Enter an answer.",
            };
    }

    private static string? Wrong(AnswerKind kind, string text, DateOnly today) =>
        kind switch
        {
            AnswerKind.Line line when text.Length > line.MaxLength => TooLong(text.Length, line.MaxLength),
            AnswerKind.Line { Format: LineFormat.Email } when !Address.IsOne(text) =>
                "Enter an email address, such as name@example.org.uk.",
            AnswerKind.Line { Format: LineFormat.Telephone } when !Telephone.IsIn(text) =>
                "Enter a telephone number, such as 020 7946 0000.",
            AnswerKind.Text long_ when text.Length > long_.MaxLength => TooLong(text.Length, long_.MaxLength),
            AnswerKind.Day day => WrongDay(day, text, today),
            AnswerKind.When => WrongWhen(text, today),
            AnswerKind.Time when !TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                "Enter a time as hours and minutes, such as 14:30.",
            AnswerKind.Choice choice when choice.Options.All(option => option.Value != text) => "Choose one of the answers.",
            AnswerKind.Several several
                when AnswerKind.Several.Values(text).Any(value => several.Options.All(option => option.Value != value)) =>
                "Choose from the answers.",
            AnswerKind.Several { None: { Length: > 0 } none }
                when AnswerKind.Several.Values(text) is { Length: > 1 } values && values.Contains(none) =>
                "You have chosen that none applies, and others as well. Take back the one or the others.",
            _ => null,
        };

    private static string? WrongDay(AnswerKind.Day day, string text, DateOnly today) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? "Enter a real date."
        : date.Year < 1900 ? "Enter a date after 1900."
        : date > today && !day.MayBeInFuture ? "This date is in the future. Enter today's date or an earlier one."
        : null;

    private static string? WrongWhen(string text, DateOnly today) =>
        KnownDay.Of(text) is not { } known ? "Enter a day, a month or a year, such as 5 November 2026, March 2019 or about 2015."
        : known.First.Year < 1900 ? "Enter a date after 1900."
        : known.First > today ? "This is in the future. Enter today's date or an earlier one."
        : null;

    private static string TooLong(int length, int most) => $"This is {length} characters long. Shorten it to {most} or fewer.";
}
