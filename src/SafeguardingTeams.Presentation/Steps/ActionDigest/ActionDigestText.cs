using System.Globalization;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Steps.ActionDigest;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.ActionDigest;

/// <summary>What timeline and messages say of an owner's weekly list: references and dates, nothing of what an action says (F2).</summary>
internal static class ActionWords
{
    private const int Named = 8;

    internal static StepLines<ActionEvent, ActionFile> Lines { get; } =
        new StepLines<ActionEvent, ActionFile>().Line<ActionDigestSent>((_, _) => ("The owner got the list of the week", ""));

    internal static StepTexts<ActionFile> Messages { get; } = new StepTexts<ActionFile>().Message(CardKind.ActionDigest, Digest);

    internal static IReadOnlyList<ActionButton> Buttons { get; } = [];

    private static (string, string) Digest(RecordAsked<ActionFile> asked)
    {
        if (asked.File.History.Find(recorded => Topic.AfterEvent(recorded.Sequence) == asked.About)?.Event is not ActionDigestSent digest)
        {
            return ActionText.Over;
        }

        var late = digest.Lines.Where(line => line.Late).ToList();
        var soon = digest.Lines.Where(line => !line.Late).ToList();
        return (
            late.Count > 0 ? $"Your actions: {late.Count.ToString(CultureInfo.InvariantCulture)} late" : "Your actions in four weeks",
            string.Join(
                " ",
                new[]
                {
                    Part("Late:", late),
                    Part("Due in the next four weeks:", soon),
                    $"As of the week of {Written.Day(digest.Week)}.",
                }.Where(part => part.Length > 0)
            )
        );
    }

    private static string Part(string title, List<DigestLine> lines) =>
        lines.Count == 0
            ? ""
            : $"{title} "
                + string.Join(
                    "; ",
                    lines.OrderBy(line => line.Due).Take(Named).Select(line => $"{line.Record}, {Written.ShortDay(line.Due)}")
                )
                + $"{(lines.Count > Named ? $"; and {(lines.Count - Named).ToString(CultureInfo.InvariantCulture)} more" : "")}.";
}
