using AdaptiveCards;
using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Briefings;
using SafeguardingTeams.Domain.Group;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingAnswers;
using SafeguardingTeams.Domain.Steps.BriefingApproval;
using SafeguardingTeams.Domain.Steps.BriefingEnding;
using SafeguardingTeams.Domain.Steps.BriefingReminders;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.BriefingAnswers;
using SafeguardingTeams.Presentation.Steps.BriefingApproval;
using SafeguardingTeams.Presentation.Steps.BriefingChecking;
using SafeguardingTeams.Presentation.Steps.BriefingEnding;
using SafeguardingTeams.Presentation.Steps.BriefingSending;
using SafeguardingTeams.Presentation.Steps.BriefingWriting;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>A briefing that was answered, put right and sent again: its agencies are asked again.</content>
internal static partial class Gallery
{
    private static BriefingFile AskedAgain =>
        BriefingStory
            .At(BriefingStage.Sent)
            .Given(new AnswerBriefing(Brf, BriefingStory.Used()), BriefingStory.Member)
            .Given(new CorrectBriefing(Brf, "The telephone number was wrong."), BriefingStory.Operations)
            .Given(BriefingStory.Write(BriefingStory.Boxes(), BriefingStory.Boxes(happened: "Put right.")), BriefingStory.Operations)
            .Given(BriefingStory.Check(), BriefingStory.Scrutineer)
            .Given(new ApproveBriefing(Brf, true, ""), BriefingStory.Chair)
            .Given(new SendBriefing(Brf), BriefingStory.Operations)
            .File;

    private static IEnumerable<(string Name, CardKind Kind, Topic About, BriefingFile File)> BriefingsAskedAgain() =>
        [("asked-again", CardKind.BriefingSent, Topic.Agency("trust", AskedAgain.Sent[^1].Version), AskedAgain)];

    private static IEnumerable<(string, AdaptiveCard)> BriefingsAgain() =>
        [
            ("briefing-theirs-again", TheirBriefingCard.Draw(AskedAgain, null, Filled.Nothing, Context(BriefingStory.Member))),
            (
                "briefing-shared",
                BriefingCard.Draw(
                    AskedAgain,
                    true,
                    null,
                    Context(BriefingStory.Operations),
                    [
                        new(
                            1,
                            new("Babies who cannot move yet", LearningEventKind.Workshop, new(2026, 10, 1), "Health visitors", [Brf]),
                            new(2027, 1, 1)
                        ),
                        new(
                            2,
                            new("The same, online", LearningEventKind.Webinar, new(2026, 12, 1), "School nurses", [Brf]),
                            new(2027, 3, 1)
                        ),
                    ]
                )
            ),
            ("briefing-asked-again", BriefingCard.Draw(AskedAgain, true, null, Context(BriefingStory.Operations))),
        ];
}
