namespace AdaptiveCards;

/// <summary>What no card may be: a client draws it wrong, or not at all, and only a phone would show it.</summary>
internal static class CardGuards
{
    private const int MaxActions = 6;

    /// <summary>Lets a good card pass.</summary>
    /// <exception cref="InvalidOperationException">What is wrong with it.</exception>
    internal static void Check(AdaptiveCard card)
    {
        var elements = CardJson.Flat(card.Body).ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (Fault(element, elements, ids) is { } fault)
            {
                throw new InvalidOperationException(fault);
            }
        }
    }

    private static string? Fault(Element element, List<Element> all, HashSet<string> ids) =>
        element switch
        {
            InputElement input when input.Id.Length == 0 || !ids.Add(input.Id) =>
                $"The input id \"{input.Id}\" is empty or stands twice in a card.",
            Container { Id: { } id } when id.Length == 0 || !ids.Add(id) => $"The id \"{id}\" is empty or stands twice in a card.",
            ActionSet { Actions.Count: > MaxActions } => "A set holds six buttons, those behind \"More\" included; this one has more.",
            ActionSet set => set
                .Actions.OfType<ActionToggleVisibility>()
                .Select(fold => Fault(fold, set, all))
                .FirstOrDefault(fault => fault is not null),
            ColumnSet columns when columns.Columns.Exists(column => column.SelectAction is not (null or ActionExecute)) =>
                "A tap on a column is an Action.Execute; anything else fails in one client or another.",
            _ => null,
        };

    private static string? Fault(ActionToggleVisibility fold, ActionSet set, List<Element> all)
    {
        if (
            fold.TargetElements is not [var id]
            || all.OfType<Container>().FirstOrDefault(container => container.Id == id) is not { } opened
        )
        {
            return $"\"{fold.Title}\" opens one part of the card, and it must be there.";
        }

        var inside = CardJson.Flat(opened.Items).ToList();
        return inside.Exists(element => element is InputElement)
                ? $"\"{fold.Title}\" opens a part with a field in it: nothing that is asked is folded away."
            : inside.Exists(element => ReferenceEquals(element, set)) ? $"\"{fold.Title}\" stands in the part it opens."
            : null;
    }
}
