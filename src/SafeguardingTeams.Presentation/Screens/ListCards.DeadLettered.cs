using AdaptiveCards;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Screens;

/// <summary>A message that could not be delivered.</summary>
public sealed record DeadLetteredMessageLine(string Id, RecordRef Record, CardKind Kind, string Person, string Why, DateTimeOffset Since);

/// <summary>Something that could not be done in Outlook or SharePoint.</summary>
/// <param name="What">What was to be done.</param>
/// <param name="Why">Why it could not be.</param>
/// <param name="Subject">Names it.</param>
public sealed record DeadLetteredJobLine(RecordRef Record, string What, string Why, DateTimeOffset Since, string Subject);

/// <summary>A notification that no flow took.</summary>
/// <param name="Subject">Names it.</param>
public sealed record DeadLetteredFlowLine(RecordRef Record, string Why, DateTimeOffset Since, string Subject);

/// <summary>What waits for operations because no machine could do it.</summary>
public static partial class ListCards
{
    /// <summary>What could not be delivered, for operations.</summary>
    public static AdaptiveCard DeadLettered(
        IReadOnlyList<DeadLetteredMessageLine> lines,
        IReadOnlyList<DeadLetteredJobLine> deadLettered,
        IReadOnlyList<DeadLetteredFlowLine> flows,
        Notice? notice,
        CardContext context
    ) =>
        Card([
            Top(notice),
            Heading("Not delivered, or not done"),
            .. deadLettered.Count == 0
                ? Enumerable.Empty<Element>()
                : deadLettered
                    .Take(8)
                    .SelectMany(line =>
                        new Element[]
                        {
                            Fact(line.Record.ToString(), $"{line.What}, {Moment(line.Since)}") with
                            {
                                Separator = true,
                            },
                            Fact("Why", line.Why),
                            Buttons(
                                Button(
                                    context,
                                    $"Done by hand: {line.What}",
                                    Verbs.DeadLetterByHand,
                                    ("case", Code(line.Record)),
                                    ("subject", line.Subject)
                                )
                            ),
                        }
                    )
                    .Prepend(
                        Say(
                            "This could not be done in Outlook or SharePoint. Put right what is said, then try again at the "
                                + "end of this card. What you do by hand instead, say so: it is not tried again then."
                        )
                    )
                    .Prepend(Subheading("In Outlook and SharePoint")),
            deadLettered.Count > 8 ? Aside($"and {deadLettered.Count - 8} more") : null,
            .. NotTaken(flows, context),
            deadLettered.Count + flows.Count == 0 ? null : Subheading("Messages in Teams"),
            lines.Count == 0
                ? Say("Every message has been delivered.")
                : Say(
                    "These people have not had their message in Teams. Tell them in another way, or try again once they have "
                        + "the app. They see the same on the web page."
                ),
            .. lines
                .Take(8)
                .SelectMany(line =>
                    new Element[]
                    {
                        Fact(
                            line.Record.Kind == RecordKind.Group ? "The group" : line.Record.Id,
                            $"{Waiting.Message(line.Kind)} for {line.Person}, {Moment(line.Since)}"
                        ) with
                        {
                            Separator = true,
                        },
                        Fact("Why", line.Why),
                    }
                ),
            Buttons(
                lines.Count + deadLettered.Count + flows.Count > 0 ? Button(context, "Try all of them again", Verbs.DeadLetterRetry) : null,
                Button(context, "Home", Verbs.Home)
            ),
        ]);

    private static IEnumerable<Element> NotTaken(IReadOnlyList<DeadLetteredFlowLine> flows, CardContext context) =>
        flows.Count == 0
            ? []
            :
            [
                Subheading("To flows"),
                Say(
                    "Somebody's flow was not told of this, after three days of trying. The records themselves are complete. "
                        + "Whoever owns the flow can put it right; then try again at the end of this card."
                ),
                .. flows
                    .Take(8)
                    .SelectMany(line =>
                        new Element[]
                        {
                            Fact(line.Record.ToString(), $"A flow's notification, {Moment(line.Since)}") with
                            {
                                Separator = true,
                            },
                            Fact("Why", line.Why),
                            Buttons(
                                Button(
                                    context,
                                    $"Take {line.Record} off this list",
                                    Verbs.DeadLetterByHand,
                                    ("case", Code(line.Record)),
                                    ("subject", line.Subject)
                                )
                            ),
                        }
                    ),
                .. flows.Count > 8 ? [Aside($"and {flows.Count - 8} more")] : Array.Empty<Element>(),
            ];
}
