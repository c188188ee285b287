using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewElsewhere;
using SafeguardingTeams.Domain.Steps.ReviewEnding;
using SafeguardingTeams.Domain.Steps.ReviewPapers;
using SafeguardingTeams.Domain.Steps.ReviewPeople;
using SafeguardingTeams.Domain.Steps.ReviewProceedings;
using SafeguardingTeams.Domain.Steps.ReviewProgress;
using SafeguardingTeams.Domain.Steps.ReviewPublication;
using SafeguardingTeams.Domain.Steps.ReviewReminders;
using SafeguardingTeams.Domain.Steps.ReviewReport;
using SafeguardingTeams.Domain.Steps.ReviewRequests;
using SafeguardingTeams.Domain.Steps.ReviewTerms;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Histories;

/// <content>Reviews that follow a case or a referral.</content>
internal sealed partial class Choices
{
    private IEnumerable<Command> OfAReview(World world, ReviewFile file, Step step) =>
        step switch
        {
            Step.ProposeReview => Sources(world)
                .SelectMany(source => Enum.GetValues<ReviewKind>().Select(kind => Proposes(world, source, kind, file.Ref))),
            Step.DecideOnReview => [new DecideOnReview(file.Ref, true, ""), new DecideOnReview(file.Ref, false, "An audit is enough.")],
            Step.RecordReviewLeadsAnswer => Partners.Leads.Select(lead =>
                ReviewStory.ByTelephone(lead, Sometimes(), $"They rang, {file.LeadsAnswers}.") with
                {
                    Review = file.Ref,
                    Call = new("The lead themself", world.Today, "Called back."),
                }
            ),
            Step.AskLeadsAgain => [new AskLeadsAgain(file.Ref, "The Panel sees it otherwise.")],
            Step.RecordBodyTold => file.OwedOutside.Select(owed => new RecordBodyTold(
                file.Ref,
                owed.Of,
                owed.Body,
                world.Today,
                "By email.",
                Sometimes(),
                owed.Of != TellingOf.Report && Sometimes() ? "reviews@panel.example" : ""
            )),
            Step.KeepReviewLetters => OutsideLetter
                .Of(file)
                .Where(letter => !KeptFile.Of(file, letter.Occasion, letter.Went.MailTo).Any())
                .Select(letter => new RecordReviewKept(
                    file.Ref,
                    [
                        new(
                            KeptKind.OutsideLetter,
                            letter.Occasion,
                            "",
                            $"{file.Ref}-letter-{letter.Number}.docx",
                            new('a', 64),
                            12345,
                            letter.Went.MailTo
                        ),
                    ]
                )),
            Step.LookAtReview =>
            [
                new LookAtReview(
                    file.Ref,
                    world.Today,
                    Any(Enum.GetValues<LookState>()),
                    "The lines are answered.",
                    Sometimes(),
                    "A draft."
                ),
            ],
            Step.ForecastReview => new[] { 20, 300 }.Select(days => new ForecastReview(
                file.Ref,
                (file.Limit ?? world.Today) > world.Today ? file.Limit!.Value.AddDays(days - 100) : world.Today.AddDays(days),
                DelayReason.CriminalProceedings,
                "The trial begins later."
            )),
            Step.WriteReviewTerms =>
            [
                ReviewStory.Terms with
                {
                    Review = file.Ref,
                    Texts = ReviewStory.Terms.Texts.SetItem(0, new(TermsPart.Purpose, $"To learn, {file.Terms.Changes}.")),
                },
            ],
            Step.SubmitReviewTerms => [new SubmitReviewTerms(file.Ref, "The inquest is over.")],
            Step.ApproveReviewTerms =>
            [
                new ApproveReviewTerms(file.Ref, true, ""),
                new ApproveReviewTerms(file.Ref, false, "A line is missing."),
            ],
            Step.AppointReviewPerson =>
            [
                ReviewStory.Appoint() with
                {
                    Review = file.Ref,
                    Who = ReviewStory.Reviewer with
                    {
                        Post = $"Reviewer {file.People.Count}",
                        Email = Sometimes() ? "reviewer@people.example" : "",
                    },
                    On = world.Today,
                },
                ReviewStory.Appoint(ReviewPersonRole.PanelMember) with
                {
                    Review = file.Ref,
                    Who = ReviewStory.Appoint(ReviewPersonRole.PanelMember).Who with { Post = $"Panel member {file.People.Count}" },
                    On = world.Today,
                },
                .. file.Appointed()
                    .Select(person =>
                        ReviewStory.Appoint(person.Who.Role, person.Number) with
                        {
                            Review = file.Ref,
                            Who = person.Who with { Post = $"Reviewer {file.People.Count}" },
                            On = world.Today,
                        }
                    ),
            ],
            Step.EndReviewPerson => file.Appointed().Select(person => new EndReviewPerson(file.Ref, person.Number, "They are ill.")),
            Step.ChangeReviewPersonEmail => file.Appointed()
                .Select(person =>
                    ReviewStory.OtherAddress(person.Number, $"a{random.Next(1000)}@people.example") with
                    {
                        Review = file.Ref,
                    }
                ),
            Step.TieReviewPerson => file.Appointed()
                .Select(person => new TieReviewPerson(
                    file.Ref,
                    person.Number,
                    person.AskedIn,
                    Any([Cast.Guest.PersonId, ActionStory.OtherOwner.PersonId]),
                    Sometimes()
                )),
            Step.AgreeReviewPapers =>
            [
                new AgreeReviewPapers(
                    file.Ref,
                    [
                        .. file.Plan!.Subjects.SelectMany(subject =>
                                KeptFile.Of(world.Of(subject)).Select(kept => (Subject: subject, kept.Document))
                            )
                            .Where(_ => Sometimes())
                            .Select(kept => new AgreedPaper(0, kept.Subject, kept.Document.Name, kept.Document.Sha256))
                            .Take(ReviewFile.MostPapers),
                    ],
                    file.Plan.Subjects
                ),
            ],
            Step.AddReviewReport =>
            [
                ReviewStory.AddReport() with
                {
                    Review = file.Ref,
                    Sha256 = file.ReportsAdded.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
                },
            ],
            Step.SubmitReviewReport => [new SubmitReviewReport(file.Ref, ReviewStory.Report with { AdvisedOn = world.Today })],
            Step.AcceptReviewReport =>
            [
                new AcceptReviewReport(file.Ref, true, ""),
                new AcceptReviewReport(file.Ref, false, "Why is missing."),
            ],
            Step.HearOfReview => [new HearOfReview(file.Ref, world.Today, "The inquest comes first.", WorkingDay(world, 20))],
            Step.KeepProceeding => file
                .Proceedings.Where(one => one.Ended.Length == 0)
                .Select(one => (int?)one.Number)
                .Append(null)
                .Select(number => new KeepProceeding(
                    file.Ref,
                    number,
                    Any(Enum.GetValues<ProceedingKind>()),
                    "The coroner's officer",
                    WorkingDay(world, 20),
                    Sometimes(),
                    $"The date moved {random.Next(1000)} times."
                )),
            Step.EndProceeding => file.Proceedings.Select(one => new EndProceeding(file.Ref, one.Number, "A verdict.")),
            Step.RecordFindings =>
            [
                new RecordFindings(file.Ref, "Half the records had no note.", world.Today)
                {
                    Answer = file.Plan!.Kind == ReviewKind.NationalLearning ? NationalAnswer.DoneAlready : null,
                },
            ],
            Step.PlanPublication => Enum.GetValues<PublicationForm>()
                .Select(form => new PlanPublication(file.Ref, form, "It would harm a child.", WorkingDay(world, 20))
                {
                    Version = file.ReportsAdded is > 0 and var newest ? newest : null,
                }),
            Step.RecordPublished => [new RecordPublished(file.Ref, world.Today, "Our pages", "The Chair", "It was in the press.")],
            Step.CloseReview => [new CloseReview(file.Ref, "") { WithAction = WithAction(world, file) }],
            Step.AgreeAction => AgreesFrom(file, New(RecordKind.Action)),
            Step.BeginBriefing => Begins(file.Ref, New(RecordKind.Briefing)),
            Step.WriteBriefing => Writing(world, file.Ref),
            Step.MakeReviewRecommendation
            or Step.ChangeReviewRecommendation
            or Step.TakeBackReviewRecommendation
            or Step.AnswerReviewRecommendation => Recommends(world, file, step),
            Step.AskInWriting =>
            [
                ReviewStory.AskDraft with
                {
                    Review = file.Ref,
                    Of = Any(Enum.GetValues<ReviewPersonRole>()),
                    On = world.Today,
                    Due = WorkingDay(world, 10),
                },
            ],
            Step.RecordWhatCameBack => file.WrittenAndOpen.Select(one => new RecordWhatCameBack(
                file.Ref,
                one.Number,
                Sometimes(),
                world.Today,
                "As they wrote."
            )),
            Step.KeepParticipation => file
                .Participants.Select(one => (int?)one.Number)
                .Append(null)
                .Select(number =>
                    ReviewStory.TakesPart(
                        ReviewStory.Mother with
                        {
                            Kind = Any(Enum.GetValues<ParticipantKind>()),
                            OfferedOn = world.Today,
                            Said = $"Heard {file.ParticipantsChanged} times.",
                        },
                        number
                    ) with
                    {
                        Review = file.Ref,
                    }
                ),
            Step.RequestDetail or Step.AnswerDetail or Step.ReturnDetail or Step.TakeBackDetail => OfDetail(world, file, step),
            Step.EndReview => [new EndReview(file.Ref, "Another takes its place.")],
            Step.ReopenReview => [new ReopenReview(file.Ref, "It was ended by mistake.")],
            Step.RemindReview => file.Clocks.Select(clock => new RemindReview(file.Ref, clock.Deadline.TimescaleId)),
            Step.RecountReview => [new RecountReview(file.Ref)],
            _ => throw new InvalidOperationException($"No command for {step} of a review."),
        };

    private ProposeReview Proposes(World world, RecordRef source, ReviewKind kind, RecordRef review) =>
        new(review, ReviewStory.Plan(kind) with { Subjects = [source] }, Owner(), world.Today, WorkingDay(world, 60));
}
