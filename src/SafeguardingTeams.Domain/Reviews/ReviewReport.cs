using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What a final report is accepted against (C14).</summary>
public enum ReportCheck
{
    /// <summary>What should improve is summed up.</summary>
    Improvements,

    /// <summary>Why it happened is analysed, and not only what.</summary>
    UnderlyingReasons,

    /// <summary>How the child saw it stands by itself.</summary>
    ChildsPerspective,

    /// <summary>Equality was considered.</summary>
    Equality,

    /// <summary>The family's voice is there, or why not.</summary>
    FamilysVoice,

    /// <summary>The reviewers are named.</summary>
    ReviewersNamed,

    /// <summary>It can be published without harm to a child or an adult at risk.</summary>
    FitToPublish,

    /// <summary>The agencies have checked the facts.</summary>
    FactsChecked,
}

/// <summary>A final report put before the leads (C14).</summary>
/// <param name="Checks">What of the list it fulfils.</param>
/// <param name="Why">Why it is put before them all the same, where it does not fulfil all; empty else.</param>
/// <param name="Advice">What the group advises.</param>
/// <param name="AdvisedOn">The day of the group's meeting.</param>
/// <param name="Link">Where it can be read.</param>
public sealed record FinalReport(ImmutableList<ReportCheck> Checks, string Why, string Advice, DateOnly AdvisedOn, string Link)
{
    /// <summary>What of the list it does not fulfil.</summary>
    public IEnumerable<ReportCheck> Missing => Enum.GetValues<ReportCheck>().Except(Checks);
}

/// <summary>What of a review is published (C15, C16).</summary>
public enum PublicationForm
{
    /// <summary>The report.</summary>
    Report,

    /// <summary>The improvements alone, and why only these.</summary>
    ImprovementsOnly,

    /// <summary>Nothing, and why.</summary>
    Nothing,
}

/// <summary>How a review is to be published, and how it was (C15, C16).</summary>
/// <param name="Why">Why only the improvements, or nothing; empty for the report.</param>
/// <param name="On">The day that is planned; where nothing is published, the day on which that is said.</param>
public sealed record Publication(PublicationForm Form, string Why, DateOnly On)
{
    /// <summary>The day it was published; null while it is not.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where; empty while it is not.</summary>
    public string Where { get; init; } = "";
}
