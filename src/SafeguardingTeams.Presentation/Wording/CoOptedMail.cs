using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>
/// The mail to somebody without an account who is co-opted to one item of a meeting of the group (E3): when and where, and nothing of what
/// it is about (F2).
/// </summary>
public static class CoOptedMail
{
    /// <param name="asked">Whether they are asked, or asked no more.</param>
    public static string Subject(MeetingFile file, bool asked) =>
        $"{file.Ref}: {(asked ? "you are asked to come to a meeting" : "nothing is asked of you any more")}";

    /// <summary>What it says while they are asked.</summary>
    public static IEnumerable<string> Asks(RecordRef meeting, MeetingPlan plan, PartnershipWords words) =>
        [
            $"You are asked to come to the meeting of the {words.GroupName} of {words.PartnershipName} on "
                + $"{Written.Day(plan.Day)} at {plan.Start}, for one item of it. Place: {plan.Place}. Reference: {meeting}.",
            $"What it is about is not said in a mail: {words.OperationsName} bring you the papers. If you cannot come, tell them.",
        ];

    /// <summary>What it says once they are not.</summary>
    public static IEnumerable<string> AsksNoMore(RecordRef meeting, PartnershipWords words) =>
        [
            $"You were asked to come to a meeting of the {words.GroupName} of {words.PartnershipName} for one item of it, "
                + $"reference {meeting}. Nothing is asked of you any more.",
            $"If you have papers of it, give them back to {words.OperationsName}.",
        ];
}
