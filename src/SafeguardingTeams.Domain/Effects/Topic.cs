using System.Globalization;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Effects;

/// <summary>
/// Which of several messages, mails or documents of one kind: an agency's, a round's, the one of an event. It is part of row keys and
/// of stored rows, so that two of the same topic are the same message; what <see cref="ToString"/> gives must never change.
/// </summary>
/// <remarks>
/// The text alone does not say what a name stands for: in a letter it is an agency, in a reminder a clock. Who asks knows that by the
/// kind, and reads the property that kind is made with. Text of no known shape is a topic too: its name is the whole text, it has no
/// number and is no news, so that a row which cannot be understood matches nothing instead of stopping the sweep that reads it.
/// </remarks>
public sealed record Topic
{
    private const string Item = "item";
    private const string Person = "person";

    private readonly string _text;

    private Topic(string text) => _text = text;

    /// <summary>Of a kind of which there is only one.</summary>
    public static Topic None { get; } = new("");

    /// <summary>The leads are done: the partners' view, to operations.</summary>
    public static Topic View { get; } = new("view");

    /// <summary>The leads are done: the authority is asked again.</summary>
    public static Topic Decided { get; } = new("decided");

    /// <summary>Whether there is only one of the kind.</summary>
    public bool IsNone => _text.Length == 0;

    /// <summary>The agency, role or clock it is about, without the number that tells several of it apart.</summary>
    public string Name => Dot is var dot and >= 0 ? _text[..dot] : _text;

    /// <summary>Which of several of its name: a naming of the agency's person, or the event; null where there is none.</summary>
    public int? Number => Dot is var dot and >= 0 ? Read(_text.AsSpan(dot + 1)) : null;

    /// <summary>What is new, in a message that brings news; null in any other.</summary>
    public TopicNews? News
    {
        get
        {
            var hyphen = _text.IndexOf('-', StringComparison.Ordinal);
            var word = hyphen < 0 ? _text : _text[..hyphen];
            return hyphen >= 0 && Read(_text.AsSpan(hyphen + 1)) is null
                ? null
                : Enum.GetValues<TopicNews>().Select(news => (TopicNews?)news).FirstOrDefault(news => Word(news!.Value) == word);
        }
    }

    /// <summary>The message that a mail stands in for; null where it stands in for none.</summary>
    public ReplacedMessage? Replaced =>
        _text.Split('.', 3) is [var kind, { Length: > 0 } person, var about]
        && Enum.GetValues<CardKind>().Select(one => (CardKind?)one).FirstOrDefault(one => one.ToString() == kind) is { } card
            ? new(card, person, Parse(about))
            : null;

    /// <summary>The item of a meeting, and who of those co-opted to it, that a message is about; null where it is about none.</summary>
    public (int Item, int Which)? CoOptedTo =>
        Name.StartsWith(Item, StringComparison.Ordinal)
        && Name[Item.Length..].Split('-') is [var item, var which]
        && (Read(item), Read(which)) is ({ } one, { } other)
            ? (one, other)
            : null;

    /// <summary>The number of who is appointed to a review that it is about; null where it is about none.</summary>
    public int? AppointedAs => Name.StartsWith(Person, StringComparison.Ordinal) ? Read(Name.AsSpan(Person.Length)) : null;

    /// <summary>Where the number of a name begins, at its dot; -1 where there is none.</summary>
    private int Dot => _text.LastIndexOf('.') is var dot and > 0 && Read(_text.AsSpan(dot + 1)) is not null ? dot : -1;

    /// <summary>The one event of the case with this number: what happened then is told in a message of its own.</summary>
    public static Topic AfterEvent(int version) => new($"at-{Digits(version)}");

    /// <summary>All that has come together since the event with this number, or that event where the kind has no other.</summary>
    public static Topic Since(int version) => new(Digits(version));

    /// <summary>A round of the leads' decisions, from 1.</summary>
    public static Topic Round(int number) => new(Digits(number));

    /// <summary>A report of the group, by its number.</summary>
    public static Topic Report(int number) => new(Numbered("report", number));

    /// <summary>A change to people or roles, by its number.</summary>
    public static Topic PeopleChange(int number) => new(Numbered("people", number));

    /// <summary>An agency; where it is told more than once, which naming or which event of the case it is.</summary>
    public static Topic Agency(string key, int? number = null) => new(Numbered(key, number));

    /// <summary>A role; where a message about it may come again, by which event of the case.</summary>
    public static Topic OfRole(Role role, int? version = null) => new(Numbered(role.ToString(), version));

    /// <summary>A reminder of a clock, by the event of the case that recorded it: unique whatever becomes of the clock.</summary>
    public static Topic Reminder(string clockId, int version) => new(Numbered(clockId, version));

    /// <summary>Somebody whom a message does not reach, on a day.</summary>
    public static Topic Unreached(string personId, DateOnly day) =>
        new(Numbered(personId, (((day.Year * 100) + day.Month) * 100) + day.Day));

    /// <summary>Somebody invited to the meeting.</summary>
    public static Topic Attendee(string key) => new(key);

    /// <summary>Somebody co-opted to an item of a meeting, by the event that told them.</summary>
    public static Topic CoOpted(int item, int which, int version) => new(Numbered($"{Item}{Digits(item)}-{Digits(which)}", version));

    /// <summary>Somebody appointed to a review, by the event that asked them in or told them.</summary>
    public static Topic Appointed(int number, int version) => new(Numbered($"{Person}{Digits(number)}", version));

    /// <summary>The calendar by which deadlines were counted again.</summary>
    public static Topic Calendar(string version) => new(version);

    /// <summary>News, and the event of the case that brought it; without one where it can come only once.</summary>
    public static Topic Of(TopicNews news, int? version = null) =>
        new(version is { } number ? $"{Word(news)}-{Digits(number)}" : Word(news));

    /// <summary>A mail in place of a message: which kind, for whom, and which of several.</summary>
    public static Topic InPlaceOf(CardKind kind, string personId, Topic about) => new($"{kind}.{personId}.{about}");

    /// <summary>The topic of a text as it is stored; any text is one.</summary>
    public static Topic Parse(string text) => text.Length == 0 ? None : new(text);

    /// <summary>As it is stored.</summary>
    public override string ToString() => _text;

    private static string Numbered(string name, int? number) => number is { } one ? $"{name}.{Digits(one)}" : name;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Read(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Word(TopicNews news) =>
        news switch
        {
            TopicNews.SpecialMeeting => "special",
            TopicNews.Approved => "approved",
            TopicNews.RecordCorrected => "record",
            TopicNews.ReportSent => "sent",
            TopicNews.PanelAnswered => "answer",
            TopicNews.PartnersResponded => "response",
            TopicNews.GroupRecommends => "group",
        };
}

/// <summary>What is new, where messages of one kind bring different news.</summary>
public enum TopicNews
{
    /// <summary>A special meeting of the group is asked for.</summary>
    SpecialMeeting,

    /// <summary>The leads have decided on the approval.</summary>
    Approved,

    /// <summary>The record of the Rapid Review meeting was corrected after the recommendation was agreed.</summary>
    RecordCorrected,

    /// <summary>Report and letter are with the national Panel.</summary>
    ReportSent,

    /// <summary>The national Panel has answered.</summary>
    PanelAnswered,

    /// <summary>The partners have responded to the Panel.</summary>
    PartnersResponded,

    /// <summary>The group recommends something to the partners (E12).</summary>
    GroupRecommends,
}

/// <summary>A message that a mail stands in for.</summary>
/// <param name="PersonId">For whom.</param>
/// <param name="About">Which of several of the kind.</param>
public sealed record ReplacedMessage(CardKind Kind, string PersonId, Topic About);
