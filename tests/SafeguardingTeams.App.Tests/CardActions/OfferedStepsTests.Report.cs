using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Keeping;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>What left, the report changed after it was agreed, and corrected after it was sent.</summary>
public partial class OfferedStepsTests
{
    private static Dictionary<string, Func<CaseStory>> OfTheReport()
    {
        var operations = CaseStory.Somebody(Role.Operations);
        CaseStory Changed(Stage stage)
        {
            var story = CaseStory.At(stage);
            var answers = story.File.Referral!.Answers;
            var child = answers.RowsOf("children")[0].With("name", "Child A, as registered");
            return story.Given(new ChangeReferral(CaseStory.Id, answers, answers.With("children", child), "Spelt wrongly."), operations);
        }

        CaseStory Asked() => Changed(Stage.AwaitingPanel).Given(new SendCorrection(CaseStory.Id, "Spelt wrongly."), operations);
        return new()
        {
            ["theme mapped"] = () => CaseStory.At(Stage.AwaitingApproval).ThemeMapped(),
            ["left"] = () =>
                CaseStory
                    .At(Stage.AwaitingPanel)
                    .Given(
                        new RecordKept(CaseStory.Id, [new(KeptKind.Report, "ReportToPanel", "", "a.docx", new('a', 64), 1, "p@x.example")]),
                        SystemActor.Instance
                    ),
            ["changed before it goes"] = () => Changed(Stage.AwaitingSubmission),
            ["changed after it went"] = () => Changed(Stage.AwaitingPanel),
            ["correction asked"] = Asked,
            ["correction approved"] = () => Asked().AllApprove(),
            ["correction sent"] = () => Asked().AllApprove().Given(new SendCorrection(CaseStory.Id, "Spelt wrongly."), operations),
        };
    }
}
