using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Reviews;

/// <summary>What terms of reference say (C2, C4, C10), in the order they are written and read.</summary>
public enum TermsPart
{
    /// <summary>What the review is for.</summary>
    Purpose,

    /// <summary>The period that is looked at, and why this one.</summary>
    Period,

    /// <summary>Three to six key lines of enquiry, each on a line of its own.</summary>
    Lines,

    /// <summary>Earlier local and national learning on them, and whether it was carried out.</summary>
    Earlier,

    /// <summary>The method, and why it is proportionate.</summary>
    Method,

    /// <summary>The agencies, what is asked of each, and by when.</summary>
    Agencies,

    /// <summary>How practitioners take part.</summary>
    Practitioners,

    /// <summary>How child and family take part: by whom, with what support.</summary>
    Family,

    /// <summary>What is looked at of equality, racism and protected characteristics.</summary>
    Equality,

    /// <summary>Parallel proceedings, and what they hold up.</summary>
    Parallel,

    /// <summary>The timetable up to publication.</summary>
    Timetable,

    /// <summary>Who monitors, how often, and who signs off.</summary>
    Governance,
}

/// <summary>What a part says.</summary>
public sealed record TermsText(TermsPart Part, string Text);

/// <summary>Terms of reference as they were put before the three leads (C10).</summary>
/// <param name="Number">Which version, from 1.</param>
/// <param name="Texts">What it says, each part once, in order.</param>
/// <param name="Why">Why it is another than before; empty for the first.</param>
/// <param name="On">The day it was put before them.</param>
/// <param name="By">By whom, as others saw them.</param>
public sealed record TermsVersion(int Number, ImmutableList<TermsText> Texts, string Why, DateOnly On, string By)
{
    /// <summary>Where it stands with the leads.</summary>
    public TermsState State { get; init; } = TermsState.WithLeads;

    /// <summary>The day all three had approved it, or one had not; null while they have it.</summary>
    public DateOnly? AnsweredOn { get; init; }
}

/// <summary>Where a version of terms of reference stands with the leads.</summary>
public enum TermsState
{
    /// <summary>They have it.</summary>
    WithLeads,

    /// <summary>All three approve it.</summary>
    Approved,

    /// <summary>One does not: it went back.</summary>
    Returned,
}

/// <summary>Terms of reference from the first words to the last version (C10).</summary>
public sealed record TermsOfReview
{
    /// <summary>What is written now; from it the next version is made.</summary>
    public ImmutableList<TermsText> Draft { get; init; } = [];

    /// <summary>How often it was written, or put before the leads.</summary>
    public int Changes { get; init; }

    /// <summary>The versions that were put before the leads, oldest first.</summary>
    public ImmutableList<TermsVersion> Versions { get; init; } = [];

    /// <summary>What the leads say to the last of them; one for each partner. Kept apart from what they say of the review.</summary>
    public ImmutableList<LeadsView> Views { get; init; } = [];

    /// <summary>The last version; null before the first.</summary>
    public TermsVersion? Last => Versions is [.., var last] ? last : null;

    /// <summary>The version that holds: the last that all three approved; null while there is none.</summary>
    public TermsVersion? Approved => Versions.FindLast(version => version.State == TermsState.Approved);

    /// <summary>Whether the leads have a version and have not all answered.</summary>
    public bool AreWithLeads => Last is { State: TermsState.WithLeads };

    /// <summary>The parts of which nothing is written yet.</summary>
    public IEnumerable<TermsPart> Missing => Enum.GetValues<TermsPart>().Except(Draft.Select(one => one.Part));

    /// <summary>Whether what is written is whole, and another than the last version.</summary>
    public bool AreReady => !Missing.Any() && (Last is null || !Last.Texts.SequenceEqual(Draft));

    /// <summary>What a part says in the draft; empty where nothing is written.</summary>
    public string this[TermsPart part] => Draft.Find(one => one.Part == part)?.Text ?? "";

    /// <summary>What is read: what the leads have, what holds, or what is written so far.</summary>
    public ImmutableList<TermsText> Read => AreWithLeads ? Last!.Texts : Approved?.Texts ?? Draft;

    /// <summary>With parts written anew; what is empty is not written.</summary>
    internal TermsOfReview With(ImmutableList<TermsText> texts) =>
        this with
        {
            Draft =
            [
                .. Draft
                    .RemoveAll(one => texts.Exists(text => text.Part == one.Part))
                    .AddRange(texts.Where(text => text.Text.Length > 0))
                    .OrderBy(one => one.Part),
            ],
            Changes = Changes + 1,
        };

    /// <summary>With a version put before the leads, who have said nothing to it.</summary>
    internal TermsOfReview Put(TermsVersion version) => this with { Versions = Versions.Add(version), Views = [], Changes = Changes + 1 };

    /// <summary>With the last version answered.</summary>
    internal TermsOfReview Answered(TermsState state, DateOnly on) =>
        this with
        {
            Versions = Versions.SetItem(Versions.Count - 1, Last! with { State = state, AnsweredOn = on }),
        };
}

/// <summary>Checks of what is written as terms of reference.</summary>
public static class TermsChecks
{
    /// <summary>The longest text of a part, in characters: half of them stand on one card.</summary>
    public const int Longest = 1500;

    /// <summary>The fewest lines of enquiry.</summary>
    private const int FewestLines = 3;

    /// <summary>The most lines of enquiry.</summary>
    private const int MostLines = 6;

    /// <summary>The field of a part on its card.</summary>
    public static string Field(this TermsPart part) => $"terms{part.ToString().ToLowerInvariant()}";

    /// <summary>What is wrong with a part as it is written, naming its field; null where nothing is.</summary>
    internal static Refusal? Refuse(TermsText one) =>
        Said.TooLong(one.Text, one.Part.Field(), Longest)
        ?? (
            one.Part == TermsPart.Lines && one.Text.Length > 0 && Lines(one.Text) is < FewestLines or > MostLines
                ? new("lines", $"Write {FewestLines} to {MostLines} lines of enquiry, each on a line of its own.", one.Part.Field())
                : null
        );

    /// <summary>As it is kept.</summary>
    internal static TermsText Trimmed(this TermsText one) =>
        one with
        {
            Text = one.Text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim(),
        };

    private static int Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
}
