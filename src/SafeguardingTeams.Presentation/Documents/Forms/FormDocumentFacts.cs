using System.Collections.Immutable;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>What a form in Word says beside its questions.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="AgencyKey">The agency it is sent to, by its key; hidden in the file, to know it again.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="Introduction">What stands before the first question, paragraph by paragraph.</param>
/// <param name="Told">What it tells, such as the summary of the case; stands after the first page of questions.</param>
/// <param name="Closing">What stands at the end.</param>
public sealed record FormDocumentFacts(
    string Reference,
    string AgencyKey,
    string Agency,
    string Partnership,
    ImmutableArray<string> Introduction,
    ImmutableArray<ToldSection> Told,
    ImmutableArray<string> Closing
)
{
    /// <summary>The number of the section 1 it asks about; 0 where it asks about none.</summary>
    public int SectionOne { get; init; }

    /// <summary>What stands where the reference does, of a form that has none yet; null where it has one.</summary>
    public string? Shown { get; init; }
}

/// <summary>A heading and what is told under it.</summary>
public sealed record ToldSection(string Title, string Text);

/// <summary>What the initial scoping form says of the case (B4, B5). Dates are London dates.</summary>
/// <param name="Reference">The case's reference.</param>
/// <param name="AgencyKey">The agency's key.</param>
/// <param name="Agency">The agency's name.</param>
/// <param name="Partnership">The partnership's name.</param>
/// <param name="Guidance">The national guidance by its name and year.</param>
/// <param name="LimitWorkingDays">The Rapid Review's limit in working days (B1).</param>
/// <param name="ReturnBy">The day it is due.</param>
/// <param name="ReturnAt">The time on that day.</param>
/// <param name="ReturnTo">The address it is returned to.</param>
/// <param name="Contact">Whom to ask, with telephone number and email address.</param>
/// <param name="Summary">The summary of the case.</param>
/// <param name="From">First day of the period to be looked at.</param>
/// <param name="To">Its last day.</param>
public sealed record ScopingFormFacts(
    string Reference,
    string AgencyKey,
    string Agency,
    string Partnership,
    string Guidance,
    int LimitWorkingDays,
    DateOnly ReturnBy,
    TimeOnly ReturnAt,
    string ReturnTo,
    string Contact,
    string Summary,
    DateOnly From,
    DateOnly To
)
{
    /// <inheritdoc cref="FormDocumentFacts.SectionOne"/>
    public int SectionOne { get; init; }
}
