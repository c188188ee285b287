using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>Who outside the partnership is told of a review (C8, C15, C17).</summary>
public enum OutsideBody
{
    /// <summary>The Child Safeguarding Practice Review Panel.</summary>
    Panel,

    /// <summary>Ofsted.</summary>
    Ofsted,

    /// <summary>The Department for Education, for the Secretary of State.</summary>
    DepartmentForEducation,
}

/// <summary>What a body outside is told of.</summary>
public enum TellingOf
{
    /// <summary>A review was decided on (C8).</summary>
    Decision,

    /// <summary>It will not be done within its limit, and why (C17).</summary>
    Delay,

    /// <summary>The report before it is published, or its improvements, or why nothing is published (C15).</summary>
    Report,

    /// <summary>Who reviews, and each change of it (C8, C9).</summary>
    Reviewer,
}

/// <summary>Whom something is told.</summary>
public static class Tellings
{
    /// <summary>Whom (C8, C9, C15, C17).</summary>
    public static ImmutableArray<OutsideBody> ToWhom(this TellingOf what) =>
        what switch
        {
            TellingOf.Decision or TellingOf.Report or TellingOf.Reviewer =>
            [
                OutsideBody.Panel,
                OutsideBody.Ofsted,
                OutsideBody.DepartmentForEducation,
            ],
            TellingOf.Delay => [OutsideBody.Panel, OutsideBody.DepartmentForEducation],
        };
}

/// <summary>A body outside was told of something.</summary>
/// <param name="On">The day.</param>
/// <param name="How">How, and to which address; as it was recorded.</param>
/// <param name="By">Who recorded it, as others saw them.</param>
public sealed record BodyTold(TellingOf Of, OutsideBody Body, DateOnly On, string How, string By);
