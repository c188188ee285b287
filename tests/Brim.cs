using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;

namespace SafeguardingTeams.Tests;

/// <summary>A form with every field filled to its limit, and every list to its end.</summary>
internal static class Brim
{
    private const int Persons = 3;

    /// <summary>A draft of it.</summary>
    /// <param name="form">The form.</param>
    /// <param name="character">What every text is made of.</param>
    /// <param name="times">How many times its limit each text is long.</param>
    internal static Draft Of(Form form, string character, int times) =>
        new(
            CaseStory.Id,
            "p-1",
            DraftPurpose.NewReferral,
            form.Id,
            form.Version,
            Answers(form, character, times),
            9,
            CaseStory.Monday,
            CaseStory.Monday
        );

    internal static Answers Answers(Form form, string character, int times)
    {
        var answers = Domain.Forms.Answers.None;
        foreach (var page in form.Pages)
        {
            answers = page switch
            {
                Page.Single single => single.Questions.Aggregate(answers, (all, question) =>
                    all with
                    {
                        Values = all.Values.SetItem($"{page.Id}.{question.Id}", Text(question, character, times)),
                    }
                ),
                Page.Repeating repeating => Rows(answers, page, repeating.Maximum, repeating.Questions, character, times, _ => []),
                Page.Matching matching => Rows(answers, page, 14 * Persons, matching.Questions, character, times, i =>
                    [
                        (Page.Matching.Of, $"Person {i / 14}"),
                        (Page.Matching.Detail, $"Detail {i % 14}"),
                        (Page.Matching.Given, Long(character, 400)),
                    ]
                ),
                _ => answers,
            };
        }

        return answers;
    }

    private static Answers Rows(
        Answers answers,
        Page page,
        int count,
        IEnumerable<Question> questions,
        string character,
        int times,
        Func<int, IEnumerable<(string Key, string Text)>> more
    ) =>
        answers with
        {
            Rows = answers.Rows.SetItem(
                page.Id,
                [
                    .. Enumerable
                        .Range(0, count)
                        .Select(i => new AnswerRow(
                            $"r{i}",
                            AnswerRow
                                .Empty("r")
                                .Values.SetItems(
                                    questions.Select(question => KeyValuePair.Create(question.Id, Text(question, character, times)))
                                )
                                .SetItems(more(i).Select(one => KeyValuePair.Create(one.Key, one.Text)))
                        )),
                ]
            ),
        };

    private static string Text(Question question, string character, int times) =>
        question.Kind switch
        {
            AnswerKind.Text text => Long(character, text.MaxLength * times),
            AnswerKind.Line { Format: LineFormat.Email } line when times == 1 => Address(line.MaxLength),
            AnswerKind.Line { Format: LineFormat.Telephone } when times == 1 => "020 7946 0000",
            AnswerKind.Line line => Long(character, line.MaxLength * times),
            AnswerKind.Choice choice when times == 1 => choice.Options[^1].Value,
            AnswerKind.Several several when times == 1 => several.Ordered(
                string.Join(',', several.Options.Select(option => option.Value).Where(value => value != several.None))
            ),
            AnswerKind.Day when times == 1 => "2026-11-02",
            AnswerKind.When when times == 1 => "~2026-11-02",
            AnswerKind.Time when times == 1 => "10:00",
            _ => Long(character, 50 * times),
        };

    /// <summary>An address as long as one may be: 64 characters, and a host of labels of at most 63.</summary>
    private static string Address(int length) =>
        string.Concat(
                $"{new string('a', 64)}@{string.Join('.', Enumerable.Repeat(new string('b', 60), 5))}".Take(Math.Min(length, 254) - 4)
            )
            .TrimEnd('.') + ".org";

    /// <summary>The character over and over, never half of one.</summary>
    private static string Long(string character, int length) => string.Concat(Enumerable.Repeat(character, length / character.Length));
}
