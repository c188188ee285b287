using System.Collections.Immutable;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Anonymity;

/// <summary>
/// What the records a text comes from know of people: names, what they are called by, initials, dates, addresses, numbers, agencies (E26).
/// </summary>
public sealed class KnownDetails
{
    private const int ShortestPhrase = 6;
    private const int ShortestTelephone = 9;

    private KnownDetails(
        SourceNames names,
        ImmutableHashSet<string> initials,
        ImmutableHashSet<DateOnly> dates,
        ImmutableDictionary<string, DetailKind> phrases,
        ImmutableDictionary<string, DetailKind> numbers
    ) => (Names, Initials, Dates, Phrases, Numbers) = (names, initials, dates, phrases, numbers);

    /// <summary>Nothing is known: what is found is found by what it looks like.</summary>
    public static KnownDetails Nothing { get; } = Of([]);

    /// <summary>The names; the same that keep a text out of an action or a recommendation.</summary>
    public SourceNames Names { get; }

    /// <summary>Of whole names, in capitals, two letters at least.</summary>
    internal ImmutableHashSet<string> Initials { get; }

    /// <summary>Days on which somebody was born or died, or something happened.</summary>
    internal ImmutableHashSet<DateOnly> Dates { get; }

    /// <summary>Lines of addresses, and agencies: their words in small letters, one blank between them.</summary>
    internal ImmutableDictionary<string, DetailKind> Phrases { get; }

    /// <summary>Telephone numbers, postcodes, email addresses, references: letters and digits only, but for email addresses.</summary>
    internal ImmutableDictionary<string, DetailKind> Numbers { get; }

    /// <summary>What some records know.</summary>
    public static KnownDetails Of(IEnumerable<RecordFile> records)
    {
        var all = records.ToList();
        var answers = all.SelectMany(SourceNames.Answered).ToList();
        var found = answers.SelectMany(AnsweredDetails.Of).ToList();
        IEnumerable<string> Texts(AnsweredDetail kind) => found.Where(one => one.Kind == kind).Select(one => one.Text);
        var phrases = ImmutableDictionary.CreateBuilder<string, DetailKind>(StringComparer.Ordinal);
        foreach (var agency in Texts(AnsweredDetail.Agency))
        {
            phrases[Phrase(agency)] = DetailKind.Agency;
        }

        foreach (var line in Texts(AnsweredDetail.Address).SelectMany(text => text.Split(',', '\n', ';')))
        {
            // Also without the number of the house.
            phrases[Phrase(line)] = DetailKind.Address;
            phrases[Phrase(line).TrimStart([.. "0123456789 "])] = DetailKind.Address;
        }

        var numbers = ImmutableDictionary.CreateBuilder<string, DetailKind>(StringComparer.Ordinal);
        foreach (
            var postcode in Texts(AnsweredDetail.Address).SelectMany(text => Looks.Postcode().Matches(text)).Select(found => found.Value)
        )
        {
            numbers[Plain(postcode)] = DetailKind.Postcode;
        }

        foreach (var telephone in Texts(AnsweredDetail.Telephone).Select(Telephone).Where(digits => digits.Length >= ShortestTelephone))
        {
            numbers[telephone] = DetailKind.Telephone;
        }

        foreach (var email in Texts(AnsweredDetail.Email))
        {
            numbers[email.Trim().ToLowerInvariant()] = DetailKind.Email;
        }

        foreach (var reference in Texts(AnsweredDetail.Reference).Concat(all.Select(record => record.Ref.ToString())).Select(Plain))
        {
            numbers[reference] = DetailKind.Reference;
        }

        return new(
            SourceNames.Of(all),
            [.. Texts(AnsweredDetail.Name).Select(InitialsOf).Where(initials => initials.Length > 1)],
            [.. found.Select(one => one.Day).OfType<DateOnly>()],
            phrases
                .Where(one => one.Key.Length >= ShortestPhrase && one.Key.Contains(' ', StringComparison.Ordinal))
                .ToImmutableDictionary(),
            numbers.Where(one => one.Key.Length > 0).ToImmutableDictionary()
        );
    }

    /// <summary>Letters and digits, in capitals.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>The digits of a telephone number as dialled in the country.</summary>
    internal static string Telephone(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("0044", StringComparison.Ordinal) ? $"0{digits[4..]}"
            : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length > 10 ? $"0{digits[2..]}"
            : digits;
    }

    /// <summary>The words of a text, in small letters, one blank between them.</summary>
    internal static string Phrase(string text) => string.Join(' ', NameWords.Split(text).Select(NameWords.Plain));

    private static string InitialsOf(string name) =>
        string.Concat(NameWords.Split(name, digits: false).Select(word => char.ToUpperInvariant(word[0])).Where(char.IsAsciiLetterUpper));
}
