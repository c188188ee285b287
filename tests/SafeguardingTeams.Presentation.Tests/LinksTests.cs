using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Domain.Actions;
using SafeguardingTeams.Domain.Calendar;
using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Reviewing;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.ActionDone;
using SafeguardingTeams.Domain.Steps.Meeting;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.SecuredRecords;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Forms;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Approval;
using SafeguardingTeams.Presentation.Steps.Meeting;
using SafeguardingTeams.Presentation.Steps.Scoping;
using SafeguardingTeams.Presentation.Steps.SecuredRecords;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>What a card cannot hold is one press away, for those it is for (B4, B9, B13, B20).</summary>
public class LinksTests
{
    private static readonly Actor Operations = CaseStory.Somebody(Role.Operations);

    [Fact]
    public void Every_paper_that_is_there_can_be_opened_from_the_list_of_papers_B13()
    {
        var story = CaseStory.At(Stage.UnderReview).Declared().Given(new SharePack(CaseStory.Id), Operations);
        string[] putIn = ["Open the notification", "Open the minutes"];
        Assert.DoesNotContain(Titles(PapersCards.List(story.File, null, By(story, Operations))), putIn.Contains);
        story
            .Given(new AddPaper(CaseStory.Id, PaperKind.NotificationCopy, 9, new string('a', 64), ".pdf"), Operations)
            .Given(new AddPaper(CaseStory.Id, PaperKind.JointAgencyResponseMinutes, 9, new string('b', 64), ".pdf"), Operations);
        var attendee = Links(PapersCards.List(story.File, null, By(story, CaseStory.Senior(Role.LeadPolice))));
        Assert.EndsWith("/notification", attendee["Open the notification"], StringComparison.Ordinal);
        Assert.EndsWith("/joint-agency-response", attendee["Open the minutes"], StringComparison.Ordinal);
        Assert.EndsWith($"documents/{CaseStory.Id}/pack", attendee["Open all papers in SharePoint"], StringComparison.Ordinal);
        var chair = Titles(PapersCards.List(story.File, null, By(story, CaseStory.Somebody(Role.Chair))));
        Assert.All(putIn, title => Assert.Contains(title, chair));
        Assert.DoesNotContain("Open all papers in SharePoint", chair);
    }

    [Fact]
    public void An_action_with_as_many_files_and_links_as_it_may_have_opens_all_of_them_C19()
    {
        var story = ActionStory.At(ActionStage.Agreed);
        for (var number = 0; number < AddEvidenceFile.MostFiles; number++)
        {
            story
                .Given(new AddEvidenceFile(ActionStory.Id, 2048, new((char)('a' + number), 64), ".pdf"), ActionStory.Owner)
                .Given(new AddEvidenceLink(ActionStory.Id, $"https://trust.example/{number}", "The protocol"), ActionStory.Owner);
        }

        var card = ActionCard.Draw(story.File, null, Gallery.Context(ActionStory.Owner));
        Assert.True(CardJson.Write(card).Length < 80 * 1024);
        var links = Links(card);
        Assert.Equal("https://trust.example/3", links["Open link 4"]);
        Assert.Equal(
            24,
            links.Keys.Count(title =>
                title.StartsWith("Open file ", StringComparison.Ordinal) || title.StartsWith("Open link ", StringComparison.Ordinal)
            )
        );
        story.Given(new TakeOutEvidenceLink(ActionStory.Id, 4, "It names somebody."), ActionStory.Chair);
        Assert.DoesNotContain("Open link 4", Titles(ActionCard.Draw(story.File, null, Gallery.Context(ActionStory.Owner))));
    }

    [Fact]
    public void A_nominee_opens_the_folder_they_may_reach_and_a_representative_who_is_none_does_not_B9()
    {
        const string Title = "Open the folder in SharePoint";
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(new NameNominee(CaseStory.Id, "police", new("records-police", "Records", "records@police.example"), ""), Operations);
        var police = story.File.Review.Agency("police")!;
        var nominee = Links(OpenedCard.Draw(new(story.File, 0, BankHolidays.Calendar), By(story, CaseStory.Person("records-police"))));
        Assert.EndsWith($"documents/{CaseStory.Id}/secured/police", nominee[Title], StringComparison.Ordinal);
        Assert.Contains(Title, Titles(SecuringCards.Overview(story.File, police, null, By(story, Operations))));
        Assert.DoesNotContain(
            Title,
            Titles(SecuringCards.Overview(story.File, police, null, By(story, CaseStory.Representative("police"))))
        );
        var ended = story.File with { Review = story.File.Review with { AccessEnded = true } };
        Assert.DoesNotContain(
            Title,
            Titles(SecuringCards.OfTheNominee(ended, police, null, By(story, CaseStory.Person("records-police"))))
        );
    }

    [Fact]
    public void A_nominee_who_comes_to_the_meeting_too_opens_the_folder_from_there_B9()
    {
        var senior = CaseStory.Senior(Role.LeadPolice);
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(
                new NameNominee(CaseStory.Id, "police", new(senior.PersonId, "Senior, police", "senior@police.example"), ""),
                Operations
            );
        Assert.Contains(
            "Open the folder in SharePoint",
            Titles(OpenedCard.Draw(new(story.File, 0, BankHolidays.Calendar), By(story, senior)))
        );
        Assert.DoesNotContain(
            "Open the folder in SharePoint",
            Titles(OpenedCard.Draw(new(story.File, 0, BankHolidays.Calendar), By(story, CaseStory.Senior(Role.LeadHealth))))
        );
    }

    [Fact]
    public void A_representative_opens_their_letter_and_their_form_B3_B4()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var links = Links(
            MyAgencyCard.Draw(story.File, story.File.Review.Agency("police")!, null, By(story, CaseStory.Representative("police")))
        );
        Assert.EndsWith($"documents/{CaseStory.Id}/letter/police", links["Open the letter"], StringComparison.Ordinal);
        Assert.EndsWith($"documents/{CaseStory.Id}/form/police", links["Open the form (Word)"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_representative_is_told_who_of_their_agency_comes_and_until_when_it_can_be_said_B12()
    {
        var story = CaseStory
            .At(Stage.UnderReview)
            .Given(
                new InviteAttendee(
                    CaseStory.Id,
                    new("a-9", new("", "Superintendent", "s@police.example"), "police", "The police", "Superintendent", null)
                ),
                Operations
            );
        Assert.Contains("Invited for your agency: Superintendent", Text(story), StringComparison.Ordinal);
        Assert.Contains("If somebody else comes", Text(story), StringComparison.Ordinal);
        Assert.DoesNotContain("The Rapid Review meeting", Text(CaseStory.At(Stage.AwaitingApproval)), StringComparison.Ordinal);

        static string Text(CaseStory story) =>
            new CardView(
                JsonDocument
                    .Parse(
                        CardJson.Write(
                            MyAgencyCard.Draw(
                                story.File,
                                story.File.Review.Agency("police")!,
                                null,
                                By(story, CaseStory.Representative("police"))
                            )
                        )
                    )
                    .RootElement
            ).Text;
    }

    [Fact]
    public void The_Chair_who_signs_and_the_Scrutineer_who_mediates_open_the_report_and_the_letter_once_it_can_be_made_B16_B20_B22()
    {
        var (agreed, approved) = (CaseStory.At(Stage.AwaitingApproval), CaseStory.At(Stage.AwaitingSubmission));
        foreach (var role in new[] { Role.Chair, Role.Scrutineer, Role.Operations, Role.LeadPolice })
        {
            var actor = CaseStory.Somebody(role);
            var early = Links(CaseCard.Draw(new(agreed.File, 0, BankHolidays.Calendar), By(agreed, actor)));
            Assert.EndsWith($"documents/{CaseStory.Id}/report", early["Open the report"], StringComparison.Ordinal);
            Assert.False(early.ContainsKey("Open the letter to the Panel"));
            Assert.Contains(
                "Open the letter to the Panel",
                Titles(CaseCard.Draw(new(approved.File, 0, BankHolidays.Calendar), By(approved, actor)))
            );
            Assert.DoesNotContain(
                "Open the report",
                Titles(CaseCard.Draw(new(CaseStory.At(Stage.UnderReview).File, 0, BankHolidays.Calendar), By(agreed, actor)))
            );
        }

        Assert.DoesNotContain(
            "Open the report",
            Titles(CaseCard.Draw(new(agreed.File, 0, BankHolidays.Calendar), By(agreed, CaseStory.Referrer)))
        );
        Assert.Contains(
            "Open the report",
            Titles(ApprovalCards.Mediation(agreed.File, Filled.Nothing, By(agreed, CaseStory.Somebody(Role.Scrutineer))))
        );
    }

    private static CardContext By(CaseStory story, Actor viewer) =>
        Gallery.Context(viewer) with
        {
            Now = story.Now,
            Today = London.DateOf(story.Now),
        };

    private static IEnumerable<string> Titles(AdaptiveCard card) => Links(card).Keys;

    /// <summary>The card's links by what stands on them.</summary>
    private static Dictionary<string, string> Links(AdaptiveCard card) =>
        card
            .Body.SelectMany(Within)
            .OfType<ActionSet>()
            .SelectMany(set => set.Actions)
            .OfType<ActionOpenUrl>()
            .ToDictionary(link => link.Title, link => link.Url.ToString());

    private static IEnumerable<Element> Within(Element element) =>
        element is Container container ? container.Items.SelectMany(Within) : [element];
}
