using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.People;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.Seats;

/// <summary>The seats of the group: fill one, end one (E3).</summary>
public static class SeatCards
{
    /// <summary>The choice that says that the post or the person is entered by hand.</summary>
    public const string Other = "other";

    /// <summary>The value of the key "do" that goes on to the second page.</summary>
    public const string Next = "next";

    /// <summary>The value of the key "do" that goes back to the first page.</summary>
    public const string Back = "back";

    /// <summary>The answers of the first page.</summary>
    public static ImmutableList<string> PostFields { get; } = ["seat", "title", "agency"];

    /// <summary>The answers of the second page.</summary>
    public static ImmutableList<string> HolderFields { get; } = ["holder", "who", "email", "from"];

    /// <summary>The ten posts of the core membership, by role (E3).</summary>
    public static ImmutableList<(string Id, string Title)> Posts { get; } =
    [
        ("senior-assistant-director", "Senior Assistant Director, Social Care (Chair)"),
        ("head-of-quality", "Head of Quality and Improvement, Social Care"),
        ("detective-inspector", "Detective Inspector, police"),
        ("designated-nurse", "Designated Nurse, NHS"),
        ("schools-network", "Chair of the Schools' Safeguarding Network"),
        ("camhs", "Service Manager, CAMHS"),
        ("family-and-housing", "Family and Young People's Service Manager / Community Housing"),
        ("hospital-trust", "Lead Named Nurse Safeguarding Children (hospital trust)"),
        ("designated-doctor", "Designated Doctor"),
        ("community-trust", "Named Nurse for Safeguarding Children (community trust)"),
    ];

    /// <summary>Every seat there is: the ten, those never filled empty, then the partnership's own.</summary>
    public static IReadOnlyList<Seat> Seats(GroupFile group) =>
        [
            .. Posts.Select(post => group.Seats.GetValueOrDefault(post.Id) ?? new(post.Id, post.Title, "", "", null, [])),
            .. group.Seats.Values.Where(seat => !Posts.Exists(post => post.Id == seat.Id)),
        ];

    /// <summary>Those who hold a seat, or will, and of whom no last day is past.</summary>
    public static IReadOnlyList<(Seat Seat, SeatHolder Holder)> Held(GroupFile group, DateOnly today) =>
        [
            .. Seats(group)
                .Where(seat => seat.Held is [.., var last] && (last.To is not { } to || to >= today))
                .Select(seat => (seat, seat.Held[^1])),
        ];

    /// <summary>Say who holds a seat, first page: which seat, and whose it is.</summary>
    /// <param name="agencies">The partnership's agencies, by id and name.</param>
    /// <param name="filled">What was typed, on either page.</param>
    public static AdaptiveCard FillPost(
        GroupFile group,
        IReadOnlyList<(string Id, string Name)> agencies,
        Filled filled,
        CardContext context
    ) =>
        GroupForm.Draw(
            filled,
            context,
            "Fill a seat: which seat",
            "Page 1 of 2. Whoever holds the seat stands for the safeguarding partner its agency belongs to.",
            [
                .. GroupForm.Choose(
                    filled,
                    context,
                    "seat",
                    "Which seat?",
                    [.. Seats(group).Select(seat => new InputChoice(seat.Title, seat.Id)), new("Another post, entered below", Other)]
                ),
                .. GroupForm.Line(filled, context, "title", "If another post: what is it called?"),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "agency",
                    "Which agency is the seat for?",
                    agencies.Select(agency => new InputChoice(agency.Name, agency.Id))
                ),
            ],
            Button(context, "Continue", Verbs.GroupSeat, [(Verbs.Do, Next), .. filled.Keep(HolderFields)]).Main()
        );

    /// <summary>Say who holds a seat, second page: who, and from when.</summary>
    /// <param name="post">The seat, as it is called.</param>
    /// <param name="people">The partnership's people.</param>
    /// <param name="filled">What was typed, on either page.</param>
    public static AdaptiveCard FillHolder(string post, IReadOnlyList<Actor> people, Filled filled, CardContext context)
    {
        List<InputChoice> named = [.. people.Select(person => new InputChoice($"{person.Display}, {person.AgencyName}", person.PersonId))];
        return GroupForm.Draw(
            filled,
            context,
            "Fill a seat: who holds it",
            $"Page 2 of 2. Seat: {post}. Whoever held it before holds it until the day before.",
            [
                .. Finding.Over(
                    named,
                    filled,
                    context,
                    Button(context, "Find", Verbs.GroupSeat, [(Verbs.Do, Finding.Do), .. filled.Keep(PostFields)])
                ),
                .. GroupForm.Choose(
                    filled,
                    context,
                    "holder",
                    "Who holds it?",
                    [.. Finding.Shown(named, filled, filled["holder"]), new("Somebody else, entered below", Other)]
                ),
                .. GroupForm.Line(filled, context, "who", "If somebody else: their role and agency"),
                .. GroupForm.Line(filled, context, "email", "If somebody else: their email address", "Invitations go to this address."),
                .. GroupForm.Date(filled, context, "from", "From which day do they hold it?", there: Iso(context.Today)),
            ],
            Button(context, "Fill this seat", Verbs.GroupSeat, [(Verbs.Do, "yes"), .. filled.Keep(PostFields)]).Main(),
            Button(context, "Back to which seat", Verbs.GroupSeat, [(Verbs.Do, Back), .. filled.Keep(PostFields)])
        );
    }

    /// <summary>Say until when a seat is held.</summary>
    public static AdaptiveCard End(GroupFile group, Filled filled, CardContext context) =>
        Held(group, context.Today) is { Count: > 0 } held
            ? GroupForm.Draw(
                filled,
                context,
                "End a seat",
                "The seat is empty after the last day, until somebody else is named. They are no longer invited to meetings after it.",
                [
                    .. GroupForm.Choose(
                        filled,
                        context,
                        "seat",
                        "Which seat?",
                        held.Select(one => new InputChoice($"{one.Seat.Title}: {one.Holder.Display}", one.Seat.Id))
                    ),
                    .. GroupForm.Date(filled, context, "to", "The last day they hold it"),
                ],
                Button(context, "End this seat", Verbs.GroupSeatEnd, (Verbs.Do, "yes")).Main()
            )
            : GroupForm.Draw(filled, context, "End a seat", "Nobody holds a seat.", []);
}
