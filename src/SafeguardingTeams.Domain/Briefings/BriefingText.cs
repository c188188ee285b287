using System.Collections.Immutable;
using SafeguardingTeams.Domain.Anonymity;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Forms.Library;

namespace SafeguardingTeams.Domain.Briefings;

/// <summary>Somebody, as others saw them.</summary>
/// <param name="PersonId">Their id in the partnership's file.</param>
public sealed record BriefingPerson(string PersonId, string Display);

/// <summary>What is written in a briefing, as it was put before whoever checks it.</summary>
/// <param name="Number">Which time, from 1.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Found">What in it may point to a person, for whoever checks (E26).</param>
public sealed record BriefingText(
    int Number,
    string FormId,
    int FormVersion,
    Answers Answers,
    BriefingPerson Author,
    DateOnly On,
    ImmutableList<FoundInBox> Found
)
{
    /// <summary>The form it was written in.</summary>
    public Form Form => FormLibrary.Get(FormId, FormVersion);

    /// <summary>What it is called; without a name.</summary>
    public string Title => Answers[BriefingForms.First, BriefingForms.Title];
}

/// <summary>What may point to a person, and in which box.</summary>
/// <param name="Box">What the box is called.</param>
/// <param name="Text">As it stands there.</param>
public sealed record FoundInBox(string Box, DetailKind Kind, string Text);

/// <summary>What whoever checks a briefing looks at (E26).</summary>
public enum CheckedFor
{
    /// <summary>Names and nicknames.</summary>
    Names,

    /// <summary>Dates and ages.</summary>
    Dates,

    /// <summary>Places.</summary>
    Places,

    /// <summary>Schools and hospitals.</summary>
    Schools,

    /// <summary>Agencies and job titles.</summary>
    Jobs,

    /// <summary>How the family is made up.</summary>
    Family,

    /// <summary>Rare facts, such as an illness.</summary>
    RareFacts,

    /// <summary>Court, the media, quotations.</summary>
    Media,
}

/// <summary>A briefing was checked by somebody who did not write it (E26).</summary>
/// <param name="By">Who.</param>
/// <param name="Missed">What may have been missed: what a reader with local knowledge could still find out.</param>
public sealed record BriefingCheck(BriefingPerson By, DateOnly On, string Missed);

/// <summary>A text as it was sent.</summary>
/// <param name="Version">The event that sent it.</param>
public sealed record SentText(BriefingText Text, BriefingCheck Check, DateOnly On, int Version);

/// <summary>How an agency talked about it.</summary>
public enum BriefingUse
{
    /// <summary>In a team meeting.</summary>
    TeamMeeting,

    /// <summary>In supervision.</summary>
    Supervision,

    /// <summary>In training.</summary>
    TrainingSession,

    /// <summary>In another way.</summary>
    Otherwise,
}

/// <summary>How an agency used a briefing, or why not (E20).</summary>
/// <param name="Teams">Which teams it reached; empty where it was not used.</param>
/// <param name="People">How many people; null where not known, or not used.</param>
/// <param name="Uses">How; none where it was not used.</param>
/// <param name="CameUp">What came up.</param>
/// <param name="WillChange">What will be different.</param>
/// <param name="Asks">What it asks back; may be empty.</param>
/// <param name="WhyNot">Why it was not used; empty where it was.</param>
/// <param name="Verified">How operations made sure, where they record it for the agency; empty for its own word.</param>
public sealed record BriefingUsed(
    string AgencyId,
    string Teams,
    int? People,
    ImmutableList<BriefingUse> Uses,
    string CameUp,
    string WillChange,
    string Asks,
    string WhyNot,
    string Verified
)
{
    /// <summary>Whether it was talked about.</summary>
    public bool IsUsed => WhyNot.Length == 0;

    /// <summary>The longest of its texts, in characters.</summary>
    public const int LongestText = 1000;
}

/// <summary>The answer of an agency, when and by whom it was recorded.</summary>
/// <param name="By">Who recorded it, as others saw them.</param>
/// <param name="Sending">To which of the texts that went, from 1.</param>
public sealed record AgencysUse(BriefingUsed Used, DateOnly On, string By, int Sending);
