namespace SafeguardingTeams.Domain.Records;

/// <summary>The kinds of record. Each has its own key prefix, events, stages and permission table, and all go through one door.</summary>
public enum RecordKind
{
    /// <summary>A serious-incident referral and all that follows from it (sections A to C).</summary>
    Case,

    /// <summary>
    /// The Learning from Practice Group itself: seats, meetings ahead, terms of reference, absences, bank holidays (section E).
    /// There is one.
    /// </summary>
    Group,

    /// <summary>A referral for practice learning, and what the group makes of it (section D).</summary>
    Learning,

    /// <summary>An action that somebody owns, until it is known what changed (C5, C19).</summary>
    Action,

    /// <summary>A meeting of the group: agenda, what was decided, minutes (section E).</summary>
    Meeting,

    /// <summary>A review or an audit that follows a case, a referral or a theme (C1 to C3).</summary>
    Review,

    /// <summary>A briefing, a copy for training, or a paper for the TriBorough group (D4, E20, E23).</summary>
    Briefing,
}

/// <summary>
/// Which record: its kind and its id. The only name a record has in keys, links and logs; it says nothing of what is in it (F2).
/// </summary>
/// <param name="Id">
/// Its reference; empty for the one group. Of a practice-learning referral the partnership's code, <c>PL</c> and eight characters, such
/// as <c>GSCP-PL-7K3M-9QXT</c>, of an action the same with <c>AC</c>, of a meeting of the group with <c>GM</c>, of a review with <c>RV</c>,
/// of a briefing with <c>BR</c>, so that whoever reads it knows what it is.  </param>
public readonly record struct RecordRef(RecordKind Kind, string Id)
{
    private const string GroupName = "group";

    /// <summary>The letters in a reference that say of which kind it is; a case has none.</summary>
    private static readonly (RecordKind Kind, string Mark)[] Marks =
    [
        (RecordKind.Learning, "PL"),
        (RecordKind.Action, "AC"),
        (RecordKind.Meeting, "GM"),
        (RecordKind.Review, "RV"),
        (RecordKind.Briefing, "BR"),
    ];

    /// <summary>The group: there is one in a partnership.</summary>
    public static RecordRef Group { get; } = new(RecordKind.Group, "");

    /// <summary>The case as a record.</summary>
    public static implicit operator RecordRef(CaseId id) => Of(id);

    /// <inheritdoc cref="op_Implicit(CaseId)"/>
    public static RecordRef Of(CaseId id) => new(RecordKind.Case, id.Value);

    /// <summary>Makes the reference of a practice-learning referral, as <see cref="CaseId.FromChance"/> does of a case.</summary>
    public static RecordRef LearningFromChance(string partnershipCode, ReadOnlySpan<byte> chance) =>
        Marked(RecordKind.Learning, CaseId.FromChance(partnershipCode, chance));

    /// <summary>Makes the reference of an action, as <see cref="CaseId.FromChance"/> does of a case.</summary>
    public static RecordRef ActionFromChance(string partnershipCode, ReadOnlySpan<byte> chance) =>
        Marked(RecordKind.Action, CaseId.FromChance(partnershipCode, chance));

    /// <summary>A reference of a kind that has letters of its own, from that of a case.</summary>
    /// <exception cref="InvalidOperationException">The kind has none.</exception>
    public static RecordRef Marked(RecordKind kind, CaseId id)
    {
        var mark = Array.Find(Marks, one => one.Kind == kind).Mark ?? throw new InvalidOperationException($"{kind} has no letters.");
        return new(kind, id.Value.Insert(id.Value.IndexOf('-', StringComparison.Ordinal), $"-{mark}"));
    }

    /// <summary>The case's reference.</summary>
    /// <exception cref="InvalidOperationException">It is no case.</exception>
    public CaseId CaseId =>
        Kind == RecordKind.Case ? CaseId.Parse(Id) : throw new InvalidOperationException($"The {Kind} record is no case.");

    /// <summary>Reads what <see cref="ToString"/> wrote, or a reference as somebody may have typed it. Null where it is none.</summary>
    public static RecordRef? TryParse(string? text)
    {
        if (text == GroupName)
        {
            return Group;
        }

        var value = text?.Trim().ToUpperInvariant() ?? "";
        return CaseId.TryParse(value) is { } id ? Of(id)
            : value.Split('-') is [var code, var mark, var a, var b]
            && Array.Find(Marks, one => one.Mark == mark) is { Mark: not null } marked
            && CaseId.TryParse($"{code}-{a}-{b}") is not null
                ? new(marked.Kind, value)
            : null;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">It names no record.</exception>
    public static RecordRef Parse(string text) => TryParse(text) ?? throw new FormatException("It names no record.");

    /// <inheritdoc/>
    public override string ToString() => Kind == RecordKind.Group ? GroupName : Id;

    private static string Marked(string mark, string partnershipCode, ReadOnlySpan<byte> chance) =>
        CaseId.FromChance(partnershipCode, chance).Value.Insert(partnershipCode.Length, $"-{mark}");
}
