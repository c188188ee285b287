using AdaptiveCards;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps.PeopleAndRoles;

/// <summary>A record that names somebody by themselves, and not by a role that passes on.</summary>
/// <param name="As">As what, in a few words.</param>
public sealed record NamedPlace(RecordRef Record, string As);

/// <summary>What still names somebody who leaves: it does not pass by itself, so operations change it where it stands.</summary>
internal static class NamedPlaces
{
    private const int Shown = 10;

    internal static IEnumerable<Element> Of(IReadOnlyList<NamedPlace> named, CardContext context) =>
        named.Count == 0
            ? []
            :
            [
                Subheading($"These still name them: {named.Count}") with
                {
                    Spacing = "large",
                },
                Text(Plain("They do not pass to somebody else by themselves. Open each, and name somebody else there.")) with
                {
                    Spacing = "small",
                },
                .. named
                    .Take(Shown)
                    .SelectMany(one =>
                        new Element[]
                        {
                            Lines.Line(one.Record.ToString(), "", Plain(one.As)),
                            Buttons(Button(context, $"Open {one.Record}", Verbs.Opening(one.Record), ("case", Written.Code(one.Record)))),
                        }
                    ),
                .. named.Count > Shown ? [SmallLine($"and {named.Count - Shown} more")] : Array.Empty<Element>(),
            ];
}
