using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewReport;

namespace SafeguardingTeams.Tests;

/// <content>Those appointed who read papers as guests (C9).</content>
internal sealed partial class ReviewStory
{
    /// <summary>Where the reviewer is asked in.</summary>
    internal const string Address = "reviewer@people.example";

    /// <summary>The reviewer, as a guest with papers only.</summary>
    internal static Actor Guest { get; } =
        new("p-reviewer", Reviewer.Post, "", Reviewer.Organisation, "t/guest", []) { ReadsPapersOnly = true };

    /// <summary>The reviewer is appointed, with an address.</summary>
    internal static AppointReviewPerson AppointGuest => Appoint() with { Who = Reviewer with { Email = Address } };

    /// <summary>Reviewer appointed with an address and papers agreed: they are asked in.</summary>
    internal static ReviewStory AskedIn(ReviewStory? before = null) =>
        (before ?? At(ReviewStage.UnderWay)).Given(AppointGuest, Operations).Given(AgreePapers, Operations);

    /// <summary>The same, of a review that has come further since the appointment.</summary>
    internal static ReviewStory AskedInAt(ReviewStage stage)
    {
        var story = At(ReviewStage.UnderWay).Given(AppointGuest, Operations);
        if (stage != ReviewStage.UnderWay)
        {
            story.WithTerms().Given(new SubmitReviewReport(Id, Report), Operations);
        }

        if (stage is ReviewStage.Accepted or ReviewStage.Concluded)
        {
            story = Partners.Leads.Aggregate(story, (one, lead) => one.Given(new AcceptReviewReport(Id, true, ""), Lead(lead)));
        }

        return (stage == ReviewStage.Concluded ? story.Published() : story).Given(AgreePapers, Operations);
    }

    /// <summary>They have come in.</summary>
    internal static ReviewStory CameIn(ReviewStory? before = null)
    {
        var asked = AskedIn(before);
        return asked.Given(asked.Tie(), ActionStory.System);
    }

    /// <summary>What ties an appointment to their account, as it was asked last.</summary>
    internal TieReviewPerson Tie(int number = 1, string? personId = null) =>
        new(Id, number, File.People[number - 1].AskedIn, personId ?? Guest.PersonId, true);

    /// <summary>The terms of reference alone are agreed.</summary>
    internal static Domain.Steps.ReviewPapers.AgreeReviewPapers AgreeNothing => AgreePapers with { Papers = [] };

    internal static ChangeReviewPersonEmail OtherAddress(int number = 1, string email = "other@people.example") =>
        new(Id, number, email, "A letter was missing.");
}
