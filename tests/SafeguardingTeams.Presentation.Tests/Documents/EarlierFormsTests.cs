using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Steps.Scoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using SafeguardingTeams.Tests;
using static SafeguardingTeams.Tests.Families;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>
/// Word forms that went out with an earlier section 1, or were written before their tags stayed with person and detail (B4, B5).
/// </summary>
public partial class EarlierFormsTests
{
    private const string Brother = "Brother or sister 1",
        Sister = "Brother or sister 2";

    /// <summary>
    /// A form as it was written before: its tags are places (family/d16/answer). Such forms are out; it is never written anew.
    /// </summary>
    internal static ReadOnlyMemory<byte> Positional { get; } =
        File.ReadAllBytes(
            Path.Combine(Approved.Root, "tests/SafeguardingTeams.Presentation.Tests/Documents/Earlier/scoping-form-positional.docx")
        );

    [Fact]
    public void A_form_with_the_earlier_tags_is_read_against_the_section_1_it_was_made_from()
    {
        var story = Correct(Sent(FatherUnknown), FatherFilledIn);
        var file = WordHand.Answer(
            WordHand.Answer(Positional, Partner, "Name", "Something else", "The partner’s other name"),
            Brother,
            "Date of birth",
            "The same"
        );
        var taken = Read(story.File, file);
        Assert.Equal([("siblings-s1-born", "matches", ""), ("adults-a1-name", "differs", "The partner’s other name")], Answered(taken));
        Assert.Equal(
            "Father: name, date of birth, home address – not in the form that came back. Ask the agency.",
            Assert.Single(taken.NotRead)
        );
    }

    [Fact]
    public void A_form_with_the_earlier_tags_whose_section_1_still_stands_is_read_with_nothing_to_say()
    {
        var taken = Read(Sent(FatherUnknown).File, WordHand.Answer(Positional, "Mother", "Name", "The same"));
        Assert.Equal([("mother-name", "matches", "")], Answered(taken));
        Assert.Empty(taken.NotRead);
    }

    [Fact]
    public void What_the_form_asked_about_and_section_1_no_longer_has_is_kept_and_said()
    {
        var story = Sent(FatherUnknown);
        var file = Form(story.File);
        var request = FatherUnknown
            .Without("siblings", "s1")
            .With("adults", FatherUnknown.Row("adults", "a1")!.With("address", "5 New Street"));
        Correct(
            story,
            request.With("siblings", Row("s3", ("name", "A third child"), ("born", "2022-01-02"), ("address", "1 Example Street")))
        );
        foreach (var filled in new[] { file, Positional })
        {
            var taken = Read(
                story.File,
                WordHand.Answer(
                    WordHand.Answer(
                        WordHand.Answer(filled, Brother, "Home address", "Something else", "9 Other Road"),
                        Sister,
                        "Name",
                        "The same"
                    ),
                    Partner,
                    "Home address",
                    "We do not hold this"
                )
            );
            Assert.Equal(
                [("siblings-s2-name", "matches", ""), ("was-", "differs", "9 Other Road"), ("was-", "not-held", "")],
                Answered(taken)
            );
            var kept = taken.Answers.RowsOf("family").FindAll(SaidOfDetails.IsKept);
            Assert.Equal(
                [(Brother, "1 Example Street"), (Partner, "2 Example Street")],
                kept.Select(row => (row[Page.Matching.Of].Split(", as the form of 2 November 2026")[0], row[Page.Matching.Given]))
            );
            Assert.Equal(
                [
                    "Brother or sister 1, Home address – the form asked about “1 Example Street”, as section 1 had it from 2 "
                        + "November 2026, number 2 of that day. Section 1 has been put right since. What the agency answered is kept "
                        + "in a row of its own: Something else – “9 Other Road”.",
                    "Adult or other person 1 (mother's partner), Home address – the form asked about “2 Example Street”, as "
                        + "section 1 had it from 2 November 2026, number 2 of that day. Section 1 has been put right since. What the "
                        + "agency answered is kept in a row of its own: We do not hold this.",
                    "Brother or sister 2: name, date of birth, home address – not in the form that came back. Ask the agency.",
                    "Adult or other person 1 (mother's partner): home address – not in the form that came back. Ask the agency.",
                ],
                taken.NotRead
            );
        }
    }

    [Fact]
    public void Where_two_letters_are_possible_and_the_file_does_not_say_which_nothing_is_placed_until_a_person_has_said_it()
    {
        var story = Correct(Sent(FatherUnknown), FatherFilledIn);
        var taken = Read(
            story.File,
            WordHand.PrintDetailOver(
                WordHand.Answer(Positional, Partner, "Name", "Something else", "The partner’s other name"),
                "Mother",
                "Home address",
                "Address"
            )
        );
        Assert.Equal([("file-d14", "differs", "The partner’s other name")], Answered(taken));
        Assert.Contains(taken.NotRead, said =>
            said.Contains(
                "we cannot tell which letter this one came with. You are asked when you open the draft.",
                StringComparison.Ordinal
            )
        );
        var letters = SectionOne.SentTo(story.File, "police");
        Assert.Equal(
            ["adults-a1-name", "was-0-d14"],
            letters.Select(letter =>
                Assert.Single(PrefilledReturn.Placed(story.File, taken.Answers, letter).RowsOf("family"), SaidOfDetails.IsAnswered).Id
            )
        );
        var nobody = Assert.Single(PrefilledReturn.Placed(story.File, taken.Answers, null).RowsOf("family"), SaidOfDetails.IsAnswered);
        Assert.True(SaidOfDetails.IsKept(nobody));
        Assert.Equal("The partner’s other name", nobody["how"]);
    }

    [Fact]
    public void Only_answers_about_the_same_detail_of_the_same_person_are_taken_without_asking()
    {
        var story = Correct(Sent(FatherUnknown), FatherFilledIn);
        var taken = Read(
            story.File,
            WordHand.PrintOver(WordHand.Answer(Positional, "Mother", "Name", "The same"), "Mother", "Home address", "9 Other Road")
        );
        Assert.Equal([("mother-name", "matches", "")], Answered(taken));
    }

    [Fact]
    public void A_form_whose_properties_were_taken_out_is_known_by_its_tags()
    {
        var story = Correct(Sent(FatherUnknown), FatherFilledIn);
        var file = WordHand.Without(WordHand.Answer(Form(story.File), "Father", "Name", "The same"), "docProps/custom.xml");
        var taken = Read(story.File, file);
        Assert.Equal([("father-name", "matches", "")], Answered(taken));
        Assert.Equal("police", taken.AgencyKey);
        Assert.Equal(IntakeRefusal.OtherAgency, DocumentsReadTests.Refused(file, ExpectedForm.Of(story.File, "schools")).Reason);
        Assert.Equal(
            IntakeRefusal.OtherCase,
            DocumentsReadTests.Refused(file, ExpectedForm.Of(story.File, "police") with { Reference = "GSCP-4444-5555" }).Reason
        );
        Assert.Equal(
            IntakeRefusal.OtherForm,
            DocumentsReadTests
                .Refused(file, ExpectedForm.Of(story.File, "police") with { Form = InitialScopingV1.Form with { Version = 2 } })
                .Reason
        );
        var mixed = WordHand.Change(Form(story.File), "word/document.xml", part =>
            part.Descendants()
                .SelectMany(element => element.Attributes())
                .Single(attribute => attribute.Value == "mark/agency/police")
                .Value = "mark/agency/schools"
        );
        Assert.Equal(IntakeRefusal.OtherAgency, DocumentsReadTests.Refused(mixed, ExpectedForm.Of(story.File, "police")).Reason);
    }

    /// <summary>LibreOffice 7 drops every tag: numbers then count by the section 1 whose fields add up to the sum in the file.</summary>
    [Fact]
    public void An_earlier_form_that_another_program_took_the_tags_out_of_is_read_against_the_section_1_it_was_made_from()
    {
        var story = Sent(FatherUnknown);
        var form = Form(story.File);
        Correct(story, FatherFilledIn);
        foreach (var file in new[] { form, Positional })
        {
            var taken = Read(
                story.File,
                WordHand.WithoutTags(WordHand.Answer(file, Partner, "Name", "Something else", "The partner’s other name"))
            );
            Assert.Equal([("adults-a1-name", "differs", "The partner’s other name")], Answered(taken));
        }
    }

    [Fact]
    public void Every_tag_of_a_form_stays_with_person_and_detail_and_says_which_section_1_it_asks_about()
    {
        var story = Correct(Sent(FatherUnknown), FatherFilledIn);
        var tags = WordHand.Tags(Form(story.File));
        Assert.Equal([$"mark/initial-scoping.1/{CaseStory.Id}/{SectionOne.Now(story.File).Number}", "mark/agency/police"], tags.Take(2));
        Assert.Contains($"family/adults-a1-address@{SectionOne.Now(story.File).Number}/how", tags);
        Assert.All(tags, tag => Assert.InRange(tag.Length, 1, 64));
        Assert.Contains("family/d16/how", WordHand.Tags(Positional));
    }

    internal static ReadOnlyMemory<byte> Form(CaseFile file) =>
        ScopingForm.Write(
            DocumentExamples.ScopingFormFacts with
            {
                Reference = file.Id.Value,
                AgencyKey = "police",
                SectionOne = SectionOne.Now(file).Number,
            },
            PrefilledReturn.Of(file)
        );

    internal static WordIntake.Taken Read(CaseFile file, ReadOnlyMemory<byte> form) =>
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(form, ExpectedForm.Of(file, "police"), DocumentExamples.Today));

    private static IEnumerable<(string Id, string Answer, string How)> Answered(WordIntake.Taken taken) =>
        taken
            .Answers.RowsOf("family")
            .Where(SaidOfDetails.IsAnswered)
            .Select(row => (SaidOfDetails.IsKept(row) ? "was-" : row.Id, row["answer"], row["how"]));
}
