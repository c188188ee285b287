using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.Library;
using SafeguardingTeams.Domain.Forms.SeriousIncidentReferral;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Forms;

public class CheckingTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    private static Form Form => SeriousIncidentReferralV1.Form;

    [Fact]
    public void A_complete_referral_has_no_problem_and_no_blank()
    {
        Assert.Empty(Checking.Problems(Form, CaseStory.Complete(), Today));
        Assert.Empty(Checking.Blanks(Form, CaseStory.Complete()));
    }

    [Fact]
    public void An_empty_referral_names_every_required_answer_and_the_missing_child()
    {
        var problems = Checking.Problems(Form, Answers.None, Today);
        var required = Form
            .Pages.OfType<Page.Single>()
            .SelectMany(page => page.Questions.Where(question => question.Needed == Needed.Required))
            .Count();
        Assert.Equal(required + 1, problems.Count);
        Assert.Contains(problems, problem =>
            problem is { Place: { PageId: "children", QuestionId: null }, Message: "Add at least one child." }
        );
    }

    [Theory]
    [InlineData("referrer", "email", "somebody", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("referrer", "email", "some body@agency.example", "Enter an email address, such as name@example.org.uk.")]
    [InlineData("referrer", "telephone", "ring me", "Enter a telephone number, such as 020 7946 0000.")]
    [InlineData("criteria", "abuse", "perhaps", "Choose one of the answers.")]
    public void A_wrong_answer_says_what_to_enter(string page, string question, string text, string message) =>
        Assert.Equal(message, Assert.Single(Checking.Problems(Form, CaseStory.Complete().With(page, question, text), Today)).Message);

    [Theory]
    [InlineData("2026-11-03", "This date is in the future. Enter today's date or an earlier one.")]
    [InlineData("2026-02-30", "Enter a real date.")]
    [InlineData("02/11/2026", "Enter a real date.")]
    [InlineData("1826-11-03", "Enter a date after 1900.")]
    public void A_wrong_date_says_why(string text, string message)
    {
        var child = CaseStory.Complete().Row("children", "r1")!.With("happened", text);
        var problem = Assert.Single(Checking.Problems(Form, CaseStory.Complete().With("children", child), Today));
        Assert.Equal((message, "r1"), (problem.Message, problem.Place.RowId));
    }

    [Fact]
    public void A_text_that_is_too_long_says_by_how_much_and_is_kept()
    {
        var answers = CaseStory.Complete().With("outline", "reasons", new string('x', 4001));
        Assert.Equal(
            "This is 4001 characters long. Shorten it to 4000 or fewer.",
            Assert.Single(Checking.Problems(Form, answers, Today)).Message
        );
        Assert.Equal(4001, answers["outline", "reasons"].Length);
    }

    [Fact]
    public void An_answer_that_another_calls_for_is_required_only_then()
    {
        var yes = CaseStory.Complete().With("investigations", "criminal", "yes").With("investigations", "investigator", "");
        Assert.Equal("investigator", Assert.Single(Checking.Problems(Form, yes, Today)).Place.QuestionId);
        Assert.Empty(Checking.Problems(Form, yes.With("investigations", "criminal", "no"), Today));
    }

    [Fact]
    public void A_referral_can_be_sent_with_blanks_where_the_MASH_asks_for_them()
    {
        var answers = CaseStory.Complete().With("incident", "carer", "");
        Assert.Empty(Checking.Problems(Form, answers, Today));
        Assert.Equal(new AnswerPlace("incident", null, "carer"), Assert.Single(Checking.Blanks(Form, answers)));
    }

    [Fact]
    public void Ids_are_letters_only_and_unique_so_that_cards_and_storage_can_carry_them()
    {
        foreach (var form in FormLibrary.All)
        {
            Assert.Equal(form.Pages.Length, form.Pages.Select(page => page.Id).Distinct().Count());
            foreach (var page in form.Pages)
            {
                List<Question> questions = page switch
                {
                    Page.Single single => [.. single.Questions],
                    Page.Matching matching => [.. matching.Questions],
                    _ => [.. ((Page.Repeating)page).Questions],
                };
                Assert.Equal(questions.Count, questions.Select(question => question.Id).Distinct().Count());
                Assert.All(questions, question => Assert.All(question.Id, c => Assert.True(char.IsAsciiLetterLower(c))));
                Assert.All(questions, question =>
                    Assert.True(question.RequiredWhen is null || questions.Any(other => other.Id == question.RequiredWhen.QuestionId))
                );
                Assert.Matches("^[A-Z]+[0-9]+[a-z]?(, [A-Z]+[0-9]+[a-z]?)*$", page.Source);
            }
        }
    }
}
