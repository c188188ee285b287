using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <content>What those appointed read (C9).</content>
public static partial class ReviewPermissions
{
    /// <summary>Whether the agreed papers may be read now by those appointed.</summary>
    public static bool PapersAreOpen(ReviewFile file) => file.PapersHold && Decided.Contains(file.Stage);

    /// <summary>
    /// The appointments by which this person reads the terms of reference that hold and the agreed papers. It gives them no part in the
    /// review (<see cref="Sees"/>): nothing else of it is shown, and no step is theirs. Who stood aside from what it is about has none.
    /// </summary>
    public static IEnumerable<ReviewPerson> PartsOf(ReviewFile file, Actor actor) => PartsOf(file, actor.PersonId);

    /// <inheritdoc cref="PartsOf(ReviewFile, Actor)"/>
    public static IEnumerable<ReviewPerson> PartsOf(ReviewFile file, string personId) =>
        PapersAreOpen(file) && personId.Length > 0 && !StoodAside(file, personId)
            ? file.Appointed().Where(person => person.PersonId == personId)
            : [];

    /// <summary>The appointment a message says papers are ready for, while it is the last that says so; null else.</summary>
    public static ReviewPerson? ToldBy(ReviewFile file, string personId, Topic about) =>
        PartsOf(file, personId).FirstOrDefault(person => person.Told is [.., var last] && about == Topic.Appointed(person.Number, last));

    /// <summary>Whether somebody stood aside from what the review is about.</summary>
    internal static bool StoodAside(ReviewFile file, string personId) => file.Assigned.Exists(one => one.StoodAside.Contains(personId));
}
