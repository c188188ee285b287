using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.Scoping;

/// <summary>Letters go to the agencies, and forms come back: what the timeline says.</summary>
internal static class Timeline
{
    internal static StepTimeline Lines { get; } =
        new StepTimeline()
            .Line<ScopingSent>((_, _) => ("Letters, scoping forms and invitations sent to the agencies", ""))
            .Line<AgencyAsked>((asked, file) => ($"{ReviewWords.Agency(file, asked.Key)}: letter and scoping form sent", ""))
            .Line<ScopingReturned>(
                (returned, file) =>
                    (
                        $"{ReviewWords.Agency(file, returned.Agency)}: "
                            + $"{(returned.Known ? "scoping form returned" : "confirmed that the family is not known")}, {Whose(returned)}",
                        returned.Reason
                    )
            );

    private static string Whose(ScopingReturned returned) =>
        returned.Heard is { } heard ? ReviewWords.Said(heard)
        : new ReturnAnswers(returned.Answers).WhoCompleted is { Length: > 0 } completed ? $"completed by {completed}, {returned.How}"
        : returned.How;
}
