using System.Text.Json;
using AdaptiveCards;
using SafeguardingTeams.Presentation.Screens;
using SafeguardingTeams.Presentation.Steps.Referral;
using SafeguardingTeams.Rehearsal.StandIns.Teams;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Presentation.Tests;

public class CardTests
{
    [Fact]
    public void No_card_is_one_that_Teams_would_refuse_or_break_on()
    {
        foreach (var (name, card) in Gallery.All())
        {
            Assert.Null(CardRules.Fault(JsonDocument.Parse(CardJson.Write(card)).RootElement) is { } fault ? $"{name}: {fault}" : null);
        }
    }

    /// <summary>F2: what stays in Teams for ever has no fact of the case in it.</summary>
    [Fact]
    public void A_stored_message_holds_nothing_that_was_answered_or_decided()
    {
        foreach (var (name, card, summary) in Gallery.Stored())
        {
            var json = System.Text.Encoding.UTF8.GetString(CardJson.Write(card).Span) + summary;
            json = json.Replace("An agency has returned", "", StringComparison.Ordinal)
                .Replace("An agency is named", "", StringComparison.Ordinal);
            Assert.False(
                new[]
                {
                    "As known to the agency",
                    "of an agency",
                    "An agency",
                    "both criteria are met",
                    "Made by mistake",
                    "The same child on",
                }.Any(json.Contains),
                name
            );
            Assert.DoesNotContain("Input.", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_somebody_typed_is_never_read_as_Markdown_or_markup()
    {
        var file = new CaseStory()
            .Submitted()
            .JointAgencyResponseSaid()
            .Given(
                new Domain.Steps.Threshold.DecideThreshold(CaseStory.Id, true, "[click](https://evil.example) **bold** <b>x</b>"),
                CaseStory.Somebody(Domain.People.Role.MashOfficer)
            )
            .File;
        var card = TimelineCard.Draw(file, 0, Gallery.Context(CaseStory.Somebody(Domain.People.Role.MashOfficer)));
        Assert.DoesNotContain(CardJson.Flat(card.Body).OfType<TextBlock>(), block => block.Text.Contains("evil", StringComparison.Ordinal));
        Assert.Contains(CardJson.Flat(card.Body).OfType<RichTextBlock>(), block =>
            block.Inlines.Any(run => run.Text.Contains("evil", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_card_with_one_input_id_twice_is_not_let_out()
    {
        var card = new AdaptiveCard([new InputText("same", "One"), new Container([new InputText("same", "Other")])]);
        Assert.Throws<InvalidOperationException>(() => CardJson.Write(card));
        Assert.Throws<InvalidOperationException>(() => CardJson.Write(new AdaptiveCard([new TextBlock(new string('x', 50_000))])));
    }

    /// <summary>The largest forms a person can fill in still fit into a message.</summary>
    [Fact]
    public void A_referral_filled_to_its_limits_still_fits_on_every_card()
    {
        var story = new CaseStory();
        var answers = Largest();
        story.Given(
            new Domain.Steps.Referral.SubmitReferral(
                CaseStory.Id,
                Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.FormId,
                1,
                answers
            ),
            CaseStory.Referrer
        );
        var context = Gallery.Context(CaseStory.Referrer);
        var form = Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.Form;
        var draft = new Domain.Drafts.Draft(
            CaseStory.Id,
            "the-referrer",
            Domain.Drafts.DraftPurpose.NewReferral,
            form.Id,
            1,
            answers,
            9,
            CaseStory.Monday,
            CaseStory.Monday
        );
        Assert.True(CardJson.Write(Cards.Forms.ReviewCard.Draw(draft, [], [], "", null, context)).Length > 0);
        foreach (var page in form.Pages)
        {
            Assert.True(CardJson.Write(Cards.Forms.FormPageCard.Draw(draft, page, [], null, context)).Length > 0);
            var section = form.Pages.IndexOf(page);
            for (var row = 0; row < Math.Max(1, answers.RowsOf(page.Id).Count); row += 4)
            {
                Assert.True(CardJson.Write(ReferralCard.Draw(story.File, section, row, context)).Length > 0);
            }
        }
    }

    private static Domain.Forms.Answers Largest()
    {
        var answers = CaseStory.Complete();
        foreach (var page in Domain.Forms.SeriousIncidentReferral.SeriousIncidentReferralV1.Form.Pages)
        {
            if (page is Domain.Forms.Page.Single single)
            {
                answers = single.Questions.Aggregate(answers, (all, question) => all.With(page.Id, question.Id, Long(question)));
            }
            else if (page is Domain.Forms.Page.Repeating repeating)
            {
                for (var i = 0; i < repeating.Maximum; i++)
                {
                    answers = answers.With(
                        page.Id,
                        repeating.Questions.Aggregate(Domain.Forms.AnswerRow.Empty($"r{i + 1}"), (row, question) =>
                            row.With(question.Id, Long(question))
                        )
                    );
                }
            }
        }

        return answers;

        static string Long(Domain.Forms.Question question) =>
            question.Kind switch
            {
                Domain.Forms.AnswerKind.Line { Format: Domain.Forms.LineFormat.Any } line => new string('w', line.MaxLength),
                Domain.Forms.AnswerKind.Text several => new string('w', several.MaxLength),
                _ => CaseStory.Good(question),
            };
    }
}
