using SafeguardingTeams.App.Queues;
using SafeguardingTeams.App.Reconciling;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <summary>Who is owed something hears of it, or a person is told that they did not.</summary>
[Trait(Needs.Name, Needs.Server)]
public class WhoIsToldTests
{
    [
        Theory,
        InlineData(MailKind.ScopingLetter, "police"),
        InlineData(MailKind.Reminder, "police.9"),
        InlineData(MailKind.RequestPutRight, "police.9"),
        InlineData(MailKind.Outcome, "police")
    ]
    public async Task A_mail_that_is_owed_to_an_agency_without_an_address_is_for_a_person_to_see_to_and_not_done_B2_B23(
        MailKind kind,
        string about
    )
    {
        await using var fixture = await LettersAsync();
        var file = await fixture.FileAsync();
        var nobody = file with
        {
            Review = file.Review with
            {
                Agencies =
                [
                    .. file.Review.Agencies.Select(agency =>
                        agency.Key == "police" ? agency with { Representative = new("rep-police", "Representative, police", "") } : agency
                    ),
                ],
            },
        };
        var composed = fixture
            .Get<CaseMails>()
            .Compose(new(CaseStory.Id, ReconcileKind.Mail, kind.ToString(), Topic.Parse(about), CaseStory.Monday), nobody);
        Assert.Null(composed!.Content);
        Assert.Equal(
            "The police: no email address is known for its representative. Name one with an address, or tell them yourself.",
            composed.Missing
        );
        Assert.Null(
            fixture
                .Get<CaseMails>()
                .Compose(
                    new(CaseStory.Id, ReconcileKind.Mail, nameof(MailKind.ScopingLetter), Topic.Agency("police", 7), CaseStory.Monday),
                    nobody
                )
        );
        Assert.Null(
            fixture
                .Get<CaseMails>()
                .Compose(
                    new(CaseStory.Id, ReconcileKind.Mail, nameof(MailKind.Withdrawn), Topic.Agency("police"), CaseStory.Monday),
                    nobody
                )
        );
    }

    [Fact]
    public async Task A_joined_referral_lies_in_the_pack_under_its_own_reference_B13()
    {
        await using var fixture = await LettersAsync();
        await fixture.DoAsync(
            new SubmitReferral(CaseStory.OtherId, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()),
            CaseStory.Person("the-other-referrer", Role.Practitioner)
        );
        var review = new WholeReview(fixture);
        await review.ToThePackAsync();
        Assert.DoesNotContain($"{CaseStory.OtherId}-referral.pdf", Pack(fixture));
        await review.StepAsync(new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), "mash-officer");
        Assert.Contains($"{CaseStory.OtherId}-referral.pdf", Pack(fixture));
        Assert.Contains($"{CaseStory.Id}-referral.pdf", Pack(fixture));
    }

    [Fact]
    public async Task The_Chair_to_whom_the_case_was_handed_is_invited_in_place_of_the_other_RO7()
    {
        await using var fixture = await LettersAsync();
        Assert.Contains("chair@people.example", Invited(fixture));
        await new WholeReview(fixture).StepAsync(new HandOver(CaseStory.Id, Role.Chair, "vice-chair", "On leave."), "operations-officer");
        Assert.Contains("vice-chair@people.example", Invited(fixture));
        Assert.DoesNotContain("chair@people.example", Invited(fixture));
    }

    private static IEnumerable<string> Invited(ReconcileFixture fixture) =>
        Assert.Single(fixture.Graph.Outlook.Events.Values).Attendees.Select(attendee => attendee.Address);

    private static List<string> Pack(ReconcileFixture fixture)
    {
        var library = fixture.Graph.SharePoint.CaseRecords;
        return [.. library.In(Assert.Single(library.Items.Values, item => item.Name == "pack").Id).Select(item => item.Name)];
    }

    private static async Task<ReconcileFixture> LettersAsync()
    {
        var fixture = await ReconcileFixture.OpenAsync();
        await new WholeReview(fixture).ToTheLettersAsync();
        return fixture;
    }
}
