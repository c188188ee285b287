using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;
using SafeguardingTeams.Presentation.Wording;

namespace SafeguardingTeams.Presentation.Steps.GroupCoOption;

/// <summary>What timeline and messages say of who is co-opted to an item (E3): role and agency, never a name.</summary>
internal static class MeetingWords
{
    internal static StepLines<MeetingEvent, MeetingFile> Lines { get; } =
        new StepLines<MeetingEvent, MeetingFile>()
            .Line<ItemCoOpted>(
                (co, file) =>
                    ($"{GroupAgenda.MeetingWords.Named(file, co.Number)} has {new CoOpted(0, co.Who, []).RoleAndAgency} co-opted to it", "")
            )
            .Line<CoOptionEnded>(
                (ended, file) =>
                    (
                        $"{GroupAgenda.MeetingWords.Named(file, ended.Number)} has "
                            + $"{file.Item(ended.Number)!.CoOpted[ended.Which - 1].RoleAndAgency} co-opted to it no more",
                        ended.Reason
                    )
            );

    internal static StepTexts<MeetingFile> Messages { get; } =
        new StepTexts<MeetingFile>().Message(CardKind.CoOpted, asked => Message(asked.File, asked.About, asked.Words));

    internal static IReadOnlyList<MeetingButton> Buttons { get; } = [];

    private static (string, string) Message(MeetingFile file, Topic about, PartnershipWords words)
    {
        if (CoOpted.Find(file, about) is not var (item, one) || !file.IsShownTo(item, one))
        {
            return (
                "Nothing is asked of you any more",
                $"You were asked to come to a meeting of the {words.GroupName} for one item. You need not, or it is over; the "
                    + "item is not shown to you any more."
            );
        }

        var moved = file.History.Find(recorded => recorded.Sequence == about.Number)?.Event is GroupMeetingMoved;
        return (
            moved ? "The group's meeting has moved" : "You are asked for one item",
            $"The {words.GroupName} meets on {Written.Day(file.Plan!.Day)} at {file.Plan.Start} and asks you to come for one "
                + $"item of it{(moved ? ", as before" : "")}. Open it for the place, what is asked and the papers."
        );
    }
}
