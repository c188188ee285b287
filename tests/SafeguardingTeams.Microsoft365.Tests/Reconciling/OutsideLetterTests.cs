using System.Security.Cryptography;
using SafeguardingTeams.App.Commands;
using SafeguardingTeams.App.Directory;
using SafeguardingTeams.App.Storage;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Reviews;
using SafeguardingTeams.Domain.Steps.ReviewDecision;
using SafeguardingTeams.Domain.Steps.ReviewTold;
using SafeguardingTeams.Domain.Steps.SafeguardingLeadsAnswer;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>
/// A letter about a review goes once, by mail, to the address the partnership has checked, and is kept as it went; one that a person sent
/// is kept too, and no mail goes (C8, C15, F1, F2).
/// </summary>
[Trait(Needs.Name, Needs.Server)]
public class OutsideLetterTests
{
    private const string Panel = "reviews@panel.example";
    private static readonly RecordRef Id = ReviewStory.Id;
    private static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task It_is_mailed_once_with_the_letter_that_is_kept_and_what_a_person_sent_is_kept_and_not_mailed_C8_F1_F2()
    {
        await using var fixture = await ReconcileFixture.OpenAsync();
        await RunAsync(fixture, LearningStory.Submit(LearningStory.Complete("rep-acute-trust@people.example")), "records-acute-trust");
        await RunAsync(fixture, new AnswerAsSafeguardingLead(LearningStory.Id, true, ""), "rep-acute-trust");
        await RunAsync(
            fixture,
            ReviewStory.Propose(owner: ActionOwner.OfTheFile("rep-schools")) with
            {
                Plan = ReviewStory.Plan(ReviewKind.LearningReview) with { Subjects = [LearningStory.Id] },
            }
        );
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            await RunAsync(fixture, new DecideOnReview(Id, true, ""), lead);
        }

        await fixture.SettleAsync();
        await RunAsync(fixture, Tell(OutsideBody.Panel) with { MailTo = Panel });
        await RunAsync(fixture, Tell(OutsideBody.Ofsted) with { IsOurLetter = true });
        await RunAsync(fixture, Tell(OutsideBody.DepartmentForEducation));
        await fixture.SettleAsync();

        var mail = Assert.Single(fixture.Graph.Outlook.Mails.Values, mail =>
            mail.Subject.StartsWith(Id.ToString(), StringComparison.Ordinal)
        );
        Assert.Equal($"{Id}: a review was decided on", mail.Subject);
        Assert.DoesNotContain("Zqx", mail.Html, StringComparison.Ordinal);
        var file = (ReviewFile)(await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record;
        var kept = KeptFile.Of(file).Select(one => one.Document).ToList();
        Assert.Equal([("OutsideLetter.1", Panel), ("OutsideLetter.2", "")], kept.Select(one => (one.Occasion, one.To)).Order());
        var sent = Assert.Single(mail.Attachments);
        Assert.Equal(kept.Find(one => one.To == Panel)!.Sha256, Convert.ToHexStringLower(SHA256.HashData(sent.Bytes)));
        await fixture.SettleAsync();
        Assert.Equal(2, KeptFile.Of((await StoredRecord.LoadAsync(fixture.Rows, Id, Stop)).Record).Count());
        Assert.Empty(await fixture.Rows.ReadAsync(Keys.ReconcileJobs, Stop));
        Assert.Empty(await fixture.DeadLettered.ReadAsync(Stop));
        Assert.Empty(fixture.Graph.Complaints);
    }

    private static RecordBodyTold Tell(OutsideBody body) => ReviewStory.Tell(TellingOf.Decision, body);

    private static async Task RunAsync(ReconcileFixture fixture, Command command, string personId = "operations-officer")
    {
        var by = fixture.Get<IPeople>().Actors(new(2026, 11, 2)).Find(person => person.PersonId == personId)!;
        var end = await fixture.Get<CommandRunner>().RunAsync(command, Guid.NewGuid().ToString("N"), by, Stop);
        Assert.Equal("", end is Outcome.Refused refused ? string.Join(' ', refused.Reasons.Select(reason => reason.Message)) : "");
    }
}
