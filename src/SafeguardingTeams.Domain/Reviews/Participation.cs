using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who may take part in a review (C13, E9).</summary>
public enum ParticipantKind
{
    /// <summary>The child it is about.</summary>
    Child,

    /// <summary>The child's siblings.</summary>
    Siblings,

    /// <summary>Somebody else of the family, or all of it.</summary>
    Family,

    /// <summary>Practitioners who worked with child or family.</summary>
    Practitioners,
}

/// <summary>Whether they take part.</summary>
public enum ParticipationAnswer
{
    /// <summary>It was offered, and they have not answered.</summary>
    NotYet,

    /// <summary>They take part, or did.</summary>
    TakesPart,

    /// <summary>They do not wish to.</summary>
    Declined,

    /// <summary>They are not asked, for a reason.</summary>
    NotAsked,
}

/// <summary>
/// The part of a person or a group in a review (C13): who they are by relation or group, never needed by name. The system writes to
/// nobody of them.
/// </summary>
/// <param name="Who">The relation, or the group.</param>
/// <param name="Decided">Who decided to invite them, or not to, and why.</param>
/// <param name="OfferedOn">The day it was offered; null where it was not.</param>
/// <param name="FirstTold">How and by whom they were first told.</param>
/// <param name="Support">What support or advocate they were offered, or have.</param>
/// <param name="Contributed">The day their contribution came; null before.</param>
/// <param name="Draft">The day they were offered the draft; null before.</param>
/// <param name="Said">What they said; may be empty.</param>
/// <param name="Called">How they wish to be called; may be empty.</param>
/// <param name="Perspective">How the child sees or saw it, whoever said so; may be empty.</param>
/// <param name="Told">The day they were told of publication; null before.</param>
public sealed record Participation(
    ParticipantKind Kind,
    string Who,
    string Decided,
    DateOnly? OfferedOn,
    string FirstTold,
    string Support,
    ParticipationAnswer Answer,
    DateOnly? Contributed,
    DateOnly? Draft,
    string Said,
    string Called,
    string Perspective,
    DateOnly? Told
)
{
    /// <summary>The longest of its texts, in characters: all of it stands on one card.</summary>
    private const int Longest = 1000;

    /// <summary>The longest of its lines, in characters.</summary>
    private const int LongestLine = 120;

    /// <summary>Whether it was offered to them.</summary>
    public bool IsOffered => Answer != ParticipationAnswer.NotAsked;

    /// <summary>Whether they take part, and were not told of publication: the card of publication says so (C16).</summary>
    public bool IsToBeTold => Answer == ParticipationAnswer.TakesPart && Told is null;

    /// <summary>What is wrong with it, each naming its field.</summary>
    internal IEnumerable<Refusal?> Refusals(DateOnly today) =>
        [
            Actions.Said.Needed(Who, "who", "Say who: the relation, or the group. No name is needed.", LongestLine),
            Actions.Said.Needed(Decided, "decided", "Say who decided to invite them, or not to, and why.", Longest),
            IsOffered && OfferedOn is null
                ? new("date-needed", "Enter the day it was offered.", "offered")
                : Day(OfferedOn, "offered", today),
            !IsOffered && OfferedOn is not null
                ? new("not-offered", "They are not asked: leave this empty, or choose another answer.", "offered")
                : null,
            IsOffered
                ? Actions.Said.Needed(FirstTold, "firsttold", "Say how and by whom they were first told.", Longest)
                : Actions.Said.TooLong(FirstTold, "firsttold", Longest),
            Actions.Said.TooLong(Support, "support", Longest),
            Later(Contributed, "contributed", today),
            Later(Draft, "draft", today),
            Later(Told, "told", today),
            Contributed is not null && Answer != ParticipationAnswer.TakesPart
                ? new("takes-no-part", "They take no part: leave this empty, or choose that they do.", "contributed")
                : null,
            Actions.Said.TooLong(Said, "said", Longest),
            Actions.Said.TooLong(Called, "called", LongestLine),
            Actions.Said.TooLong(Perspective, "perspective", Longest),
        ];

    /// <summary>As it is kept.</summary>
    internal Participation Trimmed() =>
        this with
        {
            Who = Who.Trim(),
            Decided = Decided.Trim(),
            FirstTold = FirstTold.Trim(),
            Support = Support.Trim(),
            Said = Said.Trim(),
            Called = Called.Trim(),
            Perspective = Perspective.Trim(),
        };

    private static Refusal? Day(DateOnly? day, string field, DateOnly today) =>
        day > today ? new("in-future", "This day is still to come.", field) : null;

    /// <summary>Of what comes once it was offered.</summary>
    private Refusal? Later(DateOnly? day, string field, DateOnly today) =>
        Day(day, field, today) ?? (day < OfferedOn ? new("too-early", "This is before it was offered.", field) : null);
}

/// <summary>The part of a person or a group, as it is recorded now.</summary>
/// <param name="Number">From 1, in the order they were entered.</param>
/// <param name="By">Who recorded it last, as others saw them.</param>
public sealed record Participant(int Number, Participation Part, string By);

/// <content>The part of family, child and practitioners (C13).</content>
public sealed partial record ReviewFile
{
    /// <summary>The most persons and groups of one review.</summary>
    public const int MostParticipants = 20;

    /// <summary>Who takes part or does not, by number.</summary>
    public ImmutableList<Participant> Participants { get; init; } = [];

    /// <summary>How often that was recorded or corrected.</summary>
    public int ParticipantsChanged { get; init; }
}
