using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.Presentation.Documents.Intake;

/// <summary>What somebody typed into a field, as the form stores it; where it cannot be understood, as typed, and said.</summary>
internal sealed class TypedAnswer(DateOnly today, ImmutableArray<string>.Builder said)
{
    private const int Longest = 30_000,
        Quoted = 100;

    private bool _shortYearSaid;

    internal string Read(AnswerKind kind, string text, string place)
    {
        if (text.Length > Longest)
        {
            said.Add($"{place} – the answer is {text.Length} characters long. Only the first {Longest} were read. Look at the file.");
            text = Cutting.To(text, Longest);
        }

        var read = TypedValue.Read(kind, text, today);
        if (!read.Understood)
        {
            said.Add($"{place} – “{(text.Length > Quoted ? $"{Cutting.To(text, Quoted)}…" : text)}” is {Wanted(kind)}.");
        }
        else if (read.ShortYear && !_shortYearSaid)
        {
            _shortYearSaid = true;
            said.Add(
                $"{place} – “{text}” has a year of two figures. Such years are read as one of the past hundred, here and in the rest "
                    + "of the form: compare these dates with the file."
            );
        }

        return read.Text;
    }

    private static string Wanted(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Day => "no date we can read. Write it as 5 November 2026",
            AnswerKind.When => "no day, month or year we can read. Write it as 5 November 2026, March 2019 or about 2015",
            AnswerKind.Time => "no time we can read. Write it as 14:30",
            _ => "none of the answers to choose from",
        };
}
