using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The forms of the Rapid Review.</summary>
internal static partial class Gallery
{
    private static IEnumerable<(string, AdaptiveCard)> ReviewForms()
    {
        var (today, context) = (new DateOnly(2026, 11, 2), Context(Ops));
        var request = new Draft(
            CaseStory.Id,
            Ops.PersonId,
            DraftPurpose.ScopingRequest,
            ScopingRequestV1.FormId,
            1,
            PrefilledRequest.Of(CaseStory.At(Stage.Notified).File),
            1,
            CaseStory.Monday,
            CaseStory.Monday
        )
        {
            Before = Answers.None,
        };
        var given = new Draft(
            CaseStory.Id,
            PoliceRep.PersonId,
            DraftPurpose.ScopingReturn,
            InitialScopingV1.FormId,
            1,
            PrefilledReturn.Of(Out.File),
            3,
            CaseStory.Monday,
            CaseStory.Monday
        )
        {
            About = "police",
        };
        var record = new Draft(
            CaseStory.Id,
            "the-chair",
            DraftPurpose.MeetingRecord,
            RapidReviewReportForms.Id2025,
            1,
            Answers.None,
            1,
            CaseStory.Monday,
            CaseStory.Monday
        )
        {
            Before = Answers.None,
        };
        foreach (var draft in new[] { request, given, record })
        {
            var full = draft with
            {
                Answers =
                    draft.Purpose == DraftPurpose.ScopingReturn
                        ? Midway.File.Review.Agency("police")!.Return!.Answers
                        : CaseStory.Complete(draft.Form),
            };
            foreach (var page in draft.Form.Pages)
            {
                yield return (
                    $"{draft.FormId}-{page.Id}",
                    FormPageCard.Draw(
                        draft,
                        page,
                        [],
                        null,
                        context,
                        beside: page.Id == RapidReviewReportForms.Criteria
                            ? ["GSCP-6666-7777, 3 June 2025: neglect, non-mobile baby"]
                            : null,
                        asked: draft == given && page.Id == InitialScopingV1.Involvement ? MyAgencyCard.AskedAbout(Out.File) : null
                    )
                );
                yield return (
                    $"{draft.FormId}-{page.Id}-wrong",
                    FormPageCard.Draw(draft, page, [.. Checking.Problems(page, draft.Answers, today)], null, context)
                );
                yield return ($"{draft.FormId}-{page.Id}-full", FormPageCard.Draw(full, page, [], null, context, part: 0));
            }

            yield return ($"{draft.FormId}-review-incomplete", DraftReview(draft, today, context));
            yield return ($"{draft.FormId}-review-complete", DraftReview(full, today, context));
            yield return (
                $"{draft.FormId}-review-again",
                ReviewCard.Draw(
                    full with
                    {
                        Again = true,
                    },
                    [],
                    [],
                    "",
                    new(NoticeKind.Problem, "Somebody else has changed some of the same answers since you began."),
                    context,
                    "Say why it is put right."
                )
            );
            yield return ($"{draft.FormId}-left", LeftCard.Saved(draft, context));
            yield return ($"{draft.FormId}-delete-asked", LeftCard.AskDelete(draft, context));
        }

        var corrected = Families.Correct(Families.Sent(Families.FatherUnknown), Families.FatherFilledIn).File;
        var earlier = Families
            .Unplaced("d14", "Name", "Partner of the mother", "The partner’s other name")
            .Concat(Families.Unplaced("d16", "Home address", "2 Example Street", "9 Other Road"));
        var read = given with { Answers = PrefilledReturn.With(given.Answers, earlier), How = "as a Word form, read in by operations" };
        yield return (
            "initial-scoping-which-letter",
            WhichLetterCard.Draw(read, "Metropolitan Police Service", SectionOne.SentTo(corrected, "police"), context)
        );
        yield return (
            "initial-scoping-which-letter-placed",
            DraftReview(read with { Answers = PrefilledReturn.Placed(corrected, read.Answers, null) }, today, context)
        );
        yield return (
            "initial-scoping-family-second",
            FormPageCard.Draw(given, given.Form.Page(InitialScopingV1.Family)!, [], null, context, part: 1)
        );
        yield return (
            "home-drafts",
            HomeCard.Draw(
                new(
                    [
                        .. new[] { request, given, record }.Select(draft => new DraftLine(draft.Record, draft.Purpose, draft.SavedAt)
                        {
                            Slot = draft.Slot,
                        }),
                    ],
                    1,
                    0,
                    HasTasks: true,
                    MayFind: false
                ),
                context
            )
        );
    }

    private static AdaptiveCard DraftReview(Draft draft, DateOnly today, CardContext context) =>
        ReviewCard.Draw(
            draft,
            Checking.Problems(draft.Form, draft.Answers, today),
            Checking.Blanks(draft.Form, draft.Answers),
            "",
            null,
            context
        );
}
