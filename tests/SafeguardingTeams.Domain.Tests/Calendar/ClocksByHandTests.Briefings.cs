using SafeguardingTeams.Domain.Briefings;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.BriefingSending;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Calendar;

/// <content>Briefings: answered by the agencies (E20).</content>
public partial class ClocksByHandTests
{
    /// <summary>Over Christmas and New Year; over Easter and the May holidays. To the members of the group, then to operations.</summary>
    [Theory]
    [InlineData("2026-12-01", "2027-01-15: 01-14 01-15 01-18 01-19")]
    [InlineData("2027-03-22", "2027-05-06: 05-05 05-06 05-07 05-10")]
    public void Agencies_say_within_30_working_days_how_they_used_a_briefing_E20(string sent, string expected)
    {
        var story = BriefingStory.At(BriefingStage.Approved).On(At(sent));
        Check(expected, story.When(new SendBriefing(BriefingStory.Id), Operations), () => story.File, Timescales.BriefingAnswers);
    }
}
