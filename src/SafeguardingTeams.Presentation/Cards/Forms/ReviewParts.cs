using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using static SafeguardingTeams.Presentation.Cards.Forms.StepForm;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Cards.Forms;

/// <summary>The pieces the cards of the Rapid Review are made of.</summary>
internal static class ReviewParts
{
    /// <summary>The choice that says that somebody is entered by hand.</summary>
    internal const string SomebodyElse = "other";

    internal const int MaxInARow = 6;

    internal static TextBlock Reference(CaseFile file) => Aside($"Rapid Review {file.Id}");

    /// <summary>A button about this case.</summary>
    internal static ActionExecute Go(
        CaseFile file,
        CardContext context,
        string title,
        string verb,
        params ReadOnlySpan<(string Key, string Value)> keys
    ) => Button(context, title, verb, [("case", Code(file.Id)), .. keys]);

    /// <summary>A page of the bot's host, for what a card cannot hold: documents, uploads.</summary>
    internal static ActionOpenUrl Link(CardContext context, string title, string path) => new(title, new Uri(context.Words.WebPage, path));

    /// <summary>Buttons in rows of six, as many as Teams shows.</summary>
    internal static IEnumerable<Element> InRows(params IEnumerable<CardButton?> buttons) =>
        buttons.OfType<CardButton>().Chunk(MaxInARow).Select(row => Buttons(row));

    /// <summary>How many of a long list stand on one card: so many that it fits into a message.</summary>
    internal const int OnOneCard = 12;

    /// <summary>The buttons to the rest of a list that is too long for one card.</summary>
    internal static IEnumerable<ActionExecute?> Turn(CaseFile file, CardContext context, string verb, int count, int page) =>
        [
            count > (page + 1) * OnOneCard ? Go(file, context, "Later in the list", verb, ("page", Number(page + 1))) : null,
            page > 0 ? Go(file, context, "Earlier in the list", verb, ("page", Number(page - 1))) : null,
        ];

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static ActionExecute ToTheReview(CaseFile file, CardContext context) =>
        Go(file, context, "Back to the Rapid Review", Verbs.Review);

    internal static ActionExecute ToTheCase(CaseFile file, CardContext context) => Go(file, context, "Back to the case", Verbs.OpenCase);

    /// <summary>A card of a few inputs and a button. Its title is ours; a text from a person stands among the facts.</summary>
    internal static AdaptiveCard Small(
        CaseFile file,
        Filled filled,
        CardContext context,
        string title,
        IEnumerable<Element?> facts,
        IEnumerable<string> explained,
        IEnumerable<Element?> inputs,
        params IEnumerable<CardButton?> buttons
    ) => Card([.. OnTop(filled), Reference(file), Heading(title), .. facts, .. explained.Select(Say), .. inputs, .. InRows(buttons)]);

    /// <summary>A list, one thing a line; a text from a person may stand in it.</summary>
    internal static IEnumerable<Element> Items(IEnumerable<string> items) =>
        items.Select(item => new RichTextBlock([new TextRun($"• {item}")]) { Spacing = "small" });

    /// <summary>The first line of one of several that stand apart.</summary>
    internal static Element Apart(this Element first) => first with { Separator = true, Spacing = "medium" };

    internal static IEnumerable<Element?> Line(
        Filled filled,
        CardContext context,
        string name,
        string label,
        string there = "",
        bool isLong = false
    ) =>
        [
            Problem(filled, name),
            new InputText(InputIds.For(name, context.CardInvocation), label)
            {
                Value = Or(filled, name, there),
                MaxLength = 8000,
                IsMultiline = isLong ? true : null,
                Spacing = "medium",
            },
        ];

    internal static IEnumerable<Element?> Date(Filled filled, CardContext context, string name, string label, string there = "") =>
        [
            Problem(filled, name),
            new InputDate(InputIds.For(name, context.CardInvocation), label) { Value = Or(filled, name, there), Spacing = "medium" },
        ];

    internal static IEnumerable<Element?> Time(Filled filled, CardContext context, string name, string label, string there = "") =>
        [
            Problem(filled, name),
            new InputTime(InputIds.For(name, context.CardInvocation), label) { Value = Or(filled, name, there), Spacing = "medium" },
        ];

    internal static IEnumerable<Element?> Choose(
        Filled filled,
        CardContext context,
        string name,
        string label,
        IEnumerable<InputChoice> choices,
        string there = "",
        bool several = false
    ) =>
        [
            Problem(filled, name),
            new InputChoiceSet(InputIds.For(name, context.CardInvocation), label, [.. choices])
            {
                Value = Or(filled, name, there),
                IsMultiSelect = several ? true : null,
                Spacing = "medium",
            },
        ];

    /// <summary>Somebody of the partnership's list, or entered by who they are and their email address.</summary>
    /// <param name="find">The card's own button by which somebody is looked for among many.</param>
    internal static IEnumerable<Element?> Person(
        Filled filled,
        CardContext context,
        string name,
        string label,
        IReadOnlyList<Actor> people,
        ActionExecute find,
        string there = ""
    ) => Person(filled, context, name, label, Named(people), people.Count == 0, find, Or(filled, name, there));

    private static List<InputChoice> Named(IReadOnlyList<Actor> people) =>
        [.. people.Select(person => new InputChoice($"{person.Display}, {person.AgencyName}", person.PersonId))];

    private static IEnumerable<Element?> Person(
        Filled filled,
        CardContext context,
        string name,
        string label,
        List<InputChoice> people,
        bool isNobody,
        ActionExecute find,
        string chosen
    ) =>
        [
            .. Finding.Over(people, filled, context, find),
            .. isNobody
                ? [Aside("Nobody of this agency is in the partnership's list: enter them below.")]
                : Choose(
                    filled,
                    context,
                    name,
                    label,
                    [.. Finding.Shown(people, filled, chosen), new("Somebody else, entered below", SomebodyElse)],
                    chosen
                ),
            isNobody ? Problem(filled, name) : null,
            .. Line(filled, context, "who", isNobody ? "Who are they? Role and agency" : "If somebody else: who are they? Role and agency"),
            .. Line(filled, context, "email", isNobody ? "Their email address" : "If somebody else: their email address"),
        ];

    private static string Or(Filled filled, string name, string there) => filled.Typed.Count > 0 ? filled[name] : there;
}
