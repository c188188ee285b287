using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.LeadsQuestions;

namespace SafeguardingTeams.App.Tests.Storage;

/// <content>Questions to the three leads, and what is put right of their mediation.</content>
public partial class GoldenEventTests
{
    private static RecordEvent[] OfQuestions =>
        [
            new LeadsAsked(
                1,
                "Shall the group hear of it before the review begins?",
                ["Yes, at once", "No, afterwards"],
                AskLeads.FromAFlow
            ),
            new LeadsQuestionAnswered(1, Role.LeadPolice, 2, "The interviews come first."),
            new LeadsQuestionTakenBack(1, "It is settled."),
            new ApprovalMediationCorrected("They read it twice.", "All.", "It was two readings."),
        ];
}
