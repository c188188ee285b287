using SafeguardingTeams.App.Errands;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Deciding;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Domain.Steps.Joining;
using SafeguardingTeams.Domain.Steps.Reassigning;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Errands;

/// <summary>Who is owed something hears of it, or a person is told that they did not.</summary>
public class WhoIsToldTests
{
    [Theory, InlineData(MailKind.ScopingLetter, "police"), InlineData(MailKind.Reminder, "police.9"), InlineData(MailKind.RequestPutRight, "police.9"), InlineData(MailKind.Outcome, "police")]
    public async Task A_mail_that_is_owed_to_an_agency_without_an_address_is_for_a_person_to_see_to_and_not_done_B2_B23(MailKind kind, string about)
    {
        await using var desk = await LettersAsync();
        var file = await desk.FileAsync();
        var nobody = file with { Review = file.Review with { Agencies = [.. file.Review.Agencies.Select(agency => agency.Key == "police" ? agency with { Representative = new("rep-police", "Representative, police", "") } : agency)] } };
        var composed = desk.Get<CaseMails>().Compose(new(CaseStory.Id, ErrandKind.Mail, kind.ToString(), about, CaseStory.Monday), nobody);
        Assert.Null(composed!.Content);
        Assert.Equal("The police: no email address is known for its representative. Name one with an address, or tell them yourself.", composed.Missing);
        Assert.Null(desk.Get<CaseMails>().Compose(new(CaseStory.Id, ErrandKind.Mail, nameof(MailKind.ScopingLetter), "police.7", CaseStory.Monday), nobody));
        Assert.Null(desk.Get<CaseMails>().Compose(new(CaseStory.Id, ErrandKind.Mail, nameof(MailKind.Withdrawn), "police", CaseStory.Monday), nobody));
    }

    [Fact]
    public async Task A_joined_referral_lies_in_the_pack_under_its_own_reference_B13()
    {
        await using var desk = await LettersAsync();
        await desk.DoAsync(new SubmitReferral(CaseStory.OtherId, SeriousIncidentReferralV1.FormId, 1, CaseStory.Complete()), CaseStory.Person("the-other-referrer", Role.Practitioner));
        var review = new WholeReview(desk);
        await review.ToThePackAsync();
        Assert.DoesNotContain($"{CaseStory.OtherId}-referral.pdf", Pack(desk));
        await review.StepAsync(new JoinReferrals(CaseStory.Id, CaseStory.OtherId, "The same child."), "mash-officer");
        Assert.Contains($"{CaseStory.OtherId}-referral.pdf", Pack(desk));
        Assert.Contains($"{CaseStory.Id}-referral.pdf", Pack(desk));
    }

    [Fact]
    public async Task The_Chair_to_whom_the_case_was_handed_is_invited_in_place_of_the_other_RO7()
    {
        await using var desk = await LettersAsync();
        Assert.Contains("chair@people.example", Invited(desk));
        await new WholeReview(desk).StepAsync(new HandOver(CaseStory.Id, Role.Chair, "vice-chair", "On leave."), "operations-officer");
        Assert.Contains("vice-chair@people.example", Invited(desk));
        Assert.DoesNotContain("chair@people.example", Invited(desk));
    }

    private static IEnumerable<string> Invited(Desk desk) => Assert.Single(desk.Graph.Outlook.Events.Values).Attendees.Select(attendee => attendee.Address);

    private static List<string> Pack(Desk desk)
    {
        var library = desk.Graph.SharePoint.CaseRecords;
        return [.. library.In(Assert.Single(library.Items.Values, item => item.Name == "pack").Id).Select(item => item.Name)];
    }

    private static async Task<Desk> LettersAsync()
    {
        var desk = await Desk.OpenAsync();
        await new WholeReview(desk).ToTheLettersAsync();
        return desk;
    }
}
