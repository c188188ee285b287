using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

/// <summary>Drafts: which of their author's they are, and what becomes of them when the record moves on.</summary>
public class DraftTests
{
    /// <summary>Slots are parts of stored keys: what they say never changes.</summary>
    [Theory]
    [InlineData(DraftPurpose.NewReferral, "", "")]
    [InlineData(DraftPurpose.ChangeReferral, "", "")]
    [InlineData(DraftPurpose.ScopingRequest, "", "request")]
    [InlineData(DraftPurpose.ScopingReturn, "police", "return~police")]
    [InlineData(DraftPurpose.MeetingRecord, "", "meeting")]
    public void A_person_has_one_draft_of_each_purpose_and_one_return_for_each_agency(DraftPurpose purpose, string about, string slot) =>
        Assert.Equal(slot, (Of(purpose, Answers.None) with { About = about }).Slot);

    [Fact]
    public void Only_what_is_asked_for_whole_later_may_be_recorded_incomplete() =>
        Assert.Equal(
            [DraftPurpose.ScopingRequest, DraftPurpose.MeetingRecord],
            Enum.GetValues<DraftPurpose>().Where(purpose => Of(purpose, Answers.None).MayBeIncomplete)
        );

    [Fact]
    public void A_draft_begun_from_the_record_keeps_what_was_typed_and_takes_what_others_have_recorded_since()
    {
        var before = CaseStory.Complete();
        var draft = Of(DraftPurpose.ChangeReferral, before.With("outline", "reasons", "Typed here.")) with { Before = before };
        var now = before.With("incident", "carer", "Recorded by another.");
        var again = draft.On(now);
        Assert.Equal(now, again.Before);
        Assert.Equal(("Typed here.", "Recorded by another."), (again.Answers["outline", "reasons"], again.Answers["incident", "carer"]));
    }

    [Fact]
    public void A_draft_of_something_that_is_not_on_the_record_is_as_it_was_typed_whatever_is_recorded()
    {
        var draft = Of(DraftPurpose.NewReferral, Answers.None.With("outline", "reasons", "Typed here."));
        Assert.Same(draft, draft.On(CaseStory.Complete()));
    }

    private static Draft Of(DraftPurpose purpose, Answers answers) =>
        new(CaseStory.Id, "p", purpose, SeriousIncidentReferralV1.FormId, 1, answers, 1, CaseStory.Monday, CaseStory.Monday);
}
