namespace SafeguardingTeams.Presentation.Typing;

/// <summary>
/// Half an emoji, as an input that cuts at a number of characters leaves it, comes as an escape that is no character: no reader takes it,
/// and the whole press would be lost. In its place stands the sign for what cannot be read, which has the same length.
/// </summary>
public static class WholeJson
{
    private const int Length = 6;

    /// <summary>Puts a body right where it stands.</summary>
    public static void Mend(Span<byte> json)
    {
        for (var at = 0; at < json.Length - 1; at++)
        {
            if (json[at] != '\\')
            {
                continue;
            }

            if (Half(json[at..]) is not { } high)
            {
                // Whatever is escaped is passed over, a backslash most of all.
                at++;
            }
            else if (high && Half(json[(at + Length)..]) is false)
            {
                at += 2 * Length - 1;
            }
            else
            {
                "\\uFFFD"u8.CopyTo(json[at..]);
                at += Length - 1;
            }
        }
    }

    /// <summary>Whether an escape is the first half of a pair, or the second; null where it is neither.</summary>
    private static bool? Half(ReadOnlySpan<byte> json) =>
        json.Length >= Length
        && json[0] == '\\'
        && json[1] == 'u'
        && (json[2] | 0x20) == 'd'
        && char.IsAsciiHexDigit((char)json[4])
        && char.IsAsciiHexDigit((char)json[5])
            ? (char)(json[3] | 0x20) switch
            {
                '8' or '9' or 'a' or 'b' => true,
                'c' or 'd' or 'e' or 'f' => false,
                _ => null,
            }
            : null;
}
