using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Meetings;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.GroupAgenda;
using SafeguardingTeams.Domain.Steps.GroupCoOption;

namespace SafeguardingTeams.Tests;

/// <content>Who is co-opted to an item.</content>
internal sealed partial class MeetingStory
{
    /// <summary>Somebody of the partnership's file who has no part in the group.</summary>
    internal static Actor Doctor { get; } =
        CaseStory.Person("the-doctor", Role.Practitioner) with
        {
            Display = "Named doctor",
            AgencyId = "trust",
            AgencyName = "Acute hospital trust",
            Email = "doctor@trust.example",
        };

    /// <summary>A member of the group.</summary>
    internal static Actor Member { get; } = CaseStory.Person("the-member", Role.GroupMember);

    /// <summary>Somebody who has no account.</summary>
    internal static ActionOwner Outside { get; } =
        new("", "Head of midwifery", "A name of hers", "head@clinic.example", "", "A private clinic");

    /// <summary>Somebody of the file is co-opted to the case's item.</summary>
    internal static CoOptToItem CoOpts => new(Id, 3, ActionOwner.OfTheFile(Doctor.PersonId));

    /// <summary>The doctor, and somebody without an account, are co-opted to the case's item, which has an outline and a paper.</summary>
    internal static MeetingStory WithCoOpted() =>
        At(MeetingStage.Planned)
            .Given(Outlines, Operations)
            .Given(new AddPaper(Id, 3, "A summary", "https://files.example/summary"), Operations)
            .Given(CoOpts, Operations)
            .Given(CoOpts with { Who = Outside }, Chair);

    internal static IEnumerable<MeetingCommand> CoOpting =>
        [CoOpts, CoOpts with { Who = Outside }, new EndCoOption(Id, 3, 1, "Somebody else comes.")];

    internal DecisionContext Context(Actor actor)
    {
        var context = new CaseStory { Now = Now }.Context(actor);
        return context with { People = [.. context.People, Doctor, Member] };
    }
}
