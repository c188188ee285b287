using AdaptiveCards;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Drafts;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Preparing;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Presentation.Steps.Report;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>The largest Rapid Review people can make still fits into Teams' messages.</summary>
public class LargestReviewTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void A_Rapid_Review_filled_to_its_limits_still_fits_on_every_card()
    {
        var story = Largest();
        var (file, context) = (story.File, Gallery.Context(Operations) with { Now = story.Now, Today = London.DateOf(story.Now) });
        var lead = context with { Viewer = CaseStory.Lead(Role.LeadPolice) };
        var agency = file.Review.Agency("police")!;
        List<AdaptiveCard> cards =
        [
            ReviewHubCard.Draw(file, BankHolidays.Calendar, null, context),
            PapersCards.List(file, null, context),
            AgencyCards.Desk(file, agency, null, context),
            MyAgencyCard.Draw(file, agency, null, context),
            SecuringCards.Overview(file, agency, null, context),
            AtMeetingCards.Overview(file, null, context),
            AtMeetingCards.Attendance(file, Filled.Nothing, context),
            AtMeetingCards.Agree(file, Filled.Nothing, context),
            ApprovalCards.Lead(file, Filled.Nothing, lead),
            ApprovalCards.Telephone(file, Filled.Nothing, context),
            SendReportCard.Draw(file, Filled.Nothing, context),
            EndAccessCard.Draw(file, Filled.Nothing, context),
            PapersCards.Share(file, Filled.Nothing, context),
            CaseCard.Draw(new(file, 0, BankHolidays.Calendar), context),
            CaseCard.Draw(new(file, 0, BankHolidays.Calendar), lead),
        ];
        for (var page = 0; page < 6; page++)
        {
            cards.AddRange([
                AgencyCards.List(file, null, context, page),
                AttendeeCards.List(file, null, context, page),
                SendCards.Preview(file, BankHolidays.Calendar, Filled.Nothing, context, page),
                TimelineCard.Draw(file, page, context),
            ]);
        }

        for (var section = 0; section < InitialScopingV1.Form.Pages.Length; section++)
        {
            for (
                int? from = 0;
                from is { } row;
                from = ReferralCard.Next(agency.Return!.Answers, InitialScopingV1.Form.Pages[section], row)
            )
            {
                cards.Add(PapersCards.Read(file, agency, section, row, context));
            }
        }

        foreach (
            var (purpose, form, answers) in new[]
            {
                (DraftPurpose.ScopingRequest, ScopingRequestV1.Form, file.Review.Request),
                (DraftPurpose.ScopingReturn, InitialScopingV1.Form, agency.Return!.Answers),
                (DraftPurpose.MeetingRecord, RapidReviewReportForms.Of2025, file.Review.Record),
            }
        )
        {
            var draft = new Draft(CaseStory.Id, "x", purpose, form.Id, form.Version, answers, 9, CaseStory.Monday, CaseStory.Monday)
            {
                About = "police",
                Before = answers,
            };
            cards.Add(ReviewCard.Draw(draft, [], [], "", null, context));
            cards.AddRange(form.Pages.Select(page => FormPageCard.Draw(draft, page, [], null, context, part: 0)));
        }

        Assert.All(cards, card => Assert.True(CardJson.Write(card).Length > 0));
    }

    private static CaseStory Largest()
    {
        var story = CaseStory.At(Stage.Notified);
        story.Given(new ChooseAgency(CaseStory.Id, "police", Words(120), new("rep-police", Words(200), "rep@police.example")), Operations);
        for (var i = 0; i < 40; i++)
        {
            story.Given(
                new ChooseAgency(CaseStory.Id, $"n-{i}", $"{i} {Words(110)}", new("", Words(200), $"rep{i}@agency.example")),
                Operations
            );
        }

        for (var i = 0; i < InviteAttendee.Most; i++)
        {
            story
                .Given(
                    new InviteAttendee(
                        CaseStory.Id,
                        new(
                            $"a-{i}",
                            new("", Words(200), $"a{i}@agency.example"),
                            CaseStory.AgencyOf(Partners.Leads[i % 3]),
                            Words(110),
                            Words(200),
                            Partners.Leads[i % 3]
                        )
                    ),
                    Operations
                )
                .Given(new DeclareForMeeting(CaseStory.Id, $"a-{i}", i % 5 > 0, true), Operations);
        }

        var start = London.Instant(new(2026, 11, 13), new(10, 0));
        story
            .Given(new FillInRequest(CaseStory.Id, Answers.None, Most(ScopingRequestV1.Form), ""), Operations)
            .Given(new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.FaceToFace, Words(200), "", ""), Operations)
            .Sent();
        var returned = PrefilledReturn
            .Of(story.File)
            .RowsOf(InitialScopingV1.Family)
            .Aggregate(Most(InitialScopingV1.Form), (all, row) =>
                all.With(InitialScopingV1.Family, row.With("answer", "differs").With("how", Words(1000)))
            );
        story.Given(new ReturnScoping(CaseStory.Id, "police", true, returned, "on a card", ""), CaseStory.Representative("police"));
        story.Now = start;
        story
            .Given(new RecordAttendance(CaseStory.Id, [.. story.File.Review.Attendees.Select(attendee => attendee.Key)]), Operations)
            .Given(
                new RecordMeeting(CaseStory.Id, Answers.None, Most(RapidReviewReportForms.Of2025).With("agreement", "unanimous", "no"), ""),
                Operations
            )
            .Agreed();
        foreach (var partner in Partners.Leads)
        {
            story.Given(new Approve(CaseStory.Id, 1, partner != Role.LeadHealth, Words(4000)), CaseStory.Lead(partner));
        }

        return story
            .Given(new AskForApprovalMediation(CaseStory.Id), CaseStory.Somebody(Role.Chair))
            .Given(new RecordApprovalMediation(CaseStory.Id, Words(4000), Words(4000)), CaseStory.Somebody(Role.Scrutineer));
    }

    private static Answers Most(Form form) => form.Pages.Aggregate(Answers.None, (answers, page) => page switch
            {
                Page.Single single => single.Questions.Aggregate(answers, (all, question) =>
                    all.With(page.Id, question.Id, Long(question))
                ),
                Page.Repeating repeating => Enumerable
                    .Range(0, Math.Min(repeating.Maximum, 60))
                    .Aggregate(answers, (all, i) =>
                        all.With(
                            page.Id,
                            repeating.Questions.Aggregate(AnswerRow.Empty($"r{i}"), (row, question) =>
                                row.With(question.Id, Long(question))
                            )
                        )
                    ),
                _ => answers,
            });

    private static string Long(Question question) =>
        question.Kind switch
        {
            AnswerKind.Line { Format: LineFormat.Any } line => Words(line.MaxLength),
            AnswerKind.Text text => Words(text.MaxLength),
            _ => CaseStory.Good(question),
        };

    private static string Words(int length) => new('w', length);
}
