using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Learning;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.LearningReferral;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Testing;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>Referrals for practice learning about the same child are joined on their cards, and stand beside a case (D11, F2).</summary>
[Trait(Needs.Name, Needs.Emulator)]
public partial class LearningJoiningTests(Emulator emulator)
{
    private static readonly string This = LearningStory.Id.ToString();
    private static readonly string Other = LearningStory.OtherId.ToString();

    [Fact]
    public async Task Two_about_the_same_child_are_found_joined_decided_as_one_and_both_referrers_are_told_D11()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        var operations = await OpenAsync(fixture, "operations-officer", This);
        await operations.PressAsync("Same child or incident?");
        Assert.Contains(Other, Plain(operations), StringComparison.Ordinal);
        Assert.Contains("The same: name, birth date", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Join them", ("which", Other));
        Assert.Contains("Say why these are about the same incident or child.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Join them", ("reason", "One discharge of one child."));
        Assert.Contains($"Followed by: {Other}", operations.Card.Text, StringComparison.Ordinal);

        var chair = await OpenAsync(fixture, "chair", This);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("To the next meeting");
        Assert.Contains("Waits for the group", chair.Card.Text, StringComparison.Ordinal);
        var follows = await FileAsync(fixture, LearningStory.OtherId);
        Assert.Equal((LearningStage.Joined, LearningStage.AwaitingMeeting), (follows.Stage, follows.Standing));

        await operations.OpenAsync(This);
        await operations.PressAsync("Record what the group decided");
        Assert.Contains("2 referrers read exactly this", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync(
            "Record the decision",
            ("considered", "How a discharge was planned"),
            ("outcomes", "MultiAgencyAudit"),
            ("reason", "It is the third."),
            ("equality", "Nothing was seen, because few are known."),
            ("referrertold", "The group audits how discharges are planned.")
        );
        follows = await FileAsync(fixture, LearningStory.OtherId);
        Assert.True(follows is { OwesReferrer: true, Course.Said: "The group audits how discharges are planned." });
        var told = (await fixture.Rows.ReadAsync(Keys.Outbox, CancellationToken.None)).Select(row => row.Key).ToList();
        Assert.Contains(told, key =>
            key.Contains(Other, StringComparison.Ordinal) && key.EndsWith("|the-other-referrer", StringComparison.Ordinal)
        );
        Assert.Contains(told, key =>
            key.Contains(This, StringComparison.Ordinal) && key.EndsWith("|the-referrer", StringComparison.Ordinal)
        );
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);

        // Separated again, it goes on where it stood.
        await operations.OpenAsync(Other);
        await operations.PressAsync("Separate it again");
        await operations.PressAsync("Separate them");
        Assert.Contains("Say why these are not about the same", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Separate them", ("reason", "Two discharges after all."));
        Assert.Contains("With the Chair", operations.Card.Text, StringComparison.Ordinal);
        Assert.Empty((await FileAsync(fixture, LearningStory.Id)).Joined);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    [Fact]
    public async Task The_other_leads_or_is_entered_by_its_reference_and_what_cannot_be_is_said_and_nothing_typed_is_lost_D11()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        var chair = await OpenAsync(fixture, "chair", This);
        await chair.PressAsync("Same child or incident?");
        await chair.PressAsync("Join them", ("which", "other"), ("reference", "nothing"), ("reason", "One child."));
        Assert.Contains("Enter the reference of the other referral.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Join them", ("reference", "GSCP-PL-2222-9999"));
        Assert.Contains("We cannot find that case", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal("One child.", chair.Card.Inputs["reason"]);
        await chair.PressAsync("Join them", ("reference", This));
        Assert.Contains("A referral cannot be joined to itself.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Join them", ("reference", Other.ToLowerInvariant()), ("leads", "other"));
        Assert.Contains("Looked at with another", chair.Card.Text, StringComparison.Ordinal);
        Assert.Equal(LearningStory.OtherId, (await FileAsync(fixture, LearningStory.Id)).JoinedTo);
    }

    [Fact]
    public async Task It_stands_beside_a_case_about_the_same_child_to_who_may_see_both_and_the_case_beside_it_D11_F2()
    {
        using var fixture = await emulator.OpenAsync();
        await BothAsync(fixture);
        var incident = CaseStory.Complete();
        incident = incident.With("children", incident.Row("children", "r1")!.With("name", "Child A").With("born", "2024-05-06"));
        await ReviewHands.DoAsync(fixture, new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, incident), CaseStory.Referrer);
        await ReviewHands.DoAsync(fixture, Commands.CommandRunnerTests.Response, AppFixture.Holder(Role.MashOfficer));
        await ReviewHands.DoAsync(fixture, Commands.CommandRunnerTests.Reached, AppFixture.Holder(Role.MashOfficer));

        var chair = await OpenAsync(fixture, "chair", CaseStory.Id.Value);
        Assert.Contains($"Practice learning about the same child: {This}, with the Chair", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync($"Open {This}");
        await chair.PressAsync("Same child or incident?");
        Assert.Contains(CaseStory.Id.Value, Plain(chair), StringComparison.Ordinal);

        var mash = await OpenAsync(fixture, "mash-officer", CaseStory.Id.Value);
        Assert.DoesNotContain("Practice learning", mash.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(This, Plain(mash), StringComparison.Ordinal);
        await mash.SendAsync("learning-alike", new() { ["case"] = This });
        Assert.Contains("We cannot find that case", mash.Card.Text, StringComparison.Ordinal);
    }

    /// <summary>Two referrals about one child, each by somebody else, with the Chair.</summary>
    internal static async Task BothAsync(AppFixture fixture)
    {
        var lead = CaseStory.Person("rep-acute-trust", Role.DesignatedSafeguardingLead, Role.Practitioner);
        foreach (var (id, referrer) in new[] { (LearningStory.Id, "the-referrer"), (LearningStory.OtherId, "the-other-referrer") })
        {
            await ReviewHands.DoAsync(
                fixture,
                LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")) with
                {
                    Learning = id,
                },
                CaseStory.Person(referrer, Role.Practitioner) with
                {
                    AgencyId = "acute-trust",
                }
            );
            await ReviewHands.DoAsync(fixture, new AnswerAsSafeguardingLead(id, true, ""), lead);
        }
    }

    private static async Task<Hands> OpenAsync(AppFixture fixture, string person, string reference)
    {
        var hands = ReviewHands.As(fixture, person);
        await hands.OpenAsync(reference);
        return hands;
    }

    private static async Task<LearningFile> FileAsync(AppFixture fixture, RecordRef record) =>
        (LearningFile)(await StoredRecord.LoadAsync(fixture.Rows, record, CancellationToken.None)).Record;

    /// <summary>The text with references as they are typed.</summary>
    private static string Plain(Hands hands) => hands.Card.Text.Replace('‑', '-').Replace('\u00a0', ' ');
}
