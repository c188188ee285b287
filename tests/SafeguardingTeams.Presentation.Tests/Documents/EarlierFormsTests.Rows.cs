using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Tests;
using static SafeguardingTeams.Tests.Families;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <content>Rows that were copied or written over.</content>
public partial class EarlierFormsTests
{
    [Fact]
    public void Who_writes_another_person_over_what_was_printed_and_who_copies_a_row_is_not_taken_for_the_one_who_stood_there()
    {
        var story = Sent(FatherUnknown);
        foreach (var file in new[] { Form(story.File), Positional })
        {
            var over = WordHand.PrintOver(
                WordHand.Answer(file, Partner, "Home address", "Something else", "9 Other Road"),
                Partner,
                "Name",
                "Somebody else"
            );
            var taken = Read(story.File, over);
            Assert.Equal([("was-", "differs", "9 Other Road")], Answered(taken));
            Assert.Contains(taken.NotRead, said =>
                said.StartsWith($"{Partner}: what was printed here has been changed", StringComparison.Ordinal)
            );
            var copied = Read(story.File, WordHand.CopyRow(file, Partner, "Home address", "Something else", "The uncle lives elsewhere"));
            Assert.Equal([("was-", "differs", "The uncle lives elsewhere")], Answered(copied));
            Assert.Contains(copied.NotRead, said => said.Contains("this row was copied", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_row_copied_above_itself_and_written_over_for_another_child_is_not_taken_for_the_first_childs()
    {
        var story = Sent(FatherUnknown);
        foreach (var file in new[] { Form(story.File), Positional })
        {
            var own = WordHand.Answer(file, Brother, "Date of birth", "The same");
            var copied = WordHand.CopyAbove(own, Brother, "Date of birth", "3 March 2022", "Something else", "4 March 2022");
            var taken = Read(story.File, copied);
            Assert.Equal([("siblings-s1-born", "matches", ""), ("was-", "differs", "4 March 2022")], Answered(taken));
            var kept = Assert.Single(taken.Answers.RowsOf("family"), SaidOfDetails.IsKept);
            Assert.Equal(($"{Brother}, as the file has it", "3 March 2022"), (kept[Page.Matching.Of], kept[Page.Matching.Given]));
            Assert.Contains(taken.NotRead, said => said.Contains("this row was copied", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Where_none_or_several_of_copied_rows_print_what_we_hold_all_are_kept_in_rows_of_their_own()
    {
        var story = Sent(FatherUnknown);
        var own = WordHand.Answer(Form(story.File), Brother, "Date of birth", "The same");
        foreach (var (under, above) in new[] { ("2 January 2020", "2 January 2020"), ("5 May 2021", "3 March 2022") })
        {
            var file = WordHand.PrintOver(own, Brother, "Date of birth", under == above ? Printed(story.File) : under);
            var copied = WordHand.CopyAbove(
                file,
                Brother,
                "Date of birth",
                under == above ? Printed(story.File) : above,
                "Something else",
                "4 March 2022"
            );
            var taken = Read(story.File, copied);
            Assert.Equal([("was-", "differs", "4 March 2022"), ("was-", "matches", "")], Answered(taken));
            Assert.Equal(2, taken.NotRead.Count(said => said.Contains("this row was copied", StringComparison.Ordinal)));
        }

        static string Printed(CaseFile file) =>
            FormFields.Given(SectionOne.Now(file).Details.Find(one => one.Id == "siblings-s1-born")!.Row);
    }

    [Fact]
    public void An_answer_beside_a_value_somebody_wrote_over_is_kept_in_a_row_of_its_own_and_said_by_name()
    {
        var story = Sent(FatherUnknown);
        foreach (var file in new[] { Form(story.File), Positional })
        {
            var over = WordHand.PrintOver(
                WordHand.Answer(WordHand.Answer(file, Brother, "Date of birth", "The same"), Brother, "Name", "The same"),
                Brother,
                "Date of birth",
                "3 March 2022"
            );
            var taken = Read(story.File, over);
            Assert.Equal([("siblings-s1-name", "matches", ""), ("was-", "matches", "")], Answered(taken));
            Assert.Contains(taken.NotRead, said =>
                said.StartsWith($"{Brother}, Date of birth: what we hold was changed in the file, from “", StringComparison.Ordinal)
            );
        }
    }

    [Fact]
    public void A_second_answer_about_a_detail_that_has_one_already_is_kept_and_said()
    {
        var story = Sent(FatherUnknown);
        var number = SectionOne.Now(story.File).Number;
        var form = WordHand.Answer(Form(story.File), "Mother", "Name", "The same");
        Correct(story, FatherFilledIn);
        var other = WordHand.Answer(Form(story.File), "Mother", "Name", "Something else", "Known by another name");
        var both = WordHand.AddTable(form, other, "Mother");
        var taken = Read(story.File, both);
        Assert.NotEqual(number, SectionOne.Now(story.File).Number);
        Assert.Equal([("mother-name", "matches", ""), ("was-", "differs", "Known by another name")], Answered(taken));
        Assert.Contains(
            "Mother, Name – the file has more than one answer. The first is taken; "
                + "this one is kept in a row of its own: Something else – “Known by another name”.",
            taken.NotRead
        );
    }

    /// <summary>A class of mail gateways, and Word's own Document Inspector, take a file's properties out.</summary>
}
