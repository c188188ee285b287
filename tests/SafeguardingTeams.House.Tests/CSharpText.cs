namespace SafeguardingTeams.House.Tests;

/// <summary>A piece of a C# file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says, without the marks around it.</param>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Column">How far that is from the line's beginning.</param>
internal sealed record Piece(PieceKind Kind, string Text, int Line, int Column);

internal enum PieceKind
{
    Comment,
    Literal,
}

/// <summary>Tells comments and literals of C# from the rest, which stays with spaces in their place.</summary>
internal sealed class CSharpText
{
    private readonly string _source;
    private readonly char[] _code;
    private readonly List<Piece> _pieces = [];
    private int _at;

    private CSharpText(string source)
    {
        _source = source;
        _code = source.ToCharArray();
    }

    internal IReadOnlyList<Piece> Pieces => _pieces;

    /// <summary>The file's lines with nothing but code in them.</summary>
    internal string[] CodeLines => new string(_code).Split('\n');

    internal static CSharpText Of(string source)
    {
        var text = new CSharpText(source);
        while (text._at < source.Length)
        {
            text.Step();
        }

        return text;
    }

    private void Step()
    {
        if (Here("//"))
        {
            Take(PieceKind.Comment, End("\n", _at), 2, 0);
        }
        else if (Here("/*"))
        {
            Take(PieceKind.Comment, End("*/", _at + 2) + 2, 2, 2);
        }
        else if (Here("\"\"\""))
        {
            var marks = _source[_at..].TakeWhile(sign => sign == '"').Count();
            Take(PieceKind.Literal, End(new string('"', marks), _at + marks) + marks, marks, marks);
        }
        else if (_source[_at] == '"')
        {
            Take(PieceKind.Literal, Verbatim() ? EndOfVerbatim() : EndOfString('"'), 1, 1);
        }
        else if (_source[_at] == '\'')
        {
            Take(PieceKind.Literal, EndOfString('\''), 1, 1);
        }
        else
        {
            _at++;
        }
    }

    private bool Here(string sign) => string.CompareOrdinal(_source, _at, sign, 0, sign.Length) == 0;

    private bool Verbatim() => _at > 0 && (_source[_at - 1] == '@' || (_at > 1 && _source[_at - 1] == '$' && _source[_at - 2] == '@'));

    private int End(string sign, int from)
    {
        var end = _source.IndexOf(sign, Math.Min(from, _source.Length), StringComparison.Ordinal);
        return end < 0 ? _source.Length : end;
    }

    private int EndOfString(char mark)
    {
        var end = _at + 1;
        while (end < _source.Length && _source[end] != mark && _source[end] != '\n')
        {
            end += _source[end] == '\\' ? 2 : 1;
        }

        return end + 1;
    }

    private int EndOfVerbatim()
    {
        var end = _at + 1;
        while (end < _source.Length && (_source[end] != '"' || (end + 1 < _source.Length && _source[end + 1] == '"')))
        {
            end += _source[end] == '"' ? 2 : 1;
        }

        return end + 1;
    }

    private void Take(PieceKind kind, int end, int before, int after)
    {
        end = Math.Min(end, _source.Length);
        var lineStart = _source.LastIndexOf('\n', Math.Max(0, _at - 1)) + 1;
        var inner = end - after > _at + before ? _source[(_at + before)..(end - after)] : "";
        _pieces.Add(new(kind, inner, _source.AsSpan(0, _at).Count('\n') + 1, _at - lineStart));
        for (; _at < end; _at++)
        {
            _code[_at] = _code[_at] == '\n' ? '\n' : ' ';
        }
    }
}
