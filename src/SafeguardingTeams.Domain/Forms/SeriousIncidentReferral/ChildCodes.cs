using System.Collections.Immutable;

namespace SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;

/// <summary>What a child is counted by (E10, E25): the codes of answers that are chosen from a list, never a text.</summary>
public static class ChildCodes
{
    /// <summary>The code where an answer was left out, as where it is said to be not known.</summary>
    public const string NotKnown = "not-known";

    /// <summary>The choices of gender.</summary>
    public static ImmutableArray<Option> Genders { get; } = Options("gender");

    /// <summary>The choices of ethnic origin.</summary>
    public static ImmutableArray<Option> EthnicOrigins { get; } = Options("ethnicorigin");

    /// <summary>Whether a child is looked after.</summary>
    public static ImmutableArray<Option> Care { get; } = Options("lookedafter");

    /// <summary>A child's gender, ethnic origin, and whether it is looked after, by their codes.</summary>
    public static (string Gender, string Ethnic, string Care) Of(ReferredChild child) =>
        (Coded(child.Row["gender"]), Coded(child.Row["ethnicorigin"]), Coded(child.Row["lookedafter"]));

    private static string Coded(string answer) => answer.Length == 0 ? NotKnown : answer;

    private static ImmutableArray<Option> Options(string question) =>
        ((Page.Repeating)SeriousIncidentReferralV1.Form.Page(ChildrenPages.Group)!).Questions.First(one => one.Id == question).Kind
            is AnswerKind.Choice choice
            ? [.. choice.Options]
            : throw new InvalidOperationException("It is no question with a choice.");
}
