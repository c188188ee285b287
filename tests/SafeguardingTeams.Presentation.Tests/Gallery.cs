using System.Collections.Immutable;
using AdaptiveCards;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Tests.Screens;
using SafeguardingTeams.Presentation.Wording;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>Every card the product can draw, empty, full and wrong.</summary>
internal static partial class Gallery
{
    internal static CardContext Context(Actor actor) =>
        new("press1", Words, actor, CaseStory.Monday, new(2026, 11, 2)) { Themes = CaseStory.Themes };

    private static CardContext Mash => Context(CaseStory.Somebody(Role.MashOfficer));

    private static CardContext Referrer => Context(CaseStory.Referrer);

    private static readonly Lazy<ImmutableArray<(string Name, AdaptiveCard Card)>> Drawn = new(() =>
        [
            .. Homes(),
            .. Forms(),
            .. Steps(),
            .. Decisions().Concat(LeadsQuestionGallery()),
            .. Reviews(),
            .. Cases(),
            .. Lists(),
            .. Groups().Concat(People()),
            .. LearningCards(),
            .. Themes(),
            .. TriBorough(),
            .. ActionCards(),
            .. ReviewRecordCards(),
            .. BriefingGallery(),
            .. MeetingCards(),
            .. Samples(),
            .. Stored().Select(stored => (stored.Name, stored.Card)),
        ]
    );

    internal static IReadOnlyList<(string Name, AdaptiveCard Card)> All() => Drawn.Value;

    internal static IEnumerable<(string Name, AdaptiveCard Card)> Family(string family) =>
        All().Where(card => CardFamily.Of(card.Name) == family);

    internal static IEnumerable<(string Name, AdaptiveCard Card, string Summary)> Stored()
    {
        var (welcome, hello) = StoredCard.Welcome(Words);
        yield return ("stored-welcome", welcome, hello);
        var (tasks, open) = StoredCard.WayTo(null, Words);
        yield return ("stored-my-tasks", tasks, open);
        var (reference, there) = StoredCard.WayTo(CaseStory.Id, Words);
        yield return ("stored-reference", reference, there);
        var (former, over) = StoredCard.Former(CardKind.PartnerTask, CaseStory.At(Stage.AwaitingPartners).File.Ref, Words);
        yield return ("stored-former", former, over);
        foreach (var (name, kind, group, about) in GroupMessages())
        {
            var (reminder, says) = StoredCard.OfTheGroup(kind, group, about, Words, mayHaveComeBefore: false);
            yield return ($"stored-{kind}-group-{name}", reminder, says);
        }

        foreach (var (name, kind, about, file) in LearningMessages())
        {
            var (card, summary) = StoredCard.OfLearning(kind, file, about, Words, mayHaveComeBefore: false);
            yield return ($"stored-{kind}-{name}", card, summary);
        }

        foreach (var (name, kind, about, file) in MeetingMessages())
        {
            var (card, summary) = StoredCard.OfMeeting(kind, file, about, Words, mayHaveComeBefore: false);
            yield return ($"stored-{kind}-{name}", card, summary);
        }

        foreach (var (name, kind, about, file) in ReviewRecordMessages())
        {
            var (card, summary) = StoredCard.OfReview(kind, file, about, Words, mayHaveComeBefore: false);
            yield return ($"stored-{kind}-{name}", card, summary);
        }

        foreach (var message in StoredBriefings())
        {
            yield return message;
        }

        foreach (var (name, kind, about, file) in ActionMessages())
        {
            var (card, summary) = StoredCard.OfAction(kind, file, about, Words, mayHaveComeBefore: false);
            yield return ($"stored-{kind}-{name}", card, summary);
        }

        foreach (var stage in Enum.GetValues<Stage>().Except([Stage.NotStarted]))
        {
            foreach (
                var kind in new[] { CardKind.ThresholdTask, CardKind.ReferralProgress, CardKind.Alert }.Where(kind =>
                    kind != CardKind.Alert
                    || stage is not (Stage.AwaitingThreshold or Stage.BelowThreshold or Stage.Withdrawn or Stage.Joined)
                )
            )
            {
                var (card, summary) = StoredCard.Draw(
                    kind,
                    CaseStory.At(stage).File,
                    Words,
                    mayHaveComeBefore: stage == Stage.AwaitingRecommendation
                );
                yield return ($"stored-{kind}-{stage}", card, summary);
            }
        }

        foreach (var (name, kind, about, file) in Messages().Concat(ReviewMessages()))
        {
            var (card, summary) = StoredCard.Draw(kind, file, Words, mayHaveComeBefore: false, Topic.Parse(about));
            yield return ($"stored-{kind}-{name}", card, summary);
        }
    }

    private static IEnumerable<(string, AdaptiveCard)> Homes() =>
        [
            ("home-practitioner", HomeCard.Draw(new([], 0, 0, HasTasks: false, MayFind: false), Referrer)),
            (
                "home-operations",
                HomeCard.Draw(
                    new(
                        [new(CaseStory.Id, DraftPurpose.NewReferral, CaseStory.Monday)],
                        3,
                        2,
                        HasTasks: true,
                        MayFind: true,
                        new(NoticeKind.Done, "Something was done."),
                        MayAmend: true,
                        SeesGroup: true,
                        Actions: 14
                    ),
                    Mash
                )
            ),
            (
                "home-everything",
                HomeCard.Draw(
                    new([], 3, 2, HasTasks: true, MayFind: true, null, MayAmend: true, SeesGroup: true, Actions: 14, Oversees: true),
                    Context(CaseStory.Somebody(Role.Operations))
                )
            ),
            ("home-owner", HomeCard.Draw(new([], 1, 0, HasTasks: true, MayFind: false, Actions: 1), Referrer)),
            ("home-owner-waiting", HomeCard.Draw(new([], 0, 0, HasTasks: false, MayFind: false, Actions: 1), Referrer)),
            ("home-staff", HomeCard.Draw(new([], 3, 0, HasTasks: true, MayFind: true, SeesGroup: true), Mash)),
            (
                "agency",
                AgencyCard.Draw(
                    [("one", "One agency"), ("other", "Another agency")],
                    new(NoticeKind.Problem, "Choose your agency."),
                    Referrer
                )
            ),
            ("notice", NoticeCard.Draw("We cannot find that case", Refusal.NotFound.Message, Referrer)),
            ("stranger", NoticeCard.Stranger()),
        ];

    private static IEnumerable<(string, AdaptiveCard)> Forms()
    {
        var form = SeriousIncidentReferralV1.Form;
        var today = new DateOnly(2026, 11, 2);
        var empty = new Draft(
            CaseStory.Id,
            "the-referrer",
            DraftPurpose.NewReferral,
            form.Id,
            1,
            Answers.None,
            1,
            CaseStory.Monday,
            CaseStory.Monday
        );
        var full = empty with { Answers = CaseStory.Complete(), Revision = 7 };
        foreach (var page in form.Pages)
        {
            yield return ($"form-{page.Id}-empty", FormPageCard.Draw(empty, page, [], null, Referrer));
            yield return (
                $"form-{page.Id}-wrong",
                FormPageCard.Draw(empty, page, [.. Checking.Problems(page, Answers.None, today)], null, Referrer)
            );
            yield return (
                $"form-{page.Id}-full",
                FormPageCard.Draw(full, page, [], new(NoticeKind.Information, "This is where you left off."), Referrer)
            );
            foreach (var (part, i) in (page as Page.Repeating)?.Parts.Select((part, i) => (part, i)) ?? [])
            {
                var row = full.Answers.Row(page.Id, "r1")!;
                yield return ($"row-{page.Id}-{i}", RowCard.Draw(full, (Page.Repeating)page, row, i, [], null, Referrer));
                yield return (
                    $"row-{page.Id}-{i}-wrong",
                    RowCard.Draw(
                        full,
                        (Page.Repeating)page,
                        AnswerRow.Empty("r1"),
                        i,
                        [.. Checking.Problems(part.Questions, _ => "", today, page.Id, "r1")],
                        null,
                        Referrer
                    )
                );
            }
        }

        var tooLong = full with
        {
            Answers = full.Answers.With(
                "outline",
                "circumstances",
                string.Concat(Enumerable.Repeat("What is known so far, and how. ", 1400))
            ),
        };
        yield return (
            "form-outline-too-long",
            FormPageCard.Draw(
                tooLong,
                form.Page("outline")!,
                [.. Checking.Problems(form.Page("outline")!, tooLong.Answers, today)],
                null,
                Referrer
            )
        );
        var many = full with
        {
            Answers = full.Answers with
            {
                Rows = full.Answers.Rows.SetItem(
                    "chronology",
                    [
                        .. Enumerable
                            .Range(1, 40)
                            .Select(i => AnswerRow.Empty($"r{i}").With("date", "2026-10-01").With("event", $"Visit {i}")),
                    ]
                ),
            },
        };
        yield return ("form-chronology-long", FormPageCard.Draw(many, form.Page("chronology")!, [], null, Referrer, 1));
        var removed = full with { Answers = full.Answers.Without("family", "r1"), Removed = new("family", 0, AnswerRow.Empty("r1")) };
        yield return (
            "form-family-removed",
            FormPageCard.Draw(
                removed,
                form.Page("family")!,
                [],
                new(NoticeKind.Done, "The family member or other person is removed."),
                Referrer
            )
        );
        yield return ("review-incomplete", ReviewCard.Draw(empty, Checking.Problems(form, Answers.None, today), [], "", null, Referrer));
        yield return ("review-complete", ReviewCard.Draw(full, [], Checking.Blanks(form, full.Answers), "", null, Referrer));
        var change = full with
        {
            Purpose = DraftPurpose.ChangeReferral,
            Before = full.Answers,
            Answers = full.Answers.With("incident", "carer", "The grandmother."),
        };
        yield return (
            "review-change",
            ReviewCard.Draw(
                change,
                [],
                [],
                "",
                null,
                Referrer,
                "Say why you are changing what was said before. The old answer stays on the record."
            )
        );
        yield return ("left", LeftCard.Saved(full, Referrer));
        yield return ("delete-asked", LeftCard.AskDelete(full, Referrer));
    }
}
