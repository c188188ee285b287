using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>A review as it is proposed, or begun.</summary>
/// <param name="Subjects">The cases and referrals it is about; none where it is about a theme.</param>
/// <param name="Title">What it is about, without a name.</param>
/// <param name="Criteria">What of the regulation speaks for it (C8); may be empty for what the leads do not decide.</param>
/// <param name="Reasons">Why, measured by these.</param>
/// <param name="Others">What else was possible, and why that is not enough (C8).</param>
public sealed record ReviewPlan(
    ReviewKind Kind,
    ImmutableList<RecordRef> Subjects,
    string Title,
    ImmutableList<ReviewCriterion> Criteria,
    string Reasons,
    string Others
)
{
    /// <summary>Who does it, or published it, where that is somebody else (C7, C21); null for what is done here.</summary>
    public OutsideSource? From { get; init; }

    /// <summary>The most cases and referrals one review is about.</summary>
    public const int MostSubjects = 8;

    /// <summary>The longest title, in characters.</summary>
    public const int LongestTitle = 120;

    /// <summary>
    /// What is wrong with it, each naming its field: <c>title</c>, <c>measures</c>, <c>grounds</c>, <c>instead</c>, <c>subjects</c>.
    /// </summary>
    /// <param name="subjects">What it is about, as far as it can be read.</param>
    public IEnumerable<Refusal> Refusals(IEnumerable<RecordFile> subjects)
    {
        var names = SourceNames.Of(subjects);
        return new[]
        {
            string.IsNullOrWhiteSpace(Title) ? new("answer-needed", "Enter what it is about, without a name.", "title")
            : Title.Trim().Length > LongestTitle ? new("too-long", $"Shorten it to {LongestTitle} characters or fewer.", "title")
            : names.Refuse(Title, "title", "What it is about"),
            Subjects.Count > MostSubjects
                ? new("too-many", $"Name {MostSubjects} cases and referrals at most; for more make it a thematic review.", "subjects")
                : null,
            Kind == ReviewKind.LocalReview && !Subjects.Exists(one => one.Kind == RecordKind.Case)
                ? new("case-needed", "A local review follows a case. Begin it from the case.", "subjects")
                : null,
            Kind == ReviewKind.LocalReview && Criteria.IsEmpty
                ? new("choice-needed", "Choose what of the regulation speaks for it.", "measures")
                : null,
            Said.Needed(Reasons, "grounds", "Say why, so that it can be read in years to come."),
            Kind.IsDecidedByLeads()
                ? Said.Needed(Others, "instead", "Say what else was possible, and why that is not enough.")
                : Said.TooLong(Others, "instead"),
        }.Concat(Kind.IsFromOutside() ? (From ?? new("", "", "")).Refusals() : []).OfType<Refusal>();
    }

    /// <summary>As it is kept.</summary>
    internal ReviewPlan Trimmed() =>
        this with
        {
            Title = Title.Trim(),
            Reasons = Reasons.Trim(),
            Others = Others.Trim(),
            Criteria = [.. Criteria.Distinct()],
            Subjects = [.. Subjects.Distinct()],
            From = Kind.IsFromOutside() ? From?.Trimmed() : null,
        };
}

/// <summary>
/// How a role departs from the partnership's file for this review, as it did in a case that it is about (A10, PD17): who stood aside there
/// has no part in it here, and with whom it was handed over to it is here too.
/// </summary>
/// <param name="StoodAside">Who has no part in it.</param>
/// <param name="HandedTo">The one who has it; empty where it was not handed over.</param>
public sealed record AssignedForReview(Role Role, ImmutableList<string> StoodAside, string HandedTo)
{
    /// <summary>As it stands in the cases that a review is about; of several that differ, the first that was handed over.</summary>
    internal static ImmutableList<AssignedForReview> Of(IEnumerable<RecordFile> subjects)
    {
        var cases = subjects.OfType<CaseFile>().ToList();
        return
        [
            .. Enum.GetValues<Role>()
                .Select(role => (role, All: cases.ConvertAll(file => file.AssignmentOf(role))))
                .Select(one => new AssignedForReview(
                    one.role,
                    [.. one.All.SelectMany(assigned => assigned.StoodAside).Distinct().Order(StringComparer.Ordinal)],
                    one.All.Find(assigned => assigned.HandedTo.Length > 0)?.HandedTo ?? ""
                ))
                .Where(one => one.HandedTo.Length > 0 || !one.StoodAside.IsEmpty),
        ];
    }
}

/// <summary>What a lead thinks of a review that is proposed (C8).</summary>
/// <param name="Lead">For which partner.</param>
/// <param name="By">Who, as others saw them.</param>
public sealed record LeadsView(Role Lead, bool Agrees, string Reason, DateTimeOffset At, string By)
{
    /// <summary>Who gave it by telephone, where operations recorded it (PD8); null for the lead's own word.</summary>
    public LeadsCall? Call { get; init; }

    /// <summary>The event that recorded it.</summary>
    public int Version { get; init; }
}
