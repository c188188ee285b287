using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Wording;
using static SafeguardingTeams.Presentation.Cards.Parts;
using static SafeguardingTeams.Presentation.Wording.Written;

namespace SafeguardingTeams.Presentation.Steps.LeadsQuestions;

/// <summary>How questions to the leads stand, and what each of them has answered.</summary>
internal static class LeadsQuestionFacts
{
    /// <summary>How many that are no longer open stand on a card.</summary>
    private const int MostThatAreOver = 3;

    /// <summary>How much of a comment stands there; the timeline has the whole.</summary>
    private const int MostOfAComment = 400;

    /// <summary>The open ones, then the newest of the others.</summary>
    internal static ImmutableList<LeadsQuestion> Shown(CaseFile file) =>
        [.. file.Questions.Where(asked => asked.IsOpen), .. file.Questions.Where(asked => !asked.IsOpen).Reverse().Take(MostThatAreOver)];

    /// <summary>One question: where it stands, its answers to choose from, and who has answered.</summary>
    internal static IEnumerable<Element> Of(CaseFile file, LeadsQuestion asked, CardContext context) =>
        [
            Subheading($"Question {asked.Number.ToString(CultureInfo.InvariantCulture)}: {State(asked)}") with
            {
                Spacing = "large",
            },
            Aside($"Asked by {asked.AskedBy}, {asked.How}, {Moment(asked.AskedAt)}"),
            .. Told(asked.Text),
            Fact("Answers to choose from", string.Join("; ", asked.Options)),
            .. asked.TakenBackBecause.Length > 0
                ? [Fact("Taken back, because", Inputs.Cut(asked.TakenBackBecause, MostOfAComment))]
                : Array.Empty<Element>(),
            .. Answers(file, asked, context),
        ];

    /// <summary>Who has answered, and what, as far as the viewer may see it already (A10).</summary>
    internal static IEnumerable<Element> Answers(CaseFile file, LeadsQuestion asked, CardContext context)
    {
        var sees = Visibility.SeesAnswers(asked, file, context.Viewer);
        var roles = context.Viewer.RolesFor(file);
        return Partners.Leads.Select(lead =>
            Fact(
                $"Lead representative, {Clocks.Partner(lead)}",
                asked.Of(lead) is not { } answer
                    ? asked.IsOpen
                        ? "has not answered yet"
                        : "did not answer"
                    : sees || roles.Contains(lead)
                        ? Said(asked, answer)
                        : "has answered; you see it once you have"
            )
        );
    }

    private static string State(LeadsQuestion asked) =>
        asked.State switch
        {
            LeadsQuestionState.Open => $"{asked.Answers.Count} of {Partners.Leads.Length} have answered",
            LeadsQuestionState.Answered => "answered",
            LeadsQuestionState.TakenBack => "taken back",
        };

    private static string Said(LeadsQuestion asked, LeadsQuestionAnswer answer) =>
        $"{asked.Chosen(answer)}, {Moment(answer.At)}"
        + (answer.Comment.Length > 0 ? $". {Inputs.Cut(answer.Comment, MostOfAComment)}" : "");
}
