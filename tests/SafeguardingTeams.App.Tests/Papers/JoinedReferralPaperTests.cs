using SafeguardingTeams.App.Papers;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Papers;

/// <summary>Who reads a referral that was joined to a case (B13, PD15, F2).</summary>
public class JoinedReferralPaperTests
{
    [Fact]
    public void A_joined_referral_is_read_by_who_reads_the_returns_and_not_by_another_referrer_F2()
    {
        var file = CaseStory
            .At(Stage.UnderReview)
            .OtherSubmitted()
            .Given(new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), CaseStory.Somebody(Role.MashOfficer))
            .File;
        Assert.True(May(CaseStory.Somebody(Role.Operations), CaseStory.OtherId.Value));
        Assert.True(May(CaseStory.Somebody(Role.Chair), CaseStory.OtherId.Value));
        Assert.False(May(CaseStory.Referrer, CaseStory.OtherId.Value));
        Assert.False(May(CaseStory.Representative("police"), CaseStory.OtherId.Value));
        Assert.False(May(CaseStory.Somebody(Role.Operations), "GSCP-6666-7777"));
        Assert.False(May(CaseStory.Somebody(Role.Operations), "no reference"));

        bool May(Actor actor, string reference) => CasePapers.May(CasePaper.JoinedReferral, reference, file, actor);
    }
}
