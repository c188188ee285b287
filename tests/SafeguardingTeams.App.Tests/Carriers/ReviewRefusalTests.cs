using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Approval;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.PanelAnswer;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Report;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.Carriers;

/// <summary>Who must not, and what was overtaken: F2, B9, B12, decision 16, two who write at once.</summary>
public class ReviewRefusalTests(Emulator emulator)
{
    private static readonly string[] OfTheReview =
    [
        Verbs.Review, Verbs.Agencies, Verbs.AgencyAdd, Verbs.AgencyDesk, Verbs.AgencyRemove, Verbs.AgencyLeaveOut, Verbs.AgencyAsk, Verbs.Representative, Verbs.RequestForm, Verbs.MeetingPlan, Verbs.MeetingCancel,
        Verbs.Attendees, Verbs.AttendeeDesk, Verbs.AttendeeInvite, Verbs.AttendeeRemove, Verbs.Declare, Verbs.SendPreview, Verbs.SendScoping, Verbs.ReturnForm, Verbs.NilReturn, Verbs.Securing, Verbs.SecuringConfirm, Verbs.Nominee,
        Verbs.Papers, Verbs.ReadReturn, Verbs.SharePack, Verbs.AtMeeting, Verbs.Attendance, Verbs.MeetingRecord, Verbs.Agree, Verbs.Reopen, Verbs.Approval, Verbs.ApprovalReasons, Verbs.ApprovalTelephone, Verbs.ApprovalMediationAsk,
        Verbs.ApprovalMediation, Verbs.SendReport, Verbs.PanelAnswer, Verbs.PartnersResponse, Verbs.WithdrawReview, Verbs.EndAccess, Verbs.ReadReferral, Verbs.Timetable, Verbs.PortalFacts, Verbs.ChangeReferral, Verbs.Threshold, Verbs.HandOver, Verbs.Duplicates,
    ];

    [Fact]
    public async Task Another_agencys_representative_reads_and_does_nothing_of_somebody_elses()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        await ReviewHands.DoAsync(shelf, new ReturnScoping(CaseStory.Id, "police", true, Return(await shelf.FileAsync()).With("involvement", "summary", "Known to the police only."), "on a card", ""), CaseStory.Representative("police"));
        var version = (await shelf.FileAsync()).Version;
        foreach (var verb in OfTheReview)
        {
            foreach (var does in new[] { "", "yes" })
            {
                var trust = ReviewHands.As(shelf, "rep-acute-trust");
                await trust.SendAsync(verb, Data(does, "police"));
                Assert.Contains("Your agency's part", trust.Card.Text, StringComparison.Ordinal);
                Assert.Contains("There is a problem", trust.Card.Text, StringComparison.Ordinal);
                foreach (var secret in new[] { "Known to the police only", "Child A", "The police", "The schools" })
                {
                    Assert.False(trust.Card.Text.Contains(secret, StringComparison.Ordinal), $"{verb}: {secret}");
                }

                // The same words for an agency that is in the review and one that is not.
                var nobody = ReviewHands.As(shelf, "rep-acute-trust");
                await nobody.SendAsync(verb, Data(does, "probation"));
                Assert.Equal(nobody.Card.Text, trust.Card.Text);
            }
        }

        Assert.Equal(version, (await shelf.FileAsync()).Version);
        Assert.Empty(await shelf.Rows.ReadAsync("draft|", CancellationToken.None));
    }

    [Fact]
    public async Task Who_has_no_part_is_told_the_same_as_of_a_case_that_does_not_exist()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        foreach (var verb in OfTheReview.Append(Verbs.MyAgency).Append(Verbs.MyMeeting).Append(Verbs.Timeline).Append(Verbs.OpenCase))
        {
            var there = ReviewHands.As(shelf, "rep-general-practice");
            await there.SendAsync(verb, Data("yes", "police"));
            var nowhere = ReviewHands.As(shelf, "rep-general-practice");
            var data = Data("yes", "police");
            data["case"] = "GSCP-2222-2222";
            await nowhere.SendAsync(verb, data);
            Assert.Equal(nowhere.Card.Text, there.Card.Text);
        }
    }

    [Fact]
    public async Task An_attendee_reads_nothing_before_having_declared_and_before_the_papers_are_shared()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        await ReviewHands.DoAsync(shelf, new ReturnScoping(CaseStory.Id, "police", true, Return(await shelf.FileAsync()), "on a card", ""), CaseStory.Representative("police"));
        async Task<bool> ReadsAsync(string verb)
        {
            var inspector = ReviewHands.As(shelf, "inspector-police");
            await inspector.SendAsync(verb, Data("", "police"));
            return !inspector.Card.Text.Contains("There is a problem", StringComparison.Ordinal) && !inspector.Card.Text.Contains("We cannot find that case", StringComparison.Ordinal);
        }

        string[] reading = [Verbs.Papers, Verbs.ReadReturn, Verbs.ReadReferral];
        foreach (var verb in reading)
        {
            Assert.False(await ReadsAsync(verb));
        }

        await ReviewHands.DoAsync(shelf, new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true), Shelf.Holder(Role.Operations));
        Assert.False(await ReadsAsync(Verbs.Papers));
        await ReviewHands.DoAsync(shelf, new SharePack(CaseStory.Id), Shelf.Holder(Role.Operations));
        foreach (var verb in reading)
        {
            Assert.True(await ReadsAsync(verb), verb);
        }

        await ReviewHands.DoAsync(shelf, new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, false), Shelf.Holder(Role.Operations));
        Assert.False(await ReadsAsync(Verbs.ReadReturn));
        await ReviewHands.DoAsync(shelf, new DeclareForMeeting(CaseStory.Id, $"a-{Role.LeadPolice}", true, true), Shelf.Holder(Role.Operations));
        Assert.True(await ReadsAsync(Verbs.ReadReturn));
        await ReviewHands.DoAsync(shelf, new Domain.Steps.Outcome.WithdrawReview(CaseStory.Id, "Accidental."), Shelf.Holder(Role.Chair));
        foreach (var verb in reading)
        {
            Assert.False(await ReadsAsync(verb), verb);
        }
    }

    [Fact]
    public async Task A_former_representative_no_longer_opens_the_draft_that_was_begun()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        var police = await ReviewHands.OpenAsync(shelf, "rep-police");
        await police.PressAsync("Return the form");
        await police.PressAsync("Save and leave", ("title", "Inspector"));
        await ReviewHands.DoAsync(shelf, new NameRepresentative(CaseStory.Id, "police", new("records-police", "Records manager, police", "records-police@people.example")), Shelf.Holder(Role.Operations));
        await police.PressAsync("Continue now");
        Assert.Contains("This draft is no longer there", police.Card.Text, StringComparison.Ordinal);
        var next = await ReviewHands.OpenAsync(shelf, "records-police");
        Assert.Contains("Return the form", next.Card.Buttons);
    }

    [Fact]
    public async Task A_return_that_came_in_meanwhile_is_not_overwritten_unseen()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.SentAsync(shelf);
        var police = await ReviewHands.OpenAsync(shelf, "rep-police");
        await police.PressAsync("Return the form");
        await police.FillInAsync(InitialScopingV1.Form);
        await ReviewHands.DoAsync(shelf, new ReturnScoping(CaseStory.Id, "police", false, Answers.None, "on a card", ""), Shelf.Holder(Role.Operations));
        await police.PressAsync("Return the form");
        Assert.Contains("A return has come in for this agency since you began", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the return as it is here");
        Assert.Contains("Say why the return is put right", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Send the return as it is here", ("reason", "The family is known after all."));
        Assert.True((await shelf.FileAsync()).Review.Agency("police")!.Return!.Known);

        // Put right again from what was returned.
        await police.PressAsync("Put the return right");
        Assert.Contains("Check what you put right", police.Card.Text, StringComparison.Ordinal);
        await police.PressAsync("Edit: 2.5 Anything else");
        await police.PressAsync("Save and review", ("information", "One more thing."));
        await police.PressAsync("Send the return as it is here", ("reason", "It was missing."));
        Assert.Equal("One more thing.", (await shelf.FileAsync()).Review.Agency("police")!.Return!.Answers["further", "information"]);
    }

    [Fact]
    public async Task Two_writers_of_the_meetings_record_are_put_together_and_neither_is_lost()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.AtTheMeetingAsync(shelf);
        async Task<Hands> BeginAsync(string person, string harm, string learning)
        {
            var hands = await ReviewHands.OpenAsync(shelf, person);
            await hands.PressAsync("At the meeting");
            await hands.PressAsync("Fill in the record");
            await hands.PressAsync("Save and review");
            await hands.PressAsync("Edit: 2.3 Discussion and analysis");
            await hands.PressAsync("Save and review", ("harm", harm), ("learning", learning));
            return hands;
        }

        var chair = await BeginAsync("chair", "A fracture.", "");
        var operations = await BeginAsync("operations-officer", "", "Share earlier.");
        await chair.PressAsync("Record what is here");
        await operations.PressAsync("Record what is here");
        var record = (await shelf.FileAsync()).Review.Record;
        Assert.Equal(("A fracture.", "Share earlier."), (record["discussion", "harm"], record["discussion", "learning"]));

        // The same answer by both: the second is told, sees it, and decides.
        chair = await BeginAsync("chair", "Two fractures.", "Share earlier.");
        operations = await BeginAsync("operations-manager", "A burn.", "Share earlier.");
        await chair.PressAsync("Record what is here");
        await operations.PressAsync("Record what is here");
        Assert.Contains("Somebody else has changed some of the same answers", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("Two fractures.", (await shelf.FileAsync()).Review.Record["discussion", "harm"]);
        await operations.PressAsync("Record what is here");
        Assert.Equal("A burn.", (await shelf.FileAsync()).Review.Record["discussion", "harm"]);
        Assert.True((await shelf.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task A_card_that_was_overtaken_says_so_and_what_two_press_at_once_is_done_once()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(shelf);
        var police = await ReviewHands.OpenAsync(shelf, "lead-police");
        await police.PressAsync("Approve the recommendation");
        var (verb, data) = police.Card.Press("Approve");
        await police.SendAsync(verb, data);
        var version = (await shelf.FileAsync()).Version;
        await police.SendAsync(verb, data);
        Assert.Equal(version, (await shelf.FileAsync()).Version);

        var operations = await ReviewHands.OpenAsync(shelf, "operations-officer");
        await operations.PressAsync("Approval by telephone");
        await operations.PressAsync("They do not approve", ("lead", "LeadHealth"), ("given", "The lead."), ("verified", "Called back."));
        Assert.Contains("Say why you do not approve it", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("They do not approve", ("reason", "An audit would do."));
        var chair = await ReviewHands.OpenAsync(shelf, "chair");
        await chair.PressAsync("Ask for mediation of the approval");
        var stale = chair.Card.Press("Ask now");
        await chair.SendAsync(stale.Verb, stale.Data);
        var health = ReviewHands.As(shelf, "lead-health");
        await health.SendAsync(Verbs.Approval, new() { ["case"] = ReviewHands.Reference, ["round"] = "1", ["seen"] = "999", ["do"] = "approve" });
        Assert.Contains("This card has been overtaken", health.Card.Text, StringComparison.Ordinal);
        var scrutineer = await ReviewHands.OpenAsync(shelf, "scrutineer");
        await scrutineer.PressAsync("Record the mediation of the approval");
        await scrutineer.PressAsync("Record it");
        Assert.Contains("Say what came of the mediation", scrutineer.Card.Text, StringComparison.Ordinal);
        await scrutineer.PressAsync("Record it", ("outcome", "They read it together."), ("agreed", "All."));
        await police.OpenAsync(ReviewHands.Reference);
        await police.PressAsync("Approve the recommendation");
        await police.PressAsync("Approve, with a comment");
        await police.PressAsync("Approve", ("reason", "With the audit beside it."));
        Assert.Equal(2, (await shelf.FileAsync()).Review.Approval!.Round.Number);
    }

    [Fact]
    public async Task The_partners_response_is_corrected_with_a_reason_and_a_card_from_before_it_corrects_nothing_B25()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(shelf);
        foreach (var lead in Partners.Leads)
        {
            await ReviewHands.DoAsync(shelf, new Approve(CaseStory.Id, 1, true, ""), Shelf.Holder(lead));
        }

        await ReviewHands.DoAsync(shelf, new SendReport(CaseStory.Id), Shelf.Holder(Role.Operations));
        await ReviewHands.DoAsync(shelf, new RecordPanelAnswer(CaseStory.Id, false, "A local review seems warranted.", new(2026, 11, 13), ""), Shelf.Holder(Role.Operations));
        var (chair, operations) = (await ReviewHands.OpenAsync(shelf, "chair"), await ReviewHands.OpenAsync(shelf, "operations-officer"));
        await chair.PressAsync("Record the partners' response");
        await operations.PressAsync("Record the partners' response");
        await chair.PressAsync("Record the response", ("text", "A thematic review covers it."));
        await operations.PressAsync("Record the response", ("text", "An audit."));
        Assert.Contains("This card has been overtaken", operations.Card.Text, StringComparison.Ordinal);
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Correct the partners' response");
        await operations.PressAsync("Record the response", ("text", "An audit."));
        Assert.Contains("Say why what was recorded is being corrected", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("A thematic review covers it.", (await shelf.FileAsync()).Review.PartnersResponse);
        await operations.PressAsync("Record the response", ("text", "An audit."), ("reason", "The wrong text was pasted."));
        var file = await shelf.FileAsync();
        Assert.Equal(("An audit.", "The wrong text was pasted."), (file.Review.PartnersResponse, ((PartnersResponseCorrected)file.History[^1].Event).Reason));
    }

    [Fact]
    public async Task Earlier_cases_with_the_same_themes_stand_beside_the_criteria()
    {
        using var shelf = await emulator.OpenAsync();
        await ReviewHands.AgreedAsync(shelf);
        Assert.Equal("neglect, non-mobile baby", Assert.Single(await shelf.Rows.ReadAsync("theme|", CancellationToken.None))["themes"]);
        var lines = await new App.Indexes.EarlierThemes(shelf.Rows).OfAsync(CaseStory.OtherId, Answers.None.With("criteria", "themes", "Neglect"), CancellationToken.None);
        Assert.Equal($"{ReviewHands.Reference}, 13 November 2026: neglect, non-mobile baby", Assert.Single(lines));
        Assert.Empty(await new App.Indexes.EarlierThemes(shelf.Rows).OfAsync(CaseStory.OtherId, Answers.None.With("criteria", "themes", "fire"), CancellationToken.None));
        Assert.Empty(await new App.Indexes.EarlierThemes(shelf.Rows).OfAsync(CaseStory.Id, Answers.None, CancellationToken.None));
    }

    private static Dictionary<string, string> Data(string does, string agency) => new()
    {
        ["case"] = ReviewHands.Reference, ["do"] = does, ["agency"] = agency, ["who"] = $"a-{Role.LeadPolice}", ["what"] = "Secured", ["name"] = "An agency", ["round"] = "1", ["seen"] = "999", ["reason__x"] = "Because.", ["said__x"] = "Said.",
        ["date__x"] = "2026-11-02", ["text__x"] = "Text.", ["senior__x"] = "yes", ["involved__x"] = "no", ["agency__x"] = "icb", ["name__x"] = "Another", ["email__x"] = "a@b.example", ["who__x"] = "Somebody", ["from__x"] = "10:00", ["to__x"] = "11:00", ["how__x"] = "Online",
        ["outcome__x"] = "Said.", ["agreed__x"] = "All.", ["lead__x"] = "LeadPolice", ["given__x"] = "X", ["verified__x"] = "X", ["ground__x"] = "SeriousIncident", ["to"] = "yes",
    };

    private static Answers Return(CaseFile file)
    {
        var answers = CaseStory.Complete(InitialScopingV1.Form);
        return PrefilledReturn.Of(file).RowsOf(InitialScopingV1.Family).Aggregate(answers with { Rows = answers.Rows.Remove(InitialScopingV1.Family) }, (all, row) => all.With(InitialScopingV1.Family, row.With("answer", "matches")));
    }
}
