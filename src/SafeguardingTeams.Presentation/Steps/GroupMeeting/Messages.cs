using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupMeeting;

/// <summary>The group's meeting: its messages stored in Teams, never a fact of the case (F2).</summary>
internal static class Messages
{
    internal static StepMessages All { get; } = new StepMessages().Message(CardKind.GroupMeeting, asked => asked.About.News switch
            {
                TopicNews.SpecialMeeting => Special(asked.File),
                TopicNews.GroupRecommends => (
                    "The group recommends",
                    "It has considered the case and recommends something to the partners. Nothing is asked of you now: open it to read "
                        + "what, and why."
                ),
                _ => Next(asked.File, asked.Words),
            });

    private static (string, string) Special(CaseFile file) =>
        file is { Stage: Stage.AwaitingGroupMeeting, GoesToSpecialMeeting: true, Considered: null }
            ? (
                "A special meeting of the group is asked for",
                "Please arrange it: the case should not wait for the next scheduled one. Open it for the reasons."
            )
            : ("A special meeting is no longer asked for", "Nothing more is to be done here.");

    private static (string, string) Next(CaseFile file, PartnershipWords words) =>
        file.Stage == Stage.Closed ? ("The case is closed", "It can still be read.")
        : file.Considered is not null ? ("The group has considered it", "Open it to see what was decided.")
        : file.Stage == Stage.AwaitingGroupMeeting
            ? (
                $"A case goes to the {words.GroupName}",
                $"{(file.GoesToSpecialMeeting ? "Special meeting" : "Next scheduled meeting")}: "
                    + $"{Stages.Meeting(file, words)}. Open it for the reasons."
            )
        : ("The group's meeting: this has changed", "Open it to see where the case stands.");
}
