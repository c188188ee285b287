using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Learning;

namespace SafeguardingTeams.App.Indexes;

/// <summary>
/// What a case can be found by: each word of a child's name, the birth date, the day of the incident; each as a keyed
/// hash, because keys stand in the addresses of requests and a name never may (F2).
/// </summary>
public sealed class FindTokens(StoredSecrets secrets)
{
    /// <summary>The tokens of a case; none before it is submitted.</summary>
    public IReadOnlyList<FindToken> Of(CaseFile file) =>
        file.Referral is not { } referral
            ? []
            :
            [
                .. new ReferralAnswers(referral.Answers)
                    .Children.SelectMany(child => Names(child.Name).Append(Born(child.Born)).Append(Happened(child.Happened)))
                    .OfType<FindToken>()
                    .DistinctBy(token => token.Value),
            ];

    /// <summary>The tokens of a referral for practice learning; none where it is not about a child.</summary>
    internal IReadOnlyList<FindToken> Of(LearningFile file) =>
        [
            .. file
                .Says.Named.SelectMany(child => Names(child.Name).Append(Born(child.Born)))
                .Append(Happened(file.Says.Happened))
                .OfType<FindToken>()
                .DistinctBy(token => token.Value),
        ];

    /// <summary>The tokens of a name as typed: its words, without accents and case.</summary>
    public IEnumerable<FindToken> Names(string name) => Words(name).Select(word => Token(FindBy.Name, word)!);

    /// <summary>The token of a birth date, or null.</summary>
    public FindToken? Born(string date) => Token(FindBy.Born, date);

    private FindToken? Happened(string date) => Token(FindBy.Happened, date);

    private FindToken? Token(FindBy by, string text) =>
        text.Length == 0
            ? null
            : new(by, Convert.ToHexStringLower(HMACSHA256.HashData(secrets.Find, Encoding.UTF8.GetBytes($"{by}:{text}")))[..32]);

    private static IEnumerable<string> Words(string name) =>
        new string([
            .. name.Normalize(NormalizationForm.FormD)
                .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                .Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' '),
        ])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("not" or "known" or "unknown" or "the"))
            .Distinct();
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
