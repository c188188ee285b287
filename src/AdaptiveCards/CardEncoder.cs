using System.Text;
using System.Text.Encodings.Web;

namespace AdaptiveCards;

/// <summary>
/// Escapes only what JSON itself asks for: quotation marks, backslashes, control characters. Escaped, a letter of most of the world's
/// scripts would count six times against what Teams takes, an emoji twelve times; the framework's relaxed encoder still escapes emoji.
/// A card is only ever read as JSON, and never stands in a page of HTML.
/// </summary>
internal sealed class CardEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Json = UnsafeRelaxedJsonEscaping;

    private CardEncoder() { }

    internal static CardEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => Json.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\' || !Rune.IsValid(unicodeScalar);

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar,
        char* buffer,
        int bufferLength,
        out int numberOfCharactersWritten
    ) => Json.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        for (var at = 0; !rest.IsEmpty; )
        {
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != System.Buffers.OperationStatus.Done || WillEncode(rune.Value))
            {
                return at;
            }

            at += length;
            rest = rest[length..];
        }

        return -1;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        for (var at = 0; at < utf8Text.Length; )
        {
            if (
                Rune.DecodeFromUtf8(utf8Text[at..], out var rune, out var length) != System.Buffers.OperationStatus.Done
                || WillEncode(rune.Value)
            )
            {
                return at;
            }

            at += length;
        }

        return -1;
    }
}
