using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.Domain.Tests.Steps;

/// <summary>What an agency says of a person stays with that person, whatever is corrected in section 1 (B4, B6).</summary>
public class SectionOneTests
{
    private const string Of = Page.Matching.Of,
        Detail = Page.Matching.Detail,
        Given = Page.Matching.Given;

    [Fact]
    public void What_was_said_of_a_brother_does_not_go_to_the_sister_at_the_same_address_when_the_brother_is_taken_off()
    {
        var story = Families.Sent(Families.FatherUnknown);
        var begun = Say(
            PrefilledReturn.Of(story.File),
            row => row[Of].StartsWith("Brother or sister 1", StringComparison.Ordinal) && row[Detail] == "Home address",
            "He has moved to 9 Other Road"
        );
        Families.Correct(story, Families.FatherUnknown.Without("siblings", "s1"));
        var rows = PrefilledReturn.Over(story.File, begun).RowsOf(InitialScopingV1.Family);
        Assert.Equal("", Assert.Single(rows, row => row[Of] == "Brother or sister 1" && row[Detail] == "Home address")["how"]);
        var kept = Assert.Single(rows, row => row["how"].Length > 0);
        Assert.True(SaidOfDetails.IsKept(kept));
        Assert.Equal(("He has moved to 9 Other Road", "1 Example Street"), (kept["how"], kept[Given]));
        Assert.Equal(
            rows.Select(row => row.Id),
            PrefilledReturn.Over(story.File, PrefilledReturn.Over(story.File, begun)).RowsOf(InitialScopingV1.Family).Select(row => row.Id)
        );
    }

    [Fact]
    public void What_was_said_of_one_father_does_not_go_to_another_entered_in_his_place_at_the_same_address()
    {
        var story = Families.Sent(Families.FatherFilledIn);
        var begun = Say(PrefilledReturn.Of(story.File), row => row[Of] == "Father" && row[Detail] == "Home address", "He left in June");
        Families.Correct(story, Families.FatherFilledIn.With("father", "name", "Another man"));
        var rows = PrefilledReturn.Over(story.File, begun).RowsOf(InitialScopingV1.Family);
        Assert.All(rows.Where(row => row[Of] == "Father"), row => Assert.Equal("", row["how"]));
        Assert.Equal("He left in June", Assert.Single(rows, SaidOfDetails.IsKept)["how"]);
    }

    [Fact]
    public void A_detail_keeps_its_id_whoever_is_added_before_it()
    {
        var story = Families.Sent(Families.FatherUnknown);
        var before = SectionOne.Now(story.File);
        Families.Correct(story, Families.FatherFilledIn);
        var now = SectionOne.Now(story.File);
        Assert.All(before.Details, detail => Assert.Contains(detail, now.Details));
        Assert.Equal(["father-name", "father-born", "father-address"], now.Details.Except(before.Details).Select(detail => detail.Id));
    }

    /// <summary>
    /// Drafts and returns from before ids stayed with the person have d1, d2 … : they are read by the section 1 they are.
    /// </summary>
    [Fact]
    public void A_draft_with_the_earlier_ids_is_gone_on_with_each_answer_beside_its_person()
    {
        var story = Families.Sent(Families.FatherUnknown);
        var old = PrefilledReturn.With(
            Answers.None,
            PrefilledReturn.Of(story.File).RowsOf(InitialScopingV1.Family).Select((row, i) => row with { Id = $"d{i + 1}" })
        );
        var begun = Say(old, row => row[Of] == Families.Partner && row[Detail] == "Name", "Known by another name");
        Families.Correct(story, Families.FatherFilledIn);
        var rows = PrefilledReturn.Over(story.File, begun).RowsOf(InitialScopingV1.Family);
        Assert.Equal("adults-a1-name", Assert.Single(rows, row => row["how"].Length > 0).Id);
        var strange = PrefilledReturn
            .Over(
                story.File,
                PrefilledReturn.With(begun, begun.RowsOf(InitialScopingV1.Family).Select(row => row.With(Given, $"{row[Given]}!")))
            )
            .RowsOf(InitialScopingV1.Family);
        Assert.True(SaidOfDetails.IsKept(Assert.Single(strange, row => row["how"].Length > 0)));
    }

    [Fact]
    public void A_return_put_right_with_nothing_changed_is_seen_to_be_the_same_though_its_rows_have_the_earlier_ids()
    {
        var story = CaseStory.At(Stage.UnderReview);
        var rows = story.CompleteReturn().RowsOf(InitialScopingV1.Family);
        var old = PrefilledReturn.With(story.CompleteReturn(), rows.Select((row, i) => row with { Id = $"d{i + 1}" }));
        story.Given(new ReturnScoping(CaseStory.Id, "police", true, old, "on a card", ""), CaseStory.Representative("police"));
        var again = Assert.IsType<Domain.Records.Decision.Refused>(
            story.When(
                new ReturnScoping(CaseStory.Id, "police", true, PrefilledReturn.Over(story.File, old), "on a card", "Why.", true),
                CaseStory.Representative("police")
            )
        );
        Assert.Equal("nothing-changed", again.Reasons[0].Code);
    }

    /// <summary>d14 is the partner's name in the first letter's form, and the sister's in the second's.</summary>
    [Fact]
    public void The_wrong_letter_chosen_puts_no_answer_beside_another_person_than_the_file_prints()
    {
        var story = Families.Correct(Families.Sent(Families.FatherUnknown), Families.FatherFilledIn);
        var read = PrefilledReturn.With(
            Answers.None,
            Families.Unplaced("d14", "Name", "Partner  of the\nmother", "The partner’s other name")
        );
        var letters = SectionOne.SentTo(story.File, "police");
        var right = PrefilledReturn.Placed(story.File, read, letters[0]).RowsOf(InitialScopingV1.Family);
        Assert.Equal("adults-a1-name", Assert.Single(right, SaidOfDetails.IsAnswered).Id);
        Assert.Equal([0, 1, 0], new[] { letters[0], letters[1], null }.Select(letter => PrefilledReturn.PrintedOtherwise(read, letter)));
        var wrong = PrefilledReturn.Placed(story.File, read, letters[1]).RowsOf(InitialScopingV1.Family);
        var kept = Assert.Single(wrong, SaidOfDetails.IsAnswered);
        Assert.True(SaidOfDetails.IsKept(kept));
        Assert.Equal(
            ($"{Families.Partner}, as the file has it", "Name", "The partner’s other name"),
            (kept[Of], kept[Detail], kept["how"])
        );
    }

    [Fact]
    public void Where_the_file_prints_another_name_for_somebody_nothing_it_says_of_them_is_placed_by_the_letter()
    {
        var story = Families.Correct(Families.Sent(Families.FatherUnknown), Families.FatherFilledIn);
        var name = Families.Unplaced("d14", "Name", "Somebody else", "").Select(row => row.With("answer", ""));
        var address = Families.Unplaced("d16", "Home address", "2 Example Street", "9 Other Road");
        var letter = SectionOne.SentTo(story.File, "police")[0];
        var alone = PrefilledReturn.Placed(story.File, PrefilledReturn.With(Answers.None, address), letter);
        Assert.Equal("adults-a1-address", Assert.Single(alone.RowsOf(InitialScopingV1.Family), SaidOfDetails.IsAnswered).Id);
        var both = PrefilledReturn.Placed(story.File, PrefilledReturn.With(Answers.None, name.Concat(address)), letter);
        Assert.True(SaidOfDetails.IsKept(Assert.Single(both.RowsOf(InitialScopingV1.Family), SaidOfDetails.IsAnswered)));
    }

    [Fact]
    public void The_forms_an_agency_can_have_are_those_of_section_1_as_it_was_asked_and_later()
    {
        var story = Families.Sent(Families.FatherUnknown);
        Families.Correct(story, Families.FatherUnknown.With("case", "summary", "More is known."));
        Families.Correct(story, Families.FatherFilledIn);
        Assert.Equal(4, SectionOne.All(story.File).Count);
        var sent = SectionOne.SentTo(story.File, "police");
        Assert.Equal([16, 19], sent.Select(one => one.Details.Count));
        Assert.Equal(["2 November 2026, number 2 of that day", "2 November 2026, number 4 of that day"], sent.Select(one => one.Called));
    }

    private static Answers Say(Answers answers, Func<AnswerRow, bool> which, string how) =>
        answers.With(
            InitialScopingV1.Family,
            answers.RowsOf(InitialScopingV1.Family).Single(row => which(row)).With("answer", "differs").With("how", how)
        );
}
