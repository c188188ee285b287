using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Steps.ActionAgreement;
using SafeguardingTeams.Presentation.Steps.ActionDone;
using SafeguardingTeams.Presentation.Steps.ActionEnding;
using SafeguardingTeams.Presentation.Steps.ActionImpact;
using SafeguardingTeams.Presentation.Steps.ActionOwnership;
using SafeguardingTeams.Presentation.Steps.ActionProgress;
using SafeguardingTeams.Presentation.Steps.ActionTime;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>The forms of actions.</content>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ActionForms()
    {
        var (owner, chair, operations) = (Context(ActionStory.Owner), Context(ActionStory.Chair), Context(ActionStory.Operations));
        var empty = ImmutableDictionary<string, string>.Empty;
        Filled Wrong(string code, string message, string field) => new(empty, [new(code, message, field)]);
        var choices = ActionOwners;
        yield return ("action-form-agree", AgreeActionCard.Draw(LearningStory.Id, choices, Filled.Nothing, operations));
        yield return (
            "action-form-agree-wrong",
            AgreeActionCard.Draw(
                CaseStory.Id,
                choices,
                new(
                    empty.Add("what", "Ring Zqxchild's school."),
                    [
                        new("answer-needed", "The change wanted: enter an answer.", "change"),
                        new("name-in-text", "What will be done: a name stands in it.", "what"),
                        new("person-needed", "Choose who owns it, or enter somebody who has no account.", "owner"),
                        new("past", "Give a date after today.", "due"),
                    ]
                ),
                chair
            )
        );
        var agreed = ActionStory.At(ActionStage.Agreed).File;
        var outside = ToOperations.File;
        var done = ActionStory.At(ActionStage.Done).File;
        var accepted = ActionStory.At(ActionStage.Accepted).File;
        yield return ("action-form-progress", ActionProgressCards.Report(agreed, Filled.Nothing, owner));
        yield return (
            "action-form-progress-for-them",
            ActionProgressCards.Report(outside, Wrong("answer-needed", "Say why, and what would help.", "text"), operations)
        );
        yield return ("action-form-done", ActionDoneCards.Report(agreed, Filled.Nothing, owner));
        yield return (
            "action-form-done-for-them",
            ActionDoneCards.Report(outside, Wrong("answer-needed", "Say how you made sure.", "verified"), operations)
        );
        var withFile = ActionStory.At(ActionStage.Done, withFile: true);
        yield return ("action-form-file-out", EvidenceFiles.TakeOut(withFile.File, Filled.Nothing, chair));
        var withFiles = withFile.Given(new AddEvidenceFile(ActionStory.Id, 4096, new('b', 64), ".png"), ActionStory.Owner).File;
        yield return (
            "action-form-file-out-wrong",
            EvidenceFiles.TakeOut(withFiles, Wrong("answer-needed", "Say why it is taken out, without the name.", "reason"), owner)
        );
        yield return ("action-form-link-add", EvidenceLinks.Add(withFiles, Filled.Nothing, owner));
        yield return (
            "action-form-link-add-wrong",
            EvidenceLinks.Add(
                withFiles,
                Wrong("no-link", "Enter a whole address that begins with https://, without a name or password in it.", "link"),
                owner
            )
        );
        yield return ("action-form-link-out", EvidenceLinks.TakeOut(WithLinks.File, Filled.Nothing, chair));
        yield return ("action-form-accept", ActionDoneCards.Accept(done, Filled.Nothing, chair));
        yield return (
            "action-form-return",
            ActionDoneCards.Return(done, Wrong("answer-needed", "Say why it is returned. The owner reads it.", "reason"), chair)
        );
        yield return ("action-form-time", ActionTimeCards.Ask(Extended.File, Filled.Nothing, owner));
        yield return ("action-form-time-answer", ActionTimeCards.Answer(TimeAsked.File, Filled.Nothing, chair));
        yield return ("action-form-impact", ActionImpactCards.Report(accepted, Filled.Nothing, owner));
        yield return ("action-form-impact-check", ActionImpactCards.Check(ImpactSaid.File, Filled.Nothing, operations));
        yield return ("action-form-owner", ActionOwnerCard.Draw(agreed, choices, Filled.Nothing, operations));
        yield return ("action-form-end", ActionEndingCards.End(agreed, Filled.Nothing, operations));
        yield return (
            "action-form-withdraw",
            ActionEndingCards.Withdraw(agreed, Wrong("answer-needed", "Say why it is withdrawn. The owner reads it.", "reason"), chair)
        );
        yield return ("action-form-reopen", ActionEndingCards.Reopen(ActionStory.At(ActionStage.Ended).File, Filled.Nothing, operations));
    }
}
