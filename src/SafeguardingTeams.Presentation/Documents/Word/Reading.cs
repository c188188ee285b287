using System.Globalization;
using System.Text;
using System.Xml.Linq;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Documents.Package;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>A control found in a file.</summary>
/// <param name="Text">What it shows; empty where only its placeholder stands.</param>
/// <param name="Ticked">For a tick, whether it is; null for all others.</param>
/// <param name="Row">The table row it stands in, counted through the file; 0 outside tables.</param>
/// <param name="Table">The table it stands in, likewise.</param>
internal sealed record FoundControl(string Tag, string Text, bool? Ticked, int Row, int Table);

/// <summary>
/// Reads a Word file's body as people see it: the controls in order, and the lines beside them. Text struck out under tracked
/// changes is left out, text inserted is read. Depth is limited before, by <c>SafeXml</c>, so that it can call itself.
/// </summary>
/// <param name="field">The tag a control has, or had before a program took it out; null where it is none of the form's: such a control is
/// read as part of the text round it.</param>
/// <param name="note">The text of a footnote or endnote, by what refers to it; null where there are none.</param>
internal sealed class Reading(Func<XElement, string?> field, Func<XElement, XElement?>? note = null)
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly XNamespace W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly HashSet<XName> Skipped =
    [
        W + "del",
        W + "moveFrom",
        W + "instrText",
        W + "delText",
        W + "pPr",
        W + "rPr",
        W + "sdtPr",
        W + "sdtEndPr",
        W + "tblPr",
        W + "trPr",
        W + "tcPr",
        W + "sectPr",
        Compatibility + "Fallback",
    ];

    private static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    /// <summary>Elements whose text says where and how large something is, or is no text for people.</summary>
    private static readonly HashSet<string> Silent =
    [
        "posOffset",
        "align",
        "pctWidth",
        "pctHeight",
        "pctPosHOffset",
        "pctPosVOffset",
        "fldData",
        "FieldCodes",
    ];

    private readonly List<FoundControl> _controls = [];
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);
    private readonly List<string> _lines = [];
    private readonly Dictionary<int, List<string>> _printed = [];
    private readonly Dictionary<int, string> _captions = [];
    private (int Row, int Table) _place;
    private int _rows,
        _tables;

    internal IReadOnlyList<FoundControl> Found => _controls;

    /// <summary>The text of each paragraph outside the controls, spaces evened out, blank ones left out.</summary>
    internal IReadOnlyList<string> Lines => _lines;

    /// <summary>What may show text and could not be read, by its name.</summary>
    internal IEnumerable<string> Unread => _unread.Order(StringComparer.Ordinal);

    /// <summary>What is printed in a table row beside its controls, paragraph by paragraph.</summary>
    internal IReadOnlyList<string> Printed(int row) => _printed.GetValueOrDefault(row, []);

    /// <summary>The line above a table.</summary>
    internal string Caption(int table) => _captions.GetValueOrDefault(table, "");

    internal Reading Read(XElement body)
    {
        var outside = new StringBuilder();
        Visit(body, outside);
        Add(outside);
        return this;
    }

    private void Visit(XElement element, StringBuilder line)
    {
        if (Skipped.Contains(element.Name))
        {
            return;
        }

        if (element.Name == W + "p")
        {
            var own = new StringBuilder();
            Children(element, own);
            Add(own);
        }
        else if (element.Name == W + "sdt" && field(element) is { } tag)
        {
            _controls.Add(new(tag, Shown(element), Ticked(element), _place.Row, _place.Table));
        }
        else if (element.Name == W + "tr" || element.Name == W + "tbl")
        {
            var outer = _place;
            if (element.Name == W + "tbl")
            {
                _captions[_tables + 1] = _lines.LastOrDefault() ?? "";
            }

            _place = element.Name == W + "tr" ? (++_rows, outer.Table) : (outer.Row, ++_tables);
            Children(element, line);
            _place = outer;
        }
        else if (Character(element) is { } text)
        {
            line.Append(text);
        }
        else
        {
            Children(element, line);
        }
    }

    private void Children(XElement element, StringBuilder line)
    {
        foreach (var child in element.Elements())
        {
            Visit(child, line);
        }
    }

    private void Add(StringBuilder line)
    {
        var text = string.Join(' ', Typed.Kept(line.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0)
        {
            _lines.Add(text);
            if (_place.Row > 0)
            {
                (_printed.TryGetValue(_place.Row, out var row) ? row : _printed[_place.Row] = []).Add(text);
            }
        }
    }

    /// <summary>A control's tag or title (<c>alias</c>), or empty.</summary>
    internal static string Of(XElement control, string property) =>
        control.Element(W + "sdtPr")?.Element(W + property)?.Attribute(W + "val")?.Value ?? "";

    private string Shown(XElement control)
    {
        var text = new StringBuilder();
        if (control.Element(W + "sdtContent") is { } content)
        {
            Append(content, text);
        }

        var shown = SafeText.Clean(text.ToString()).Trim();
        return Placeholders.All.Contains(shown, StringComparer.OrdinalIgnoreCase) ? "" : shown;
    }

    private void Append(XElement element, StringBuilder text)
    {
        foreach (var child in element.Elements().Where(child => !Skipped.Contains(child.Name)))
        {
            if (child.Name == W + "p" && text.Length > 0)
            {
                text.Append('\n');
            }

            if (Character(child) is { } character)
            {
                text.Append(child.Name == W + "br" || child.Name == W + "cr" ? "\n" : character);
            }
            else
            {
                Append(child, text);
            }
        }
    }

    private static bool? Ticked(XElement control) =>
        control.Element(W + "sdtPr")?.Element(W14 + "checkbox") is not { } box
            ? null
            : box.Element(W14 + "checked")?.Attribute(W14 + "val")?.Value is "1" or "true" or "on";

    /// <summary>What an element shows by itself; null where only what is in it shows anything.</summary>
    private string? Character(XElement element) =>
        element.Name == W + "t" || element.Name == Math + "t" || element.Name == Drawing + "t" ? element.Value
        : element.Name == W + "tab" || element.Name == W + "ptab" ? "\t"
        : element.Name == W + "sym" ? Symbol(element)
        : element.Name == W + "footnoteReference" || element.Name == W + "endnoteReference" ? Note(element)
        : element.Name == W + "br" || element.Name == W + "cr" ? " "
        : element.Name == W + "noBreakHyphen" ? "-"
        : element.Name == W + "softHyphen" ? ""
        : Unknown(element);

    /// <summary>Nothing of its own; text that stands in an element we do not know is noted, to be said.</summary>
    private string? Unknown(XElement element)
    {
        var words = element.Nodes().OfType<XText>().Any(text => !string.IsNullOrWhiteSpace(text.Value));
        if (words && !Silent.Contains(element.Name.LocalName) || element.Name.LocalName == "textpath")
        {
            _unread.Add(element.Name.LocalName);
        }

        return null;
    }

    /// <summary>A symbol of a font: ticks and crosses as such; any other that has no character of its own is noted.</summary>
    private string Symbol(XElement element)
    {
        var code = int.TryParse(element.Attribute(W + "char")?.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var read)
            ? read & 0x0FFF
            : 0;
        var isPrivate = element.Attribute(W + "char")?.Value is ['F' or 'f', ..] or ['0', 'F' or 'f', ..];
        var shown = (element.Attribute(W + "font")?.Value.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase), code) switch
        {
            (true, 0xFC or 0xFE or 0x50 or 0x52) => "\u2713",
            (true, 0xFB or 0xFD or 0x4F or 0x51) => "\u2717",
            _ when !isPrivate && read >= ' ' && Rune.IsValid(read) => char.ConvertFromUtf32(read),
            _ => "",
        };
        if (shown.Length == 0)
        {
            _unread.Add("sym");
        }

        return shown;
    }

    private string Note(XElement reference)
    {
        if (note?.Invoke(reference) is not { } found)
        {
            _unread.Add(reference.Name.LocalName);
            return "";
        }

        var text = new StringBuilder();
        foreach (var child in found.Elements().Where(child => !Skipped.Contains(child.Name)))
        {
            text.Append(' ');
            Append(child, text);
        }

        var words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length > 0 ? $" [note: {words}]" : "";
    }
}
