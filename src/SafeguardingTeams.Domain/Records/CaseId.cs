namespace SafeguardingTeams.Domain.Records;

/// <summary>
/// A case's reference: the partnership's code and eight characters that say nothing and cannot be
/// counted or guessed (PD15), such as <c>GSCP-7K3M-9QXT</c>. It is the only name a case has outside a card (F2).
/// </summary>
public readonly record struct CaseId
{
    /// <summary>The characters a reference is made of: no vowels, so no words, and none that look like another.</summary>
    public const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private const int Length = 8;

    private CaseId(string value) => Value = value;

    /// <summary>The reference as people read it, in capitals.</summary>
    public string Value { get; }

    /// <summary>Makes a reference from chance given by the caller: each byte picks one character.</summary>
    /// <param name="partnershipCode">Two to six capital letters.</param>
    /// <param name="chance">At least eight unpredictable bytes.</param>
    public static CaseId FromChance(string partnershipCode, ReadOnlySpan<byte> chance)
    {
        Span<char> letters = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            letters[i] = Alphabet[chance[i] % Alphabet.Length];
        }

        return new($"{partnershipCode}-{letters[..4]}-{letters[4..]}");
    }

    /// <summary>
    /// Reads a reference as somebody may have typed it: any case, with or without spaces round it. Null where it is none.
    /// </summary>
    public static CaseId? TryParse(string? text)
    {
        var value = text?.Trim().ToUpperInvariant() ?? "";
        var parts = value.Split('-');
        return
            parts is [{ Length: >= 2 and <= 6 } code, { Length: 4 } a, { Length: 4 } b]
            && code.All(char.IsAsciiLetterUpper)
            && a.Concat(b).All(Alphabet.Contains)
            ? new CaseId(value)
            : null;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is no reference.</exception>
    public static CaseId Parse(string text) => TryParse(text) ?? throw new FormatException("Not a case reference.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
