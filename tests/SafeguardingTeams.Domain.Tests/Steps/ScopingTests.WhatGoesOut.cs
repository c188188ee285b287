using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Triage;
using SafeguardingTeams.Domain.Effects;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Records;
using SafeguardingTeams.Domain.Steps.Preparing;
using SafeguardingTeams.Domain.Steps.Referral;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What goes to the agencies.</summary>
public partial class ScopingTests
{
    [Fact]
    public void Nothing_is_sent_while_anything_is_missing_and_each_missing_thing_is_said()
    {
        var story = CaseStory.At(Stage.Notified);
        Assert.Equal(3, Assert.IsType<Decision.Refused>(story.When(new SendScoping(CaseStory.Id), Operations)).Reasons.Count);
        story.Prepared().Given(new ChooseAgency(CaseStory.Id, "probation", "Probation", null), Operations);
        Assert.Contains("Probation", Refused(story, new SendScoping(CaseStory.Id), Operations).Message, StringComparison.Ordinal);
        story.Given(new RemoveAgency(CaseStory.Id, "probation"), Operations).Sent();
        Assert.Equal("asked-already", Refused(story, new RemoveAgency(CaseStory.Id, "police"), Operations).Code);
    }

    [Theory]
    [InlineData("Mother", "mother")]
    [InlineData("the child's mother", "mother")]
    [InlineData("Birth father", "father")]
    [InlineData("half-brother", "siblings")]
    [InlineData("Twin", "siblings")]
    [InlineData("older sister of the child", "siblings")]
    [InlineData("mother's partner", "adults")]
    [InlineData("grandmother", "adults")]
    [InlineData("stepfather", "adults")]
    [InlineData("mother's sister", "adults")]
    public void What_goes_to_the_agencies_is_filled_in_from_the_referral_by_the_words_of_a_relationship(string relationship, string where)
    {
        var referral = CaseStory.Complete();
        referral = referral.With("family", AnswerRow.Empty("f1").With("name", "Somebody of the family").With("relationship", relationship))
            is var with
            ? with with
            {
                Rows = with.Rows.SetItem("family", [with.Row("family", "f1")!]),
            }
            : referral;
        var story = new CaseStory().Given(new SubmitReferral(CaseStory.Id, "serious-incident-referral", 1, referral), CaseStory.Referrer);
        var request = PrefilledRequest.Of(story.File);
        Assert.Equal(
            "Somebody of the family",
            where is "mother" or "father" ? request[where, "name"] : Assert.Single(request.RowsOf(where))["name"]
        );
        Assert.Equal(("2025-11-01", "2026-11-01"), (request["case", "from"], request["case", "to"]));
        Assert.Equal(("", referral["outline", "circumstances"]), (request["case", "outline"], request["case", "summary"]));
    }

    [Fact]
    public void A_form_begun_earlier_keeps_what_was_said_of_details_that_are_unchanged()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var begun = PrefilledReturn
            .Of(story.File)
            .RowsOf(InitialScopingV1.Family)
            .Aggregate(Answers.None.With("practice", "learning", "None."), (all, row) =>
                all.With(InitialScopingV1.Family, row.With("answer", "matches"))
            );
        var request = story.File.Review.Request;
        story.Given(new FillInRequest(CaseStory.Id, request, request.With("mother", "born", "1990-02-03"), "A wrong date."), Operations);
        var rows = PrefilledReturn.Over(story.File, begun).RowsOf(InitialScopingV1.Family);
        Assert.Equal("", Assert.Single(rows, row => row["answer"] != "matches")["answer"]);
        Assert.Equal("1990-02-03", Assert.Single(rows, row => row["answer"] != "matches")[Page.Matching.Given]);
        Assert.Equal("None.", PrefilledReturn.Over(story.File, begun)["practice", "learning"]);
    }

    [Fact]
    public void What_was_sent_is_put_right_with_a_reason_only_and_every_agency_is_told()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var request = story.File.Review.Request;
        Assert.Equal(
            "reason-needed",
            Refused(story, new FillInRequest(CaseStory.Id, request, request.With("case", "summary", "Other."), ""), Operations).Code
        );
        Assert.Equal(
            "incomplete",
            Refused(story, new FillInRequest(CaseStory.Id, request, request.With("case", "summary", ""), "A slip."), Operations).Code
        );
        story.Given(new FillInRequest(CaseStory.Id, request, request.With("case", "summary", "Other."), "A slip."), Operations);
        Assert.Equal(
            3,
            EffectsOf
                .Event(story.File.History[^1].Event, story.File)
                .OfType<Effect.SendMail>()
                .Count(mail => mail.Kind == MailKind.RequestPutRight)
        );
    }
}
