using System.Collections.Immutable;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>
/// An action as it is to be agreed, wherever that is: on a card of its own, or in a meeting. Whoever agrees one asks
/// <see cref="Refusals"/> first, and puts <see cref="Agreed"/> among what the own command accepts.
/// </summary>
/// <param name="Change">The change wanted.</param>
/// <param name="What">What will be done.</param>
/// <param name="Owner">Who does it, and of which agency.</param>
/// <param name="Due">By when.</param>
/// <param name="How">How it will be known that it has changed something.</param>
public sealed record ActionPlan(string Change, string What, ActionOwner Owner, DateOnly Due, string How)
{
    /// <summary>The longest of its texts, in characters.</summary>
    public const int LongestText = 1000;

    /// <summary>
    /// What is wrong with it, each naming its field: <c>change</c>, <c>what</c>, <c>how</c>, <c>due</c>, and those of the
    /// <see cref="ActionOwner"/>. Its owner may have no part in what it comes from, so no name that stands there may stand in its texts.
    /// </summary>
    /// <param name="context">Who decides, and when.</param>
    /// <param name="sources">The records it comes from, as far as they can be read.</param>
    public ImmutableList<Refusal> Refusals(DecisionContext context, params IEnumerable<RecordFile> sources)
    {
        var names = SourceNames.Of(sources);
        return
        [
            .. Text(Change, "change", "The change wanted", names),
            .. Text(What, "what", "What will be done", names),
            .. Owner.Refusals(context),
            .. Due <= context.Today ? [new("past", "Give a date after today.", "due")] : ImmutableList<Refusal>.Empty,
            .. Text(How, "how", "How it will be known", names),
        ];
    }

    /// <summary>
    /// That it was agreed, for the transaction of another command: the action's reference stands among that command's
    /// <see cref="Command.Others"/>, and its step among the rows of <see cref="ActionPermissions"/> for
    /// <see cref="ActionStage.NotStarted"/>.
    /// </summary>
    /// <param name="action">The new action's reference.</param>
    /// <param name="source">What it comes from.</param>
    /// <param name="context">Who decides, and when.</param>
    /// <param name="answer">Which answer of a report it was filled in from; null where from none.</param>
    public RecordChange Agreed(RecordRef action, ActionSource source, DecisionContext context, string? answer = null) =>
        new(
            action,
            new ActionAgreed(
                new(Change.Trim(), What.Trim(), Owner.AsInTheFile(context), Due, How.Trim()),
                source with
                {
                    Item = source.Item.Trim(),
                },
                context.Rules,
                context.PinDue(context.Rules, context.Today, Due)
            )
            {
                Answer = answer,
            }
        );

    private static IEnumerable<Refusal> Text(string text, string field, string title, SourceNames names) =>
        string.IsNullOrWhiteSpace(text) ? [new("answer-needed", $"{title}: enter an answer.", field)]
        : text.Trim().Length > LongestText ? [new("too-long", $"{title}: shorten it to {LongestText} characters or fewer.", field)]
        : names.Refuse(text, field, title) is { } refusal ? [refusal]
        : [];
}

/// <summary>What an action comes from.</summary>
/// <param name="Record">The case, the referral for practice learning, or the meeting.</param>
/// <param name="Item">Where in it, in a few words, such as "recommendation 2"; may be empty.</param>
public sealed record ActionSource(RecordRef Record, string Item)
{
    /// <summary>The longest <see cref="Item"/>, in characters.</summary>
    public const int LongestItem = 80;
}

/// <summary>
/// Who owns an action: a person of the partnership's file, or somebody entered by role, name and address, without an account until it is
/// known which is theirs.
/// </summary>
/// <param name="PersonId">Their id: in the file, or of the account they came in by; empty where they have no account.</param>
/// <param name="Display">Their role, or how the directory calls them.</param>
/// <param name="Name">The name of somebody who was entered by hand; empty else.</param>
/// <param name="Email">Their address; empty where the file gives it.</param>
/// <param name="AgencyId">Their agency's id in the file; empty where it is not in it.</param>
/// <param name="AgencyName">Their agency as people call it.</param>
public sealed record ActionOwner(string PersonId, string Display, string Name, string Email, string AgencyId, string AgencyName)
{
    /// <summary>The longest of its texts, in characters.</summary>
    public const int Longest = 120;

    /// <summary>Somebody of the partnership's file; the rest is found there.</summary>
    public static ActionOwner OfTheFile(string personId) => new(personId, "", "", "", "", "");

    /// <summary>Whether they can press buttons here; operations record what is said by who cannot.</summary>
    public bool HasAccount => PersonId.Length > 0;

    /// <summary>
    /// Whether they were entered by hand and are in no file, with an account or without one: they are reached at the address that was
    /// entered, and operations may record what they say.
    /// </summary>
    public bool IsByHand => !HasAccount || Name.Length > 0;

    /// <summary>
    /// Whether it is the same person, whatever the directory calls them by now; of two entered by hand, the same in all they give,
    /// whether they have come in or not.
    /// </summary>
    public bool IsSameAs(ActionOwner other)
    {
        static string Plain(string text) => text.Trim().ToUpperInvariant();
        return !IsByHand || !other.IsByHand
            ? PersonId == other.PersonId
            : (Plain(Display), Plain(Name), Plain(Email), AgencyId, Plain(AgencyName))
                == (Plain(other.Display), Plain(other.Name), Plain(other.Email), other.AgencyId, Plain(other.AgencyName));
    }

    /// <summary>
    /// What is wrong, each naming its field: <c>owner</c>, or of who has no account <c>ownerrole</c>, <c>ownername</c>,
    /// <c>owneremail</c>, <c>agency</c>.
    /// </summary>
    /// <param name="who">Who is to be chosen, in words.</param>
    /// <param name="whose">Whose the particulars are, in words.</param>
    public IEnumerable<Refusal> Refusals(DecisionContext context, string who = "who owns it", string whose = "the owner's")
    {
        if (HasAccount)
        {
            return Name.Trim().Length + Email.Trim().Length > 0
                    ?
                    [
                        new Refusal(
                            "one-owner",
                            "You have chosen somebody, and entered somebody else. Take back the one or the other.",
                            "owner"
                        ),
                    ]
                : context.People.Exists(person => person.PersonId == PersonId) ? []
                : [new Refusal("person-needed", $"Choose {who}, or enter somebody who has no account.", "owner")];
        }

        return string.IsNullOrWhiteSpace(string.Concat(Display, Name, Email))
            ? [new("person-needed", $"Choose {who}, or enter somebody who has no account.", "owner")]
            : new[]
            {
                Missing(Display, "ownerrole", $"Enter {whose} role."),
                Missing(Name, "ownername", $"Enter {whose} name."),
                Email.Trim() is { Length: > 0 and <= Longest } email && Address.IsOne(email)
                    ? null
                    : new("answer-needed", $"Enter {whose} email address.", "owneremail"),
                Missing(AgencyName, "agency", $"Choose {whose} agency."),
            }.OfType<Refusal>();
    }

    /// <summary>As the partnership's file has them now; as given, where they are not in it.</summary>
    public ActionOwner AsInTheFile(DecisionContext context) =>
        context.People.Find(person => HasAccount && person.PersonId == PersonId) is { } person
            ? new(person.PersonId, person.Display, "", "", person.AgencyId, person.AgencyName)
            : this with
            {
                Display = Display.Trim(),
                Name = Name.Trim(),
                Email = Email.Trim(),
            };

    private static Refusal? Missing(string text, string field, string message) =>
        string.IsNullOrWhiteSpace(text) ? new("answer-needed", message, field)
        : text.Trim().Length > Longest ? new("too-long", $"Shorten it to {Longest} characters or fewer.", field)
        : null;
}
