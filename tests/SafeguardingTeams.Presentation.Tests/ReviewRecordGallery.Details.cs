using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.ReviewDetails;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <content>What a review asks of agencies, and what they answer.</content>
internal static partial class Gallery
{
    private static ReviewStory DetailAnswered => ReviewStory.AskedForDetail().Given(ReviewStory.GiveDetail(), ActionStory.Member);

    private static ReviewStory DetailReturned => DetailAnswered.Given(ReviewStory.ReturnsDetail(), ReviewStory.Operations);

    /// <summary>As many requests as there may be, filled to their limits, half of them answered.</summary>
    internal static ReviewStory DetailsToTheBrim
    {
        get
        {
            var story = ReviewStory.At(ReviewStage.UnderWay).WithTerms();
            var full = ReviewStory.Detail with
            {
                Why = Brim("We have to know. "),
                Asked = Brim("Every contact. "),
                Basis = Brim("A law. ")[..300],
            };
            for (var number = 1; number <= ReviewFile.MostDetails; number++)
            {
                story.Given(ReviewStory.AskDetail(ReviewStory.Trust) with { Ask = full }, ReviewStory.Operations);
                if (number % 2 == 0)
                {
                    story.Given(
                        ReviewStory.GiveDetail(number, verified: new('w', 400)) with
                        {
                            Text = new('w', 2000),
                            Where = new('w', 400),
                        },
                        ReviewStory.Operations
                    );
                }
            }

            return story;
        }
    }

    private static IEnumerable<(string Name, CardKind Kind, Topic About, ReviewFile File)> DetailMessages()
    {
        var asked = ReviewStory.AskedForDetail().File;
        var returned = DetailReturned.File;
        yield return ("asked", CardKind.ReviewDetailAsked, Topic.Agency("police", asked.Version), asked);
        yield return ("again", CardKind.ReviewDetailAsked, Topic.Agency("trust", returned.Version), returned);
        yield return ("done", CardKind.ReviewDetailAsked, Topic.Agency("trust", asked.Version - 1), DetailAnswered.File);
        yield return ("answered", CardKind.ReviewDetailAnswered, Topic.Agency("trust", DetailAnswered.File.Version), DetailAnswered.File);
        yield return ("over", CardKind.ReviewDetailAnswered, Topic.Agency("trust", DetailAnswered.File.Version), DetailReturned.File);
        foreach (var (name, times) in new[] { ("detail", 1), ("detail-late", 4) })
        {
            var file = ReviewReminded(ReviewStory.AskedForDetail(), Timescales.ReviewDetail, times);
            yield return ($"review-{name}", CardKind.Reminder, Topic.Reminder(ClockOf(Timescales.ReviewDetail), file.Version), file);
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> OfReviewDetails()
    {
        var (chair, operations) = (Context(ReviewStory.Chair), Context(ReviewStory.Operations));
        var (member, police) = (Context(ActionStory.Member), Context(ReviewStory.PoliceMember));
        var asked = ReviewStory.AskedForDetail().File;
        var wrong = new Filled(
            ImmutableDictionary<string, string>.Empty.Add("text", "Every contact.").Add("reply", "Given").Add("because", "Four contacts."),
            [new("answer-needed", "Give a link, or say how and when it was sent.", "where")]
        );
        AdaptiveCard Theirs(ReviewFile file, CardContext context, Notice? notice = null, Filled? filled = null) =>
            TheirDetailCard.Draw(
                file,
                [.. ReviewPermissions.DetailsOf(file, context.Viewer)],
                0,
                notice,
                filled ?? Filled.Nothing,
                context
            );
        yield return ("further-request-detail-none", DetailCards.Open(WithTerms.File, null, operations));
        yield return ("further-request-detail", DetailCards.Open(asked, new(NoticeKind.Done, "The agencies are asked."), operations));
        yield return (
            "further-request-detail-late",
            DetailCards.Open(
                DetailAnswered
                    .Given(ReviewStory.AskDetail(new AddressedBody("schools", "Schools")), ReviewStory.Chair)
                    .Given(ReviewStory.TakesDetailBack(3), ReviewStory.Chair)
                    .File,
                null,
                chair with
                {
                    Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero),
                    Today = new(2026, 11, 23),
                }
            )
        );
        yield return ("further-request-detail-again", DetailCards.Open(DetailReturned.File, null, operations));
        yield return ("further-request-detail-many", DetailCards.Open(DetailsToTheBrim.File, null, operations));
        yield return ("further-request-detail-record", ReviewRecordCard.Draw(asked, null, operations));
        yield return (
            "further-request-detail-lead",
            DetailCards.Open(asked, null, Context(ReviewStory.Lead(Role.LeadPolice) with { AgencyId = "police" }))
        );
        yield return (
            "timeline-further-detail",
            ReviewRecordCard.Timeline(DetailReturned.Given(ReviewStory.TakesDetailBack(2), ReviewStory.Chair).File, 0, operations)
        );
        yield return ("further-form-detail", DetailForms.Ask(WithTerms.File, AddressedAgencies, Filled.Nothing, operations));
        yield return (
            "further-form-detail-checked",
            DetailForms.Ask(
                WithTerms.File,
                AddressedAgencies,
                Filled.Nothing,
                operations with
                {
                    Words = operations.Words with
                    {
                        DetailBasis = new("Children Act 2004, section 16H.", "legislation.gov.uk", "Board Manager", new(2026, 9, 1)),
                    },
                }
            )
        );
        yield return (
            "further-form-detail-wrong",
            DetailForms.Ask(
                WithTerms.File,
                AddressedAgencies,
                new(
                    ImmutableDictionary<string, string>.Empty.Add("text", "Every contact.").Add("bodies", "trust"),
                    [new("order", "The period ends before it begins.", "until")]
                ),
                chair
            )
        );
        yield return ("further-form-detail-answer", DetailForms.Answer(asked, Filled.Nothing, operations));
        yield return ("further-form-detail-answer-wrong", DetailForms.Answer(asked, wrong, operations));
        yield return ("further-form-detail-return", DetailForms.Return(DetailAnswered.File, Filled.Nothing, operations));
        yield return ("further-form-detail-back", DetailForms.TakeBack(asked, Filled.Nothing, chair));
        yield return ("further-form-detail-theirs", Theirs(asked, member));
        yield return ("further-form-detail-theirs-wrong", Theirs(asked, police, filled: wrong));
        yield return (
            "further-form-detail-theirs-done",
            Theirs(DetailAnswered.File, member, new(NoticeKind.Done, "Your agency's answer is recorded."))
        );
        yield return ("further-form-detail-theirs-again", Theirs(DetailReturned.File, member));
        yield return ("further-form-detail-theirs-long", Theirs(DetailsToTheBrim.File, member));
        yield return (
            "further-form-detail-theirs-over",
            Theirs(ReviewStory.AskedForDetail().Given(new EndReview(Rev, "By mistake."), ReviewStory.Operations).File, member)
        );
    }
}
