using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// What a case can be found by: each word of a child's name, the birth date, the day of the incident; each as a keyed
/// hash, because keys stand in the addresses of requests and a name never may (F2).
/// </summary>
public sealed class FindTokens(StoredSecrets secrets)
{
    /// <summary>The tokens a case is found by; none before it is submitted.</summary>
    public IReadOnlyList<FindToken> Of(CaseFile file) => Of(file, Names);

    /// <summary>The tokens a referral for practice learning is found by; none where it is not about a child.</summary>
    internal IReadOnlyList<FindToken> Of(LearningFile file) => Of(file, Names);

    /// <summary>What is compared of a record with others: one token for each word, so that one word counts once.</summary>
    internal IReadOnlyList<FindToken> Compared(RecordFile record) =>
        record switch
        {
            CaseFile incident => Of(incident, Whole),
            LearningFile learning => Of(learning, Whole),
            _ => [],
        };

    private IReadOnlyList<FindToken> Of(CaseFile file, Func<string, IEnumerable<FindToken>> names) =>
        file.Referral is not { } referral
            ? []
            :
            [
                .. new ReferralAnswers(referral.Answers)
                    .Children.SelectMany(child => names(child.Name).Append(Born(child.Born)).Append(Happened(child.Happened)))
                    .OfType<FindToken>()
                    .DistinctBy(token => token.Value),
            ];

    private IReadOnlyList<FindToken> Of(LearningFile file, Func<string, IEnumerable<FindToken>> names) =>
        [
            .. file
                .Says.Named.SelectMany(child => names(child.Name).Append(Born(child.Born)))
                .Append(Happened(file.Says.Happened))
                .OfType<FindToken>()
                .DistinctBy(token => token.Value),
        ];

    /// <summary>The tokens a name is kept under: of each word, however its apostrophe is typed.</summary>
    public IEnumerable<FindToken> Names(string name) => Words(name).SelectMany(NameWords.Forms).Distinct().Select(Of);

    /// <summary>
    /// The tokens of a name as it is looked for, all of which a name has to have: one of each word, and of a single letter, which may be
    /// half of a name such as O Brien, only where nothing else is given.
    /// </summary>
    public IEnumerable<FindToken> Wanted(string name)
    {
        var words = Words(name).Select(NameWords.Plain).Distinct().ToList();
        return (words.Exists(word => word.Length > 1) ? words.Where(word => word.Length > 1) : words).Select(Of);
    }

    private IEnumerable<FindToken> Whole(string name) => Words(name).Select(NameWords.Plain).Distinct().Select(Of);

    /// <summary>The token of a birth date, or null.</summary>
    public FindToken? Born(string date) => Token(FindBy.Born, date);

    private FindToken? Happened(string date) => Token(FindBy.Happened, date);

    private FindToken? Token(FindBy by, string text) =>
        text.Length == 0
            ? null
            : new(by, Convert.ToHexStringLower(HMACSHA256.HashData(secrets.Find, Encoding.UTF8.GetBytes($"{by}:{text}")))[..32]);

    private FindToken Of(string word) => Token(FindBy.Name, word)!;

    private static IEnumerable<string> Words(string name) =>
        NameWords.Split(name).Where(word => NameWords.Plain(word) is not ("" or "not" or "known" or "unknown" or "the"));
}

/// <summary>One way to find a case.</summary>
public sealed record FindToken(FindBy By, string Value);

/// <summary>What a token stands for.</summary>
public enum FindBy
{
    /// <summary>A word of a child's name.</summary>
    Name,

    /// <summary>A child's birth date.</summary>
    Born,

    /// <summary>The day of the death or serious incident.</summary>
    Happened,
}
