using System.Text.RegularExpressions;

namespace SafeguardingTeams.Presentation.Tests.Screens;

/// <summary>A class for each family of cards.</summary>
public static partial class DrawnFamilies
{
    public class Samples(OneBrowser one) : FamilyIsDrawn(one);

    public class Home(OneBrowser one) : FamilyIsDrawn(one);

    public class Lists(OneBrowser one) : FamilyIsDrawn(one);

    public class ReferralForm(OneBrowser one) : FamilyIsDrawn(one);

    public class Referral(OneBrowser one) : FamilyIsDrawn(one);

    public class Threshold(OneBrowser one) : FamilyIsDrawn(one);

    public class Recommendation(OneBrowser one) : FamilyIsDrawn(one);

    public class PartnerDecision(OneBrowser one) : FamilyIsDrawn(one);

    public class LeadsQuestions(OneBrowser one) : FamilyIsDrawn(one);

    public class Mediation(OneBrowser one) : FamilyIsDrawn(one);

    public class Notification(OneBrowser one) : FamilyIsDrawn(one);

    public class Dates(OneBrowser one) : FamilyIsDrawn(one);

    public class Timelines(OneBrowser one) : FamilyIsDrawn(one);

    public class Group(OneBrowser one) : FamilyIsDrawn(one);

    public class People(OneBrowser one) : FamilyIsDrawn(one);

    public class PeopleForms(OneBrowser one) : FamilyIsDrawn(one);

    public class PeopleWaiting(OneBrowser one) : FamilyIsDrawn(one);

    public class Themes(OneBrowser one) : FamilyIsDrawn(one);

    public class Meetings(OneBrowser one) : FamilyIsDrawn(one);

    public class MeetingForms(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredMeetings(OneBrowser one) : FamilyIsDrawn(one);

    public class FurtherReviews(OneBrowser one) : FamilyIsDrawn(one);

    public class FurtherReviewForms(OneBrowser one) : FamilyIsDrawn(one);

    public class FurtherRecommendations(OneBrowser one) : FamilyIsDrawn(one);

    public class FurtherRequests(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredFurtherReviews(OneBrowser one) : FamilyIsDrawn(one);

    public class Briefings(OneBrowser one) : FamilyIsDrawn(one);

    public class BriefingForms(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredBriefings(OneBrowser one) : FamilyIsDrawn(one);

    public class Learning(OneBrowser one) : FamilyIsDrawn(one);

    public class LearningForm(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredLearning(OneBrowser one) : FamilyIsDrawn(one);

    public class Actions(OneBrowser one) : FamilyIsDrawn(one);

    public class ActionForm(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredAction(OneBrowser one) : FamilyIsDrawn(one);

    public class CaseInReview(OneBrowser one) : FamilyIsDrawn(one);

    public class Case(OneBrowser one) : FamilyIsDrawn(one);

    public class ReviewHub(OneBrowser one) : FamilyIsDrawn(one);

    public class ReviewAgencies(OneBrowser one) : FamilyIsDrawn(one);

    public class ReviewMeeting(OneBrowser one) : FamilyIsDrawn(one);

    public class ScopingRequest(OneBrowser one) : FamilyIsDrawn(one);

    public class ScopingReturn(OneBrowser one) : FamilyIsDrawn(one);

    public class Returned(OneBrowser one) : FamilyIsDrawn(one);

    public class MyAgency(OneBrowser one) : FamilyIsDrawn(one);

    public class SecuredRecords(OneBrowser one) : FamilyIsDrawn(one);

    public class MyMeeting(OneBrowser one) : FamilyIsDrawn(one);

    public class AtTheMeeting(OneBrowser one) : FamilyIsDrawn(one);

    public class ReportForm(OneBrowser one) : FamilyIsDrawn(one);

    public class Approval(OneBrowser one) : FamilyIsDrawn(one);

    public class Panel(OneBrowser one) : FamilyIsDrawn(one);

    public class Closing(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredReferral(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredDecision(OneBrowser one) : FamilyIsDrawn(one);

    public class StoredReview(OneBrowser one) : FamilyIsDrawn(one);

    public class Stored(OneBrowser one) : FamilyIsDrawn(one);

    /// <summary>"ReferralForm" draws the family "referral-form".</summary>
    internal static string Name(Type type) => Capital().Replace(type.Name, match => $"-{match.Value}").TrimStart('-').ToLowerInvariant();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}

public class EveryFamilyIsDrawnTests
{
    [Fact]
    public void Every_family_has_its_class_and_every_card_its_family()
    {
        Assert.Equal(
            CardFamily.All.Order(StringComparer.Ordinal),
            typeof(DrawnFamilies).GetNestedTypes().Select(DrawnFamilies.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(Gallery.All().Count, CardFamily.All.Sum(family => Gallery.Family(family).Count()));
        Assert.Equal(Gallery.All().Count, Gallery.All().Select(card => card.Name).Distinct().Count());
        Assert.All(CardFamily.All, family => Assert.NotEmpty(Gallery.Family(family)));
    }
}
