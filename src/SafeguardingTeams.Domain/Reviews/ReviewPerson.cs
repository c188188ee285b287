using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What somebody is appointed for (C2, C9).</summary>
public enum ReviewPersonRole
{
    /// <summary>Writes the review; there may be several.</summary>
    Reviewer,

    /// <summary>Chairs it and is independent of the agencies; there is one at a time.</summary>
    IndependentChair,

    /// <summary>Sits on its panel and was not directly involved; there may be several. Nobody outside is told of them.</summary>
    PanelMember,
}

/// <summary>What reviewer, independent Chair and panel members declare (C9).</summary>
/// <param name="IsEmployed">Whether they are employed by an agency of the case.</param>
/// <param name="Employed">What there is to say of that; may be empty where they are not.</param>
/// <param name="WasInvolved">Whether they were involved for an agency of the case.</param>
/// <param name="Involved">What there is to say of that; may be empty where they were not.</param>
/// <param name="Knows">What they know: practice, research, hindsight, communicating, engaging families.</param>
/// <param name="Conflicts">Conflicts of interest, real or perceived; empty where there are none.</param>
/// <param name="Handled">What is done about them, and about employment or involvement; empty where there is nothing to handle.</param>
public sealed record ReviewDeclaration(
    bool IsEmployed,
    string Employed,
    bool WasInvolved,
    string Involved,
    string Knows,
    string Conflicts,
    string Handled
)
{
    /// <summary>Whether it is to be said how it is handled.</summary>
    public bool NeedsHandling => IsEmployed || WasInvolved || !string.IsNullOrWhiteSpace(Conflicts);

    /// <summary>What is wrong with it, each naming its field.</summary>
    internal IEnumerable<Refusal?> Refusals() =>
        [
            IsEmployed
                ? Said.Needed(Employed, "employedwhy", "Say by which agency, and as what.", Longest)
                : Said.TooLong(Employed, "employedwhy", Longest),
            WasInvolved
                ? Said.Needed(Involved, "involvedwhy", "Say for which agency, and in what.", Longest)
                : Said.TooLong(Involved, "involvedwhy", Longest),
            Said.Needed(Knows, "knows", "Say what they know.", Longest),
            Said.TooLong(Conflicts, "conflicts", Longest),
            NeedsHandling
                ? Said.Needed(Handled, "handled", "Say how this is handled, or appoint somebody else.", Longest)
                : Said.TooLong(Handled, "handled", Longest),
        ];

    /// <summary>As it is kept.</summary>
    internal ReviewDeclaration Trimmed() =>
        this with
        {
            Employed = Employed.Trim(),
            Involved = Involved.Trim(),
            Knows = Knows.Trim(),
            Conflicts = Conflicts.Trim(),
            Handled = Handled.Trim(),
        };

    /// <summary>The longest text of a declaration, in characters: all of it stands on one card.</summary>
    private const int Longest = 1000;
}

/// <summary>Who is appointed, as entered by hand (C9).</summary>
public sealed record NamedPerson(ReviewPersonRole Role, string Name, string Post, string Organisation)
{
    /// <summary>The longest of each, in characters.</summary>
    private const int Longest = 120;

    /// <summary>Where they are asked in as a guest once papers are agreed for them; empty where they are sent by hand.</summary>
    public string Email { get; init; } = "";

    /// <summary>What is wrong with it, each naming its field.</summary>
    internal IEnumerable<Refusal?> Refusals() =>
        [
            Said.Needed(Name, "name", "Enter the name.", Longest),
            Said.Needed(Post, "post", "Enter what they are: their post or profession.", Longest),
            Said.Needed(Organisation, "organisation", "Enter the organisation, or that they work for themselves.", Longest),
            RefuseEmail(Email),
        ];

    /// <summary>What is wrong with an address; null where nothing is.</summary>
    internal static Refusal? RefuseEmail(string email) =>
        email.Trim() is var address && (address.Length == 0 || (address.Length <= Longest && Address.IsOne(address)))
            ? null
            : new("answer-needed", "Enter their email address, or leave it empty.", "email");

    /// <summary>As it is kept.</summary>
    internal NamedPerson Trimmed() =>
        this with
        {
            Name = Name.Trim(),
            Post = Post.Trim(),
            Organisation = Organisation.Trim(),
            Email = Email.Trim(),
        };
}

/// <summary>A reviewer, an independent Chair or a panel member, from the appointment on (C9).</summary>
/// <param name="Number">Which, from 1.</param>
/// <param name="From">The day of the appointment.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record ReviewPerson(int Number, NamedPerson Who, ReviewDeclaration Declared, DateOnly From, string By)
{
    /// <summary>The day it ended; null while it holds.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Why it ended, or another came; empty while it holds.</summary>
    public string WhyEnded { get; init; } = "";

    /// <summary>Whose account it is, once they have come in; empty before, and where another address was entered since.</summary>
    public string PersonId { get; init; } = "";

    /// <summary>The event by which they were asked in last, by its number; 0 where they were not.</summary>
    public int AskedIn { get; init; }

    /// <summary>The events by which they were told that papers are ready for them, by number, oldest first.</summary>
    public ImmutableList<int> Told { get; init; } = [];

    /// <summary>How often another address was entered.</summary>
    public int AddressChanges { get; init; }

    /// <summary>Whether they have an address and have not come in.</summary>
    public bool IsToComeIn => IsAppointed && PersonId.Length == 0 && Who.Email.Length > 0;

    /// <summary>Which asking their account is looked for by.</summary>
    public Topic Asking => Topic.Appointed(Number, AskedIn);

    /// <summary>Whether the appointment holds.</summary>
    public bool IsAppointed => Until is null;
}

/// <summary>Who reviews, and what is asked of those who were appointed.</summary>
public static class ReviewAppointments
{
    /// <summary>The most who are appointed at a time.</summary>
    public const int Most = 6;

    /// <summary>Those whose appointment holds, in the order they were appointed.</summary>
    public static IEnumerable<ReviewPerson> Appointed(this ReviewFile file) => file.People.Where(person => person.IsAppointed);

    /// <summary>Whether Panel, Ofsted and DfE are told of who is appointed for it (C9).</summary>
    public static bool IsToldOutside(this ReviewPersonRole role) =>
        role switch
        {
            ReviewPersonRole.Reviewer or ReviewPersonRole.IndependentChair => true,
            ReviewPersonRole.PanelMember => false,
        };

    /// <summary>Those whose appointment holds and of whom Panel, Ofsted and DfE are told, in the order they were appointed.</summary>
    public static IEnumerable<ReviewPerson> ToldOutside(this ReviewFile file) =>
        file.Appointed().Where(person => person.Who.Role.IsToldOutside());

    /// <summary>How often somebody was appointed, an appointment ended, or another address was entered.</summary>
    internal static int Changes(this ReviewFile file) =>
        file.People.Sum(person => 1 + person.AddressChanges + (person.IsAppointed ? 0 : 1));

    /// <summary>The people after the appointment of one ended.</summary>
    internal static ImmutableList<ReviewPerson> Ended(this ImmutableList<ReviewPerson> people, int number, DateOnly on, string why) =>
        [.. people.Select(person => person.Number == number ? person with { Until = on, WhyEnded = why } : person)];

    /// <summary>It is to be told anew who reviews: what was told of those before stays on the timeline (C9).</summary>
    internal static ReviewFile ToldAnew(this ReviewFile file, DateOnly on) =>
        file with
        {
            ReviewersChangedOn = on,
            Told = file.Told.RemoveAll(told => told.Of == TellingOf.Reviewer),
        };
}
