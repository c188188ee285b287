using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Closing;
using SafeguardingTeams.Domain.Steps.Considered;
using SafeguardingTeams.Domain.Steps.Outcome;
using SafeguardingTeams.Domain.Steps.ReferrerTold;
using SafeguardingTeams.Domain.Steps.SecuredRecords;

namespace SafeguardingTeams.Tests;

/// <summary>How a case comes to its end, or back from it.</summary>
internal sealed partial class CaseStory
{
    internal CaseStory Withdrawn() => Given(new WithdrawReview(Id, "Accidental."), Somebody(Role.Chair));

    internal CaseStory TakenUp() => Given(new TakeUpReview(Id, "It was withdrawn by mistake."), Somebody(Role.Chair));

    /// <summary>What the report says of recurrent themes, mapped to the list.</summary>
    internal CaseStory ThemeMapped() =>
        Given(new SafeguardingTeams.Domain.Steps.Themes.MapTheme(Id, "As known to the agency.", "theme-1"), Somebody(Role.Operations));

    internal CaseStory Considered() =>
        Given(new RecordConsidered(Id, London.DateOf(Now), "A learning event for schools.", ""), Somebody(Role.Operations));

    internal CaseStory ReferrerTold() =>
        Given(new RecordReferrerTold(Id, "By telephone.", File.ReferrerTold is not null), Somebody(Role.Operations));

    /// <summary>The referrer is told, and where the authority still decides it declines.</summary>
    internal CaseStory NothingOwed()
    {
        var story = File.Clock(Timescales.AuthorityNotification.Id) is { Runs: true } ? AuthoritySays(false) : this;
        return story.File.OwesReferrer ? story.ReferrerTold() : story;
    }

    /// <summary>The Panel has answered, every agency has secured its records, and the referrer is told.</summary>
    internal static CaseStory AnsweredAndDone()
    {
        var story = At(Stage.PanelAnswered);
        foreach (
            var agency in story.File.Review.Agencies.Where(agency => agency.Return is not { Known: false }).Select(agency => agency.Key)
        )
        {
            foreach (var what in Enum.GetValues<SecuringStep>())
            {
                story.Given(new ConfirmSecuring(Id, agency, what, "A locked cabinet.", London.DateOf(story.Now)), Representative(agency));
            }

            story.Given(new NameNominee(Id, agency, ContactOf(agency), ""), Representative(agency));
        }

        return story.NothingOwed();
    }

    internal CaseStory Closed() => Given(new CloseCase(Id), Somebody(Role.Operations));

    internal CaseStory Reopened() => Given(new ReopenCase(Id, "More has come to light."), Somebody(Role.Operations));
}
