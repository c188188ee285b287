using System.Globalization;
using DocumentFormat.OpenXml;
using SafeguardingTeams.Presentation.Documents.Package;
using W = DocumentFormat.OpenXml.Wordprocessing;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace SafeguardingTeams.Presentation.Documents.Word;

/// <summary>
/// Content controls. They cannot be deleted by accident, only filled in. Each title begins with the control's number in the
/// document: some programs drop the tags and keep the titles. Marks are no fields, and have none.
/// </summary>
internal sealed class Controls
{
    /// <summary>Most characters of a tag or title that Word keeps.</summary>
    internal const int LongestTag = 64;

    /// <summary>The box characters of a tick; they stand beside words, never alone.</summary>
    internal const string Ticked = "☒",
        NotTicked = "☐";

    private const int FirstMark = 1_000_000;

    private int _last,
        _marks;

    internal W.SdtRun Of(Control control)
    {
        if (control.Tag.Length > LongestTag)
        {
            throw new ArgumentException($"A tag has at most {LongestTag} characters.", nameof(control));
        }

        if (control.Kind is ControlKind.Mark)
        {
            return new(
                new W.SdtProperties(
                    new W.SdtAlias { Val = SafeText.Clean(control.Title) },
                    new W.Tag { Val = control.Tag },
                    new W.SdtId { Val = FirstMark + ++_marks },
                    new W.Lock { Val = W.LockingValues.SdtContentLocked },
                    new W.SdtContentText()
                ),
                new W.SdtContentRun(Runs.Of(control.Text))
            );
        }

        var title = $"{++_last}. {SafeText.Clean(control.Title)}";
        var properties = new W.SdtProperties(
            new W.SdtAlias { Val = title.Length <= LongestTag ? title : $"{title[..(LongestTag - 1)].TrimEnd()}…" },
            new W.Tag { Val = control.Tag },
            new W.SdtId { Val = _last },
            new W.Lock { Val = W.LockingValues.SdtLocked }
        );
        var empty = control.Text.Length == 0 && control.Kind is not ControlKind.Tick;
        if (empty)
        {
            properties.Append(new W.ShowingPlaceholder());
        }

        properties.Append(Kind(control.Kind));
        return new(
            properties,
            new W.SdtContentRun(
                empty ? Runs.Of(Placeholders.Of(control.Kind), style: "PlaceholderText")
                : control.Kind is ControlKind.Tick tick ? Runs.Of(tick.Ticked ? Ticked : NotTicked)
                : Runs.Of(control.Text)
            )
        );
    }

    /// <summary>The number a title begins with, or 0.</summary>
    internal static int Number(string title) =>
        int.TryParse(title.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static OpenXmlElement Kind(ControlKind kind) =>
        kind switch
        {
            ControlKind.Line => new W.SdtContentText(),
            ControlKind.Lines => new W.SdtContentText { MultiLine = true },
            ControlKind.Day day => Day(day.Date),
            ControlKind.Choice choice => new W.SdtContentDropDownList(
                choice.Options.Select(option => new W.ListItem { DisplayText = option.Label, Value = option.Value })
            ),
            ControlKind.Tick tick => new W14.SdtContentCheckBox(
                new W14.Checked { Val = tick.Ticked ? W14.OnOffValues.One : W14.OnOffValues.Zero },
                new W14.CheckedState { Font = "MS Gothic", Val = "2612" },
                new W14.UncheckedState { Font = "MS Gothic", Val = "2610" }
            ),
            _ => throw new InvalidOperationException("An unknown kind of control."),
        };

    private static W.SdtContentDate Day(DateOnly? date)
    {
        var content = new W.SdtContentDate(
            new W.DateFormat { Val = "d MMMM yyyy" },
            new W.LanguageId { Val = "en-GB" },
            new W.SdtDateMappingType { Val = W.DateFormatValues.DateTime },
            new W.Calendar { Val = W.CalendarValues.Gregorian }
        );
        if (date is { } day)
        {
            content.FullDate = new DateTimeValue { InnerText = $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T00:00:00Z" };
        }

        return content;
    }
}

/// <summary>What an empty control shows.</summary>
internal static class Placeholders
{
    internal const string Words = "Write here",
        Date = "Choose a date",
        Choose = "Choose";

    /// <summary>
    /// Ours, and those Word puts in their place when a control has been emptied. Whatever shows one of them holds nothing: not
    /// every program keeps the mark that says so.
    /// </summary>
    internal static readonly string[] All =
    [
        Words,
        Date,
        Choose,
        "Click or tap here to enter text.",
        "Click here to enter text.",
        "Click or tap to enter a date.",
        "Click here to enter a date.",
        "Choose an item.",
    ];

    internal static string Of(ControlKind kind) =>
        kind switch
        {
            ControlKind.Day => Date,
            ControlKind.Choice => Choose,
            _ => Words,
        };
}
