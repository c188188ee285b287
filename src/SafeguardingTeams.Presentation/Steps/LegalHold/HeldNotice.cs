using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.LegalHold;

/// <summary>That a record is held, on its own card, to who keeps and oversees records: who asks for it is nobody else's to know.</summary>
internal static class HeldNotice
{
    private static readonly Role[] Readers = [Role.Operations, Role.Chair, Role.Scrutineer];

    internal static Element? Of(RecordRef record, CardContext context) =>
        context.Viewer.Roles.Overlaps(Readers) && context.Retained.GetValueOrDefault(record.ToString()) is { IsHeld: true } kept
            ? Top(
                new(
                    NoticeKind.Information,
                    $"Held for {string.Join(" and ", kept.Holds.Select(one => RetentionWording.Authority(one.Authority)).Distinct())}, "
                        + $"since {Written.ShortDay(kept.Holds.Min(one => one.On))}. Nothing of it may be removed."
                )
            )
            : null;
}
