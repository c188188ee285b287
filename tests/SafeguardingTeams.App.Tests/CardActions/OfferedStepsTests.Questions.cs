using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <content>Questions to the three leads.</content>
public partial class OfferedStepsTests
{
    private static Dictionary<string, Func<CaseStory>> OfTheQuestions() =>
        new()
        {
            ["leads asked"] = () => CaseStory.At(Stage.AwaitingPartners).LeadsAsked(),
            ["leads asked, one has answered"] = () => CaseStory.At(Stage.UnderReview).LeadsAsked().LeadAnswers(Role.LeadPolice, 1),
            ["leads asked thrice"] = () =>
                CaseStory
                    .At(Stage.AwaitingApproval)
                    .LeadsAsked()
                    .LeadsAsked(CaseStory.Question with { Question = "Is a legal adviser to come?" })
                    .LeadsAsked(CaseStory.Question with { Question = "May the referrer hear of it?" }),
            ["leads have answered"] = () =>
                Partners.Leads.Aggregate(CaseStory.At(Stage.AwaitingPartners).LeadsAsked(), (all, lead) => all.LeadAnswers(lead, 2)),
        };
}
