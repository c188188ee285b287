using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Microsoft365.Tests.Reconciling;

/// <content>An agency that was asked by mistake (PD16).</content>
public partial class AccessTests
{
    [Fact]
    public async Task Of_an_agency_that_was_asked_by_mistake_folder_and_invitation_are_closed_watched_on_and_it_is_told_F2()
    {
        await using var fixture = await LettersAsync();
        var review = new WholeReview(fixture);
        await review.NameAsync("police", review.Somebody("records-police"));
        await review.StepAsync(
            new Domain.Steps.Preparing.TakeOffAgency(CaseStory.Id, "police", "It is another force."),
            "operations-officer"
        );
        Assert.Equal(["operations", "this system"], Police(fixture));
        var invited = Assert.Single(fixture.Graph.Outlook.Events.Values).Attendees.Select(attendee => attendee.Address).ToList();
        Assert.DoesNotContain("rep-police@people.example", invited);
        Assert.Contains("rep-schools@people.example", invited);
        var told = fixture.Graph.Outlook.Mails.Values.Where(mail => mail.Subject.Contains("mistake", StringComparison.Ordinal)).ToList();
        Assert.Equal("rep-police@people.example", Assert.Single(told).To[0]);

        fixture.Graph.SharePoint.SecuredRecords.ShareFromOutside(Folder(fixture), "somebody-of-the-police");
        await fixture.SweepAsync();
        Assert.NotEqual("", await AlarmAsync(fixture));
        await fixture.SettleAsync();
        Assert.Equal(["operations", "this system"], Police(fixture));
    }
}
