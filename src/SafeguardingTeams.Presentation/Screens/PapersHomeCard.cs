using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A review whose agreed papers somebody reads (C9).</summary>
/// <param name="Parts">What they are appointed for.</param>
public sealed record PapersLine(RecordRef Record, ReviewKind Kind, ImmutableList<ReviewPersonRole> Parts);

/// <summary>
/// The first card of a guest with papers only (C9): what they were asked into, and nothing else. Whoever has other work here finds the same
/// lines on their own first card.
/// </summary>
public static class PapersHomeCard
{
    public static AdaptiveCard Draw(ImmutableList<PapersLine> lines, CardContext context) =>
        Card([
            Heading("Papers for you to read"),
            Say(
                lines.IsEmpty
                    ? "There is nothing for you to read now. If you think there should be, tell "
                        + $"{context.Words.OperationsName}, {context.Words.OperationsTelephone}, {context.Words.OperationsEmail}."
                    : $"{context.Words.PartnershipName} has asked you to take part in what stands here. You see nothing else."
            ),
            .. Lines(lines, context),
        ]);

    internal static IEnumerable<Element> Lines(ImmutableList<PapersLine> lines, CardContext context) =>
        lines.SelectMany(line =>
            new Element[]
            {
                Fact(
                    ReviewRecordWording.Of(line.Kind),
                    $"{OnScreen.Reference(line.Record)}; you are appointed as {ReviewRecordWording.AsOf(line.Parts)}"
                ),
                Buttons(Button(context, "Open the papers", Verbs.ReviewPapersTheirs, ("case", line.Record.ToString())).Main()),
            }
        );
}
