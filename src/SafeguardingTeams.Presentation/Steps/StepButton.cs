using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Steps;

/// <summary>
/// A button by which a step is offered on the case's card. A step's folder holds a class <c>Offer</c> with a property <c>Buttons</c>;
/// it is found by that name, and there is no list to add it to.
/// </summary>
/// <param name="Place">Where on the card.</param>
/// <param name="Rank">Among those of its place: the smallest first. Steps leave tens between them.</param>
/// <param name="Draw">The button, to whom it is offered now; null to everybody else. Goes by <see cref="StepRules"/>.</param>
internal sealed record StepButton(Place Place, int Rank, Func<Look, CardButton?> Draw)
{
    /// <summary>A button that opens the card of a verb.</summary>
    /// <param name="place">Where on the card.</param>
    /// <param name="rank">Among those of its place.</param>
    /// <param name="verb">The card it opens.</param>
    /// <param name="title">What it says, to whom it is offered now; null to everybody else.</param>
    internal StepButton(Place place, int rank, string verb, Func<Look, string?> title)
        : this(place, rank, look => title(look) is { } says ? Button(look.Context, says, verb, ("case", Written.Code(look.File.Id))) : null)
    { }

    private static readonly ILookup<Place, StepButton> All = StepWords
        .Of<IReadOnlyList<StepButton>>("Offer", "Buttons")
        .SelectMany(buttons => buttons)
        .OrderBy(button => button.Rank)
        .ToLookup(button => button.Place);

    /// <summary>What the steps offer now at a place, in order.</summary>
    internal static IEnumerable<CardButton> At(Place place, Look look) =>
        All[place].Select(button => button.Draw(look)).OfType<CardButton>();
}

/// <summary>Where on a case's card a button stands.</summary>
internal enum Place
{
    /// <summary>At the top: it waits for the viewer.</summary>
    Waiting,

    /// <summary>With what can be read.</summary>
    Reading,

    /// <summary>With everything else.</summary>
    Other,

    /// <summary>At the end: it cannot be taken back.</summary>
    Last,
}

/// <summary>Somebody looks at a case: what a button goes by.</summary>
internal readonly record struct Look(CaseFile File, CardContext Context)
{
    /// <summary>The actions that were agreed from the case, to who reads all actions.</summary>
    internal IReadOnlyList<AgreedFrom> Actions { get; init; } = [];

    /// <summary>Who looks.</summary>
    internal Actor Viewer => Context.Viewer;

    /// <summary>Whether they may take this step now.</summary>
    internal bool May(Step step) => StepRules.MayTake(step, File, Viewer);

    /// <summary>Whether they hold this role in the case.</summary>
    internal bool Holds(Role role) => Viewer.RolesFor(File).Contains(role);

    /// <summary>Whether a round still waits for a decision of theirs.</summary>
    internal bool Misses(DecisionRound? round) => round?.Missing.Any(Viewer.RolesFor(File).Contains) == true;
}
