using SafeguardingTeams.App.Commands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Deciding;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Notification;
using SafeguardingTeams.Domain.Steps.PartnerDecision;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Recommendation;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>A case brought to a stage of its Rapid Review by commands, and a form filled in on its cards.</summary>
internal static class ReviewHands
{
    internal static string Reference => CaseStory.Id.Value;

    internal static Hands As(AppFixture fixture, string person) => new(fixture, Hands.Of(person));

    internal static async Task<Hands> OpenAsync(AppFixture fixture, string person)
    {
        var hands = As(fixture, person);
        await hands.OpenAsync(Reference);
        return hands;
    }

    /// <summary>Notified on Monday; the referral names Child A and the mother.</summary>
    internal static async Task NotifiedAsync(AppFixture fixture)
    {
        var answers = CaseStory.Complete();
        answers = answers
            .With("children", answers.Row("children", "r1")!.With("name", "Child A"))
            .With("family", AnswerRow.Empty("r1").With("name", "Mother of Child A").With("relationship", "Mother"));
        await DoAsync(fixture, new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, answers), CaseStory.Referrer);
        await DoAsync(fixture, Commands.CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await DoAsync(fixture, Commands.CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));
        await DoAsync(fixture, new Recommend(CaseStory.Id, true, "Both criteria.", false), AppFixture.Holder(Role.Chair));
        foreach (var lead in Partners.Leads)
        {
            await DoAsync(fixture, new DecideAsPartner(CaseStory.Id, 1, true, ""), AppFixture.Holder(lead));
        }

        await DoAsync(
            fixture,
            new RecordNotification(CaseStory.Id, NotificationGround.SeriousIncident, CaseStory.Monday, "SIN-1", ""),
            AppFixture.Holder(Role.AuthorityNotifier)
        );
    }

    /// <summary>
    /// Letters out to police, acute trust and schools; one of each partner invited; the meeting on Friday 13 November at ten.
    /// </summary>
    internal static async Task SentAsync(AppFixture fixture, Answers? request = null)
    {
        await NotifiedAsync(fixture);
        var operations = AppFixture.Holder(Role.Operations);
        foreach (var agency in new[] { "police", "acute-trust", "schools" })
        {
            await DoAsync(
                fixture,
                new ChooseAgency(
                    CaseStory.Id,
                    agency,
                    $"The {agency}",
                    new($"rep-{agency}", $"Representative of {agency}", $"rep-{agency}@people.example")
                ),
                operations
            );
        }

        foreach (
            var (person, partner) in new[]
            {
                ("head-childrens-services", Role.LeadLocalAuthority),
                ("inspector-police", Role.LeadPolice),
                ("designated-nurse", Role.LeadHealth),
            }
        )
        {
            await DoAsync(
                fixture,
                new InviteAttendee(
                    CaseStory.Id,
                    new(
                        $"a-{partner}",
                        new(person, $"Senior, {partner}", $"{person}@people.example"),
                        "agency",
                        "An agency",
                        "Head of service",
                        partner
                    )
                ),
                operations
            );
        }

        var start = new DateTimeOffset(2026, 11, 13, 10, 0, 0, TimeSpan.Zero);
        await DoAsync(
            fixture,
            new FillInRequest(
                CaseStory.Id,
                Answers.None,
                request ?? CaseStory.CompleteRequest().With("case", "outline", "A child was hurt at home."),
                ""
            ),
            operations
        );
        await DoAsync(
            fixture,
            new PlanMeeting(CaseStory.Id, start, start.AddHours(2), MeetingKind.FaceToFace, "Town hall", "", ""),
            operations
        );
        await DoAsync(fixture, new SendScoping(CaseStory.Id), operations);
    }

    /// <summary>All three declared, at the meeting, on its day.</summary>
    internal static async Task AtTheMeetingAsync(AppFixture fixture)
    {
        await SentAsync(fixture);
        foreach (var partner in Partners.Leads)
        {
            await DoAsync(fixture, new DeclareForMeeting(CaseStory.Id, $"a-{partner}", true, true), AppFixture.Holder(Role.Operations));
        }

        fixture.Clock.Set(new DateTimeOffset(2026, 11, 13, 10, 30, 0, TimeSpan.Zero));
        await DoAsync(
            fixture,
            new RecordAttendance(CaseStory.Id, [.. Partners.Leads.Select(partner => $"a-{partner}")]),
            AppFixture.Holder(Role.Chair)
        );
    }

    /// <summary>The recommendation agreed: with the leads.</summary>
    /// <param name="record">What the report says beside what is good.</param>
    internal static async Task AgreedAsync(AppFixture fixture, Func<Answers, Answers>? record = null)
    {
        await AtTheMeetingAsync(fixture);
        await DoAsync(
            fixture,
            new RecordMeeting(
                CaseStory.Id,
                Answers.None,
                (record ?? (answers => answers))(
                    CaseStory.CompleteRecord(RapidReviewReportForms.Of2025).With("criteria", "themes", "neglect, non-mobile baby")
                ),
                ""
            ),
            AppFixture.Holder(Role.Chair)
        );
        await DoAsync(fixture, new AgreeRecommendation(CaseStory.Id), AppFixture.Holder(Role.Chair));
    }

    internal static async Task DoAsync(AppFixture fixture, Command command, Actor actor)
    {
        var outcome = await fixture.RunAsync(command, actor);
        Assert.True(
            outcome is Outcome.Done,
            outcome is Outcome.Refused refused ? $"{command.GetType().Name}: {refused.Reasons[0].Message}" : ""
        );
    }

    /// <summary>Fills in single pages until a page is reached.</summary>
    internal static async Task FillUntilAsync(this Hands hands, string page)
    {
        while (hands.Card.Page != page)
        {
            await hands.PressAsync(
                "Continue",
                [
                    .. Domain.Forms.InitialScoping.InitialScopingV1.Form.Page(hands.Card.Page) is Page.Single single
                        ? single.Questions.Select(question => (question.Id, CaseStory.Good(question)))
                        : [],
                ]
            );
        }
    }

    /// <summary>
    /// Fills in a form page by page from where it stands to its review, with good answers; rows only where one is needed.
    /// </summary>
    internal static async Task FillInAsync(this Hands hands, Form form, params (string Name, string Value)[] own)
    {
        while (form.Page(hands.Card.Page) is { } page && hands.Card.Buttons.Contains("Continue"))
        {
            switch (page)
            {
                case Page.Single single:
                    await hands.PressAsync(
                        "Continue",
                        [
                            .. single.Questions.Select(question =>
                                (
                                    question.Id,
                                    Own(question.Id)
                                        ?? (hands.Card.Inputs[question.Id] is { Length: > 0 } there ? there : CaseStory.Good(question))
                                )
                            ),
                        ]
                    );
                    break;
                case Page.Matching:
                    await hands.PressAsync(
                        "Continue",
                        [
                            .. hands
                                .Card.Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal))
                                .Select(name => (name, "matches")),
                        ]
                    );
                    break;
                default:
                    await hands.PressAsync("Continue");
                    break;
            }

            Assert.DoesNotContain("There is a problem", hands.Card.Text, StringComparison.Ordinal);
        }

        string? Own(string name) => own.FirstOrDefault(one => one.Name == name).Value;
    }
}
