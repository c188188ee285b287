using SafeguardingTeams.App.Storage;
using SafeguardingTeams.App.Tests.Commands;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Reviews on their cards, from proposed to closed: C2, C3, C8, C11, C14 to C17, F2.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class ReviewRecordTests(Emulator emulator)
{
    private static readonly (string, string)[] Proposal =
    [
        ("title", "How a discharge is planned"),
        ("measures", "Improvements,WorkingTogether"),
        ("grounds", "Nobody had the whole picture."),
        ("instead", "An audit would not show why."),
        ("owner", "records-police"),
    ];

    [Fact]
    public async Task From_the_proposal_to_the_publication_each_does_their_part_C2_C8_C14_C16()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await ProposedAsync(fixture);
        var id = await IdAsync(fixture);
        await LeadsAsync(fixture, id, "Decide", "Yes, there is");
        await OpenAsync(operations, id);
        Assert.Contains("Due 2 May 2027", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("tell Panel, Ofsted and DfE of the review", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Tell national bodies");
        await operations.PressAsync("Record it", ("how", "By email."));
        Assert.Contains("Choose who is told.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Choose whether it was the letter from here.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Department for Education: not checked", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Mail it from here", ("body", "Decision.DepartmentForEducation"));
        Assert.Contains("This one is for you to send", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to the review");
        await LettersAsync(fixture, operations, id);

        Assert.DoesNotContain("Tell national bodies", operations.Card.Buttons);
        var owner = await new Hands(fixture, Hands.Of("records-police")).HomeAsync();
        await owner.PressAsync("My tasks (1)");
        await owner.PressAsync($"Open {id}");
        await owner.PressAsync("Record how it goes");
        await owner.PressAsync("Record it", ("state", "Late"), ("quality", "The trial stops us."));
        Assert.Contains("Say now on what other day it is expected", owner.Card.Text, StringComparison.Ordinal);
        await owner.PressAsync("Expect it on another day");
        await owner.PressAsync("Record it", ("until", "2027-07-30"), ("text", "The trial."));
        Assert.Contains("Choose one.", owner.Card.Text, StringComparison.Ordinal);
        Assert.Equal("The trial.", owner.Card.Inputs["text"]);
        await owner.PressAsync("Record it", ("why", "CriminalProceedings"));
        Assert.Contains("expected on Friday 30 July 2027", owner.Card.Text, StringComparison.Ordinal);

        await OpenAsync(operations, id);
        foreach (var body in new[] { "Delay.Panel", "Delay.DepartmentForEducation" })
        {
            await operations.PressAsync("Tell national bodies");
            await operations.PressAsync("Record it", ("body", body), ("how", "By email."), ("ours", "no"));
        }

        await operations.PressAsync("Proceedings elsewhere");
        await operations.PressAsync(
            "Record it",
            ("sort", "Criminal"),
            ("contact", "The officer in the case"),
            ("until", "2027-05-10"),
            ("waits", "yes")
        );
        Assert.Contains("Publication waits for proceedings", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Proceedings have ended");
        await operations.PressAsync("Record that they ended", ("text", "No charge."));
        await TermsAsync(fixture, operations, id);
        await operations.PressAsync("Put the report before the leads");
        await operations.PressAsync(
            "Put it before the leads",
            ("link", "https://example.org/report"),
            ("checks", string.Join(',', Enum.GetNames<ReportCheck>())),
            ("advice", "Accept it."),
            ("date", "2026-11-02")
        );
        await LeadsAsync(fixture, id, "Accept the report, or not", "Accept it");
        await OpenAsync(operations, id);
        await operations.PressAsync("Say what is published, and when");
        await operations.PressAsync("Record it", ("date", "2026-11-02"));
        await operations.PressAsync("Record the publication");
        await operations.PressAsync("Record it", ("where", "Our pages"), ("told", "The Chair, that morning"));
        Assert.Contains("did not have it for seven working days", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("reason", "It was in the press."));
        Assert.Contains("Published on Monday 2 November 2026: Our pages", operations.Card.Text, StringComparison.Ordinal);
        foreach (var body in new[] { "Report.Panel", "Report.Ofsted", "Report.DepartmentForEducation" })
        {
            await operations.PressAsync("Tell national bodies");
            await operations.PressAsync("Record it", ("body", body), ("how", "By email."), ("ours", "no"));
        }

        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        await operations.PressAsync("Timeline");
        Assert.Contains("All three leads accept the report", operations.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Review), CancellationToken.None));
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task Two_who_propose_the_same_at_once_propose_one_and_what_is_wrong_keeps_what_was_typed_C8()
    {
        using var fixture = await emulator.OpenAsync();
        await ActionStandingListTests.ReferredAsync(fixture);
        var operations = await FormAsync(fixture, "operations-officer");
        var chair = await FormAsync(fixture, "chair");
        await operations.PressAsync("Propose it", [.. Proposal.Where(one => one.Item1 != "grounds")]);
        Assert.Contains("Say why, so that it can be read in years to come.", operations.Card.Text, StringComparison.Ordinal);
        Assert.Equal("How a discharge is planned", operations.Card.Inputs["title"]);
        await operations.PressAsync("Propose it", ("grounds", "Nobody had it all."), ("subjects", "GSCP-9999-9999"));
        Assert.Contains("is no reference of a case", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Propose it", ("subjects", ""));
        Assert.Contains("It is proposed.", operations.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Propose it", Proposal);
        Assert.Contains("The leads decide on a review", chair.Card.Text, StringComparison.Ordinal);
        Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Review), CancellationToken.None));
    }

    [Fact]
    public async Task An_audit_that_the_group_decided_on_is_begun_from_the_list_and_listed_for_who_may_read_it_C3_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var chair = await new Hands(fixture, Hands.Of("chair")).HomeAsync();
        await chair.PressAsync("Reviews and briefings");
        Assert.Contains("No review is open", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Begin one about a theme");
        await chair.PressAsync("Go on", ("sort", "MultiAgencyAudit"));
        await chair.PressAsync(
            "Begin it",
            ("title", "Discharge letters"),
            ("grounds", "The theme came three times."),
            ("date", "2026-10-30"),
            ("due", "2027-03-31"),
            ("owner", "none"),
            ("ownerrole", "Head of midwifery"),
            ("ownername", "The head of midwifery"),
            ("owneremail", "head@clinic.example"),
            ("agency", "acute-trust")
        );
        Assert.Contains("Due 31 March 2027", chair.Card.Text, StringComparison.Ordinal);
        var lead = await new Hands(fixture, Hands.Of("lead-police")).HomeAsync();
        await lead.PressAsync("Reviews and briefings");
        Assert.Contains("1 review open", lead.Card.Text, StringComparison.Ordinal);
        await lead.PressAsync("Open it");
        Assert.Contains("Discharge letters", lead.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record what it found", lead.Card.Buttons);

        var stranger = await new Hands(fixture, Hands.School).HomeAsync();
        Assert.DoesNotContain("Reviews and audits", stranger.Card.Buttons);
        var id = await IdAsync(fixture);
        foreach (
            var verb in (
                "review-heard review-proceeding review-proceeding-end "
                + "review-list review-open review-history review-propose review-decide review-ask-again review-told review-look "
                + "review-expect review-people review-appoint review-appointment-end review-terms "
                + "review-terms-write review-terms-write-on review-terms-submit review-terms-approve "
                + "review-report-submit review-report-accept review-findings review-publish-plan review-publish "
                + "review-close review-end review-reopen open-case"
            ).Split(' ')
        )
        {
            await stranger.SendAsync(verb, new() { ["case"] = id });
            Assert.Contains("We cannot find that case", stranger.Card.Text, StringComparison.Ordinal);
        }

        await fixture.Dispatcher.DispatchAsync(CancellationToken.None);
        var posted = fixture.Messages.Sent.Where(one => one.Summary.StartsWith(id, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(posted);
        Assert.All(posted, one => Assert.DoesNotContain("Discharge letters", one.Summary + one.Card, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Something_national_is_considered_and_something_elsewhere_followed_to_its_end_C7_C21()
    {
        using var fixture = await emulator.OpenAsync();
        await fixture.EverybodyHasTheAppAsync();
        var operations = await new Hands(fixture, Hands.Of("operations-officer")).HomeAsync();
        await operations.PressAsync("Reviews and briefings");
        await operations.PressAsync("Begin one about a theme");
        await operations.PressAsync("Go on", ("sort", "NationalLearning"));
        (string, string)[] typed =
        [
            ("title", "Safeguarding children under 1"),
            ("grounds", "We had three such cases."),
            ("date", "2026-10-30"),
            ("due", "2026-12-09"),
            ("owner", "operations-officer"),
        ];
        await operations.PressAsync("Begin it", typed);
        Assert.Contains("Enter which body does it, or published it.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Begin it", ("whose", "The national Panel"));
        Assert.Contains("The national Panel. Considered by", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record what the group says");
        await operations.PressAsync("Record it", ("found", "We have a protocol."), ("date", "2026-11-02"));
        Assert.Contains("Choose what the group says of it.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record it", ("says", "DoneAlready"));
        Assert.Contains("It concerns us, and is done already", operations.Card.Text, StringComparison.Ordinal);

        await operations.HomeAsync();
        await operations.PressAsync("Reviews and briefings");
        await operations.PressAsync("Begin one about a theme");
        await operations.PressAsync("Go on", ("sort", "FollowedElsewhere"));
        await operations.PressAsync("Begin it", [.. typed, ("whose", "The community safety partnership")]);
        await operations.PressAsync("Record what was heard");
        await operations.PressAsync("Record it", ("text", "The trial comes first."), ("until", "2027-06-01"));
        Assert.Contains("Due 1 June 2027", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Record how it ended");
        await operations.PressAsync("Record it", ("found", "Published; nothing for us."), ("date", "2026-11-02"));
        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        Assert.Contains("Nothing more is asked of anybody.", operations.Card.Text, StringComparison.Ordinal);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task<Hands> FormAsync(AppFixture fixture, string person)
    {
        var hands = await new Hands(fixture, Hands.Of(person)).HomeAsync();
        await hands.SendAsync("learning-open", new() { ["case"] = LearningStory.Id.ToString() });
        await hands.PressAsync("Propose or begin a review");
        await hands.PressAsync("Go on", ("sort", "LearningReview"));
        return hands;
    }

    private static async Task<Hands> ProposedAsync(AppFixture fixture)
    {
        await ActionStandingListTests.ReferredAsync(fixture);
        var operations = await FormAsync(fixture, "operations-officer");
        await operations.PressAsync("Propose it", Proposal);
        Assert.Contains("It is proposed. The three leads are asked.", operations.Card.Text, StringComparison.Ordinal);
        return operations;
    }

    private static async Task LeadsAsync(AppFixture fixture, string id, string opens, string says)
    {
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            var hands = await new Hands(fixture, Hands.Of(lead)).HomeAsync();
            await OpenAsync(hands, id);
            await hands.PressAsync(opens);
            await hands.PressAsync(says);
            Assert.Contains("Your answer is recorded.", hands.Card.Text, StringComparison.Ordinal);
        }
    }

    private static Task OpenAsync(Hands hands, string id) => hands.SendAsync("open-case", new() { ["case"] = id });

    private static async Task<string> IdAsync(AppFixture fixture) =>
        Assert.Single(await fixture.Rows.ReadAsync(Keys.OpenOf(RecordKind.Review), CancellationToken.None))["record"];
}
