using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Who must not, and what was overtaken: F2, B9, B12, PD16, two who write at once.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class ReviewRefusalTests(Emulator emulator)
{
    private static readonly string[] OfTheReview =
    [
        Verbs.Review,
        Verbs.Agencies,
        Verbs.AgencyAdd,
        Verbs.AgencyDesk,
        Verbs.AgencyRemove,
        Verbs.AgencyLeaveOut,
        Verbs.AgencyAsk,
        Verbs.Representative,
        Verbs.RequestForm,
        Verbs.MeetingPlan,
        Verbs.MeetingCancel,
        Verbs.Attendees,
        Verbs.AttendeeDesk,
        Verbs.AttendeeInvite,
        Verbs.AttendeeRemove,
        Verbs.Declare,
        Verbs.SendPreview,
        Verbs.SendScoping,
        Verbs.ReturnForm,
        Verbs.NilReturn,
        Verbs.Securing,
        Verbs.SecuringConfirm,
        Verbs.Nominee,
        Verbs.Papers,
        Verbs.ReadReturn,
        Verbs.SharePack,
        Verbs.AtMeeting,
        Verbs.Attendance,
        Verbs.MeetingRecord,
        Verbs.Agree,
        Verbs.Reopen,
        Verbs.Approval,
        Verbs.ApprovalReasons,
        Verbs.ApprovalTelephone,
        Verbs.ApprovalMediationAsk,
        Verbs.ApprovalMediation,
        Verbs.SendReport,
        Verbs.PanelAnswer,
        Verbs.PartnersResponse,
        Verbs.WithdrawReview,
        Verbs.EndAccess,
        Verbs.ReadReferral,
        Verbs.Timetable,
        Verbs.PortalFacts,
        Verbs.ChangeReferral,
        Verbs.Threshold,
        Verbs.HandOver,
        Verbs.Duplicates,
    ];

    [Fact]
    public async Task Another_agencys_representative_reads_and_does_nothing_of_somebody_elses()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        await ReviewHands.DoAsync(
            fixture,
            new ReturnScoping(
                CaseStory.Id,
                "police",
                true,
                Return(await fixture.FileAsync()).With("involvement", "summary", "Known to the police only."),
                "on a card",
                ""
            ),
            CaseStory.Representative("police")
        );
        var version = (await fixture.FileAsync()).Version;
        foreach (var verb in OfTheReview)
        {
            foreach (var does in new[] { "", "yes" })
            {
                var trust = ReviewHands.As(fixture, "rep-acute-trust");
                await trust.SendAsync(verb, Data(does, "police"));
                Assert.Contains("Your agency's part", trust.Card.Text, StringComparison.Ordinal);
                Assert.Contains("There is a problem", trust.Card.Text, StringComparison.Ordinal);
                foreach (var secret in new[] { "Known to the police only", "Child A", "The police", "The schools" })
                {
                    Assert.False(trust.Card.Text.Contains(secret, StringComparison.Ordinal), $"{verb}: {secret}");
                }

                // The same words for an agency that is in the review and one that is not.
                var nobody = ReviewHands.As(fixture, "rep-acute-trust");
                await nobody.SendAsync(verb, Data(does, "probation"));
                Assert.Equal(nobody.Card.Text, trust.Card.Text);
            }
        }

        Assert.Equal(version, (await fixture.FileAsync()).Version);
        Assert.Empty(await fixture.Rows.ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task Who_has_no_part_is_told_the_same_as_of_a_case_that_does_not_exist()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        foreach (var verb in OfTheReview.Append(Verbs.MyAgency).Append(Verbs.MyMeeting).Append(Verbs.Timeline).Append(Verbs.OpenCase))
        {
            var there = ReviewHands.As(fixture, "rep-general-practice");
            await there.SendAsync(verb, Data("yes", "police"));
            var nowhere = ReviewHands.As(fixture, "rep-general-practice");
            var data = Data("yes", "police");
            data["case"] = "GSCP-2222-2222";
            await nowhere.SendAsync(verb, data);
            Assert.Equal(nowhere.Card.Text, there.Card.Text);
        }
    }

    [Fact]
    public async Task An_attendee_reads_nothing_before_having_declared_and_before_the_papers_are_shared()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        await ReviewHands.DoAsync(
            fixture,
            new ReturnScoping(CaseStory.Id, "police", true, Return(await fixture.FileAsync()), "on a card", ""),
            CaseStory.Representative("police")
        );
        async Task<bool> ReadsAsync(string verb)
        {
            var inspector = ReviewHands.As(fixture, "inspector-police");
            await inspector.SendAsync(verb, Data("", "police"));
            return !inspector.Card.Text.Contains("There is a problem", StringComparison.Ordinal)
                && !inspector.Card.Text.Contains("We cannot find that case", StringComparison.Ordinal);
        }

        string[] reading = [Verbs.Papers, Verbs.ReadReturn, Verbs.ReadReferral];
        foreach (var verb in reading)
        {
            Assert.False(await ReadsAsync(verb));
        }

        await ReviewHands.DoAsync(
            fixture,
            new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true),
            AppFixture.Holder(Role.Operations)
        );
        Assert.False(await ReadsAsync(Verbs.Papers));
        await ReviewHands.DoAsync(fixture, new SharePack(CaseStory.Id), AppFixture.Holder(Role.Operations));
        foreach (var verb in reading)
        {
            Assert.True(await ReadsAsync(verb), verb);
        }

        await ReviewHands.DoAsync(
            fixture,
            new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, false, "Saw the child."),
            AppFixture.Holder(Role.Operations)
        );
        Assert.False(await ReadsAsync(Verbs.ReadReturn));
        await ReviewHands.DoAsync(
            fixture,
            new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true, "It was another child."),
            AppFixture.Holder(Role.Operations)
        );
        Assert.True(await ReadsAsync(Verbs.ReadReturn));
        await ReviewHands.DoAsync(
            fixture,
            new Domain.Steps.Outcome.WithdrawReview(CaseStory.Id, "Accidental."),
            AppFixture.Holder(Role.Chair)
        );
        foreach (var verb in reading)
        {
            Assert.False(await ReadsAsync(verb), verb);
        }
    }

    [Fact]
    public async Task A_former_representative_no_longer_opens_the_draft_that_was_begun()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.SentAsync(fixture);
        var police = await ReviewHands.OpenAsync(fixture, "rep-police");
        await police.PressAsync("Return the form");
        await police.PressAsync("Save and leave", ("title", "Inspector"));
        await ReviewHands.DoAsync(
            fixture,
            new NameRepresentative(
                CaseStory.Id,
                "police",
                new("records-police", "Records manager, police", "records-police@people.example"),
                "On leave."
            ),
            AppFixture.Holder(Role.Operations)
        );
        await police.PressAsync("Continue now");
        Assert.Contains("This draft is no longer there", police.Card.Text, StringComparison.Ordinal);
        var next = await ReviewHands.OpenAsync(fixture, "records-police");
        Assert.Contains("Return the form", next.Card.Buttons);
    }

    [Fact]
    public async Task Earlier_cases_with_the_same_themes_stand_beside_the_criteria()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(fixture);
        Assert.Equal("neglect, non-mobile baby", Assert.Single(await fixture.Rows.ReadAsync("theme|", CancellationToken.None))["themes"]);
        var lines = await new App.Indexes.EarlierThemes(fixture.Rows).OfAsync(
            CaseStory.OtherId,
            Answers.None.With("criteria", "themes", "Neglect"),
            CancellationToken.None
        );
        Assert.Equal($"{ReviewHands.Reference}, 13 November 2026: neglect, non-mobile baby", Assert.Single(lines));
        Assert.Empty(
            await new App.Indexes.EarlierThemes(fixture.Rows).OfAsync(
                CaseStory.OtherId,
                Answers.None.With("criteria", "themes", "fire"),
                CancellationToken.None
            )
        );
        Assert.Empty(await new App.Indexes.EarlierThemes(fixture.Rows).OfAsync(CaseStory.Id, Answers.None, CancellationToken.None));
    }

    private static Dictionary<string, string> Data(string does, string agency) =>
        new()
        {
            ["case"] = ReviewHands.Reference,
            ["do"] = does,
            ["agency"] = agency,
            ["who"] = $"a-{Role.LeadPolice}",
            ["what"] = "Secured",
            ["name"] = "An agency",
            ["round"] = "1",
            ["seen"] = "999",
            ["reason__x"] = "Because.",
            ["said__x"] = "Said.",
            ["date__x"] = "2026-11-02",
            ["text__x"] = "Text.",
            ["senior__x"] = "yes",
            ["involved__x"] = "no",
            ["agency__x"] = "icb",
            ["name__x"] = "Another",
            ["email__x"] = "a@b.example",
            ["who__x"] = "Somebody",
            ["from__x"] = "10:00",
            ["to__x"] = "11:00",
            ["how__x"] = "Online",
            ["outcome__x"] = "Said.",
            ["agreed__x"] = "All.",
            ["lead__x"] = "LeadPolice",
            ["given__x"] = "X",
            ["verified__x"] = "X",
            ["ground__x"] = "SeriousIncident",
            ["to"] = "yes",
        };

    private static Answers Return(CaseFile file)
    {
        var answers = CaseStory.Complete(InitialScopingV1.Form);
        return PrefilledReturn
            .Of(file)
            .RowsOf(InitialScopingV1.Family)
            .Aggregate(answers with { Rows = answers.Rows.Remove(InitialScopingV1.Family) }, (all, row) =>
                all.With(InitialScopingV1.Family, row.With("answer", "matches"))
            );
    }
}
