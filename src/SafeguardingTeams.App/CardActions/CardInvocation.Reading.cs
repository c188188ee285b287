using System.Collections.Immutable;
using System.Globalization;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Typing;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Typing;

namespace SafeguardingTeams.App.CardActions;

/// <content>
/// What stands in keys and inputs, read in one way. Both are untrusted: whatever cannot be read is nothing (null, or 0), never a fault.
/// </content>
public sealed partial record CardInvocation
{
    /// <summary>The largest number a card is taken to mean; what is larger counts as this.</summary>
    internal const int LargestNumber = 1_000_000;

    /// <summary>The case the card names, where it is known that it names one.</summary>
    internal CaseId Case => CaseId!.Value;

    /// <summary>Which of a card's buttons sent it; empty where it was only opened.</summary>
    internal string Done => Key(Verbs.Do);

    /// <summary>Whether the card was drawn to correct what was recorded.</summary>
    internal bool Again => Key("again") == "yes";

    /// <summary>With the record that was chosen from a list, where the card itself names none.</summary>
    internal CardInvocation WithChosen(string input) =>
        Key("case").Length > 0
            ? this
            : this with
            {
                Data = new Dictionary<string, string>(Data, StringComparer.Ordinal) { ["case"] = Input(input) },
            };

    /// <summary>The round of decisions the card was drawn in; 0 where it does not say.</summary>
    internal int Round => Number("round");

    /// <summary>The version of the case the card was drawn from; a card that does not say is taken to have seen nothing.</summary>
    internal int Seen => Number("seen");

    /// <summary>The page of a long card; the first is 0.</summary>
    internal int Page => Number("page");

    /// <summary>A number a key carries, in digits only; 0 for none, and never more than <see cref="LargestNumber"/>.</summary>
    internal int Number(string key) =>
        int.TryParse(Key(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, LargestNumber) : 0;

    /// <summary>A day in an input, as a client sends it or as somebody types it; null where it is none.</summary>
    internal DateOnly? Day(string name) => TypedDay.Read(Input(name), Context.Today, mayBeInFuture: true)?.Day;

    /// <summary>An email address typed into an input, without what surrounds it.</summary>
    internal string Address(string name) => MailAddress.Clean(Input(name));

    /// <summary>What was chosen in an input that takes several.</summary>
    internal ImmutableList<string> Several(string name) =>
        [.. Input(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The referrals for practice learning that follow another, as the card was drawn with them.</summary>
    internal ImmutableList<RecordRef> Joined =>
        [
            .. Key("joined")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(RecordRef.TryParse)
                .OfType<RecordRef>()
                .Where(record => record.Kind == RecordKind.Learning)
                .Take(Domain.Steps.LearningJoining.JoinLearning.Most),
        ];

    /// <summary>A time of day in an input, as a client sends it or as somebody types it; null where it is none.</summary>
    internal TimeOnly? Time(string name) => TypedTime.Read(Input(name));

    /// <summary>What was chosen in an input, by its exact name; null where nothing of the kind was.</summary>
    internal T? Choice<T>(string name)
        where T : struct, Enum => Named<T>(Input(name));

    /// <summary>What was chosen in an input that takes several, each once, in the order they are listed.</summary>
    internal ImmutableList<T> Choices<T>(string name)
        where T : struct, Enum => [.. Several(name).Select(Named<T>).OfType<T>().Distinct().Order()];

    /// <summary>What a key names, by its exact name; null where it names nothing of the kind.</summary>
    internal T? KeyOf<T>(string key)
        where T : struct, Enum => Named<T>(Key(key));

    /// <summary>One of an enum by its exact name: no number, no list, nothing in other letters.</summary>
    internal static T? Named<T>(string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.GetName(value) == text ? value : null;
}
