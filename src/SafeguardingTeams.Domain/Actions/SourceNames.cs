using System.Collections.Frozen;
using System.Collections.Immutable;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Domain.Actions;

/// <summary>
/// The names in what an action comes from: children, family, practitioners. None of them may stand in the action, whose owner may have no
/// part in that (F2, F4). Words that stand in place of a name ("Child A", "health visitor") are none; of a name that is also an ordinary
/// word only the capitalised word is one.
/// </summary>
public sealed partial class SourceNames
{
    private const int Shortest = 3;
    private const int ShortestOfShort = 2;

    /// <summary>What is written where a name is not known or not given, and words that go with one.</summary>
    private static readonly FrozenSet<string> NoNames = (
        "the and not known unknown given none unborn baby child children boy girl twin mother father mum dad parent parents step carer "
        + "foster sister brother sibling half grand grandmother grandfather aunt uncle cousin partner friend adult family neighbour mrs "
        + "miss doctor prof professor nurse midwife health visitor social worker school teacher head headteacher manager officer leader "
        + "lead named designated safeguarding deputy practitioner paediatrician consultant referrer police constable sergeant inspector "
        + "detective team service services community mental youth probation psychologist therapist assistant director senior"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names that are ordinary words as well.</summary>
    private static readonly FrozenSet<string> Ordinary = (
        "may will mark rose grace hope joy faith dawn april june summer autumn day page young long short brown white black green grey "
        + "field wood woods hill bell king cook baker carter dean frank drew bill rob art max best good love price rich sharp small stone "
        + "street ward church banks north west east south park parks case chance read law case bush lane moss heath reed rice root singer "
        + "swan wall wells winter wise work yard ford moor marsh holder holly ivy iris olive ruby pearl amber sky star angel august "
        + "sunny happy noble power pride reason reader self sage penny pound prior port pool pike peace rain river robin"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private readonly ImmutableHashSet<string> _names;

    private SourceNames(ImmutableHashSet<string> names) => _names = names;

    /// <summary>The names in the answers of some records.</summary>
    public static SourceNames Of(IEnumerable<RecordFile> records) =>
        new([
            .. records
                .SelectMany(Answered)
                .SelectMany(answers =>
                    AnsweredNames.Of(answers).Concat(AnsweredNames.CalledBy(answers)).Concat(new ReturnAnswers(answers).NamesHeld)
                )
                .SelectMany(NameWords.Forms)
                .Where(word => word.Length >= (NameWords.IsShortScript(word) ? ShortestOfShort : Shortest) && !NoNames.Contains(word)),
        ]);

    /// <summary>Whether those that follow a source are all read with it: what is looked at together is named together (D11).</summary>
    internal static bool AreWhole(RecordFile? source, ImmutableList<RecordRef> joined) =>
        joined.SequenceEqual(source is LearningFile learning ? learning.Joined.Select(one => one.Learning) : []);

    /// <summary>Why a text may not be taken; null where no name stands in it. The words do not repeat the name.</summary>
    /// <param name="title">What the input is called.</param>
    public Refusal? Refuse(string text, string field, string title) =>
        AnsweredNames.Words(text).Any(IsName)
            ? new(
                "name-in-text",
                $"{title}: a name stands in it that also stands in what the action comes from. Say the role, or \"the child\", instead: "
                    + "the owner may have no part in that.",
                field
            )
            : null;

    /// <summary>The forms a record was answered in.</summary>
    internal static IEnumerable<Answers> Answered(RecordFile record) =>
        record switch
        {
            CaseFile file =>
            [
                file.Referral?.Answers ?? Answers.None,
                file.Review.Request,
                .. file.Review.Agencies.Select(agency => agency.Return?.Answers ?? Answers.None),
            ],
            LearningFile learning => [learning.Referral?.Answers ?? Answers.None],
            _ => [],
        };
}
