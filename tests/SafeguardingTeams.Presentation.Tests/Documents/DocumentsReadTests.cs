using DocumentFormat.OpenXml.Wordprocessing;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Intake;
using static SafeguardingTeams.Presentation.Tests.Documents.Filling;

namespace SafeguardingTeams.Presentation.Tests.Documents;

public class DocumentsReadTests
{
    internal static readonly ExpectedForm Expected = new(
        InitialScopingV1.Form,
        DocumentExamples.Reference,
        "acute-trust",
        DocumentExamples.Sent
    );

    internal static ReadOnlyMemory<byte> Empty { get; } = ScopingForm.Write(DocumentExamples.ScopingFormFacts, DocumentExamples.Sent);

    [Fact]
    public void A_form_that_nobody_touched_has_no_answers_and_nothing_that_could_not_be_read()
    {
        var taken = Read(Empty);
        Assert.Empty(taken.Answers.Values);
        Assert.Equal(DocumentExamples.Sent.RowsOf("family"), taken.Answers.RowsOf("family"), (a, b) =>
            a.Id == b.Id && a.Values.SequenceEqual(b.Values)
        );
        Assert.Empty(taken.NotRead);
        Assert.Equal(
            ("initial-scoping", 1, DocumentExamples.Reference, "acute-trust"),
            (taken.FormId, taken.FormVersion, taken.Reference, taken.AgencyKey)
        );
    }

    [Fact]
    public void What_is_typed_chosen_and_added_comes_back_as_answers()
    {
        var file = Change(Empty, part =>
        {
            part.Control(TagOf("completed", "", "name")).Type("Named nurse");
            part.Control(TagOf("completed", "", "date")).Type("11 November 2026");
            part.Control(TagOf("involvement", "", "summary")).Type("Two visits.\nNo more.");
            part.Control(TagOf("family", "child-name", "answer")).Type("The same");
            part.Control(TagOf("family", "a-row-whose-id-is-far-too-long-for-a-tag", "answer")).Type("something else");
            part.Control(TagOf("family", "a-row-whose-id-is-far-too-long-for-a-tag", "how")).Type("Another name");
            part.Control("chronology/_2/date").Type("2nd Sep 2026");
            part.Control("chronology/_2/time").Type("2.30 pm");
            part.Control("chronology/_2/event").Type("A fall.");
        });
        var taken = Read(file);
        Assert.Empty(taken.NotRead);
        Assert.Equal("Named nurse", taken.Answers["completed", "name"]);
        Assert.Equal("2026-11-11", taken.Answers["completed", "date"]);
        Assert.Equal("Two visits.\nNo more.", taken.Answers["involvement", "summary"]);
        Assert.Equal("matches", taken.Answers.Row("family", "child-name")!["answer"]);
        Assert.Equal(
            ("differs", "Another name"),
            (taken.Answers.RowsOf("family")[^1]["answer"], taken.Answers.RowsOf("family")[^1]["how"])
        );
        var row = Assert.Single(taken.Answers.RowsOf("chronology"));
        Assert.Equal(("2026-09-02", "14:30", "A fall."), (row["date"], row["time"], row["event"]));
    }

    [Fact]
    public void Rows_added_by_copying_are_read_each_as_one()
    {
        var file = Change(Empty, part =>
        {
            var first = part.Control("chronology/_1/event").Ancestors<TableRow>().First();
            part.Control("chronology/_1/event").Type("One.");
            for (var i = 0; i < 20; i++)
            {
                var copy = (TableRow)first.CloneNode(true);
                copy.Descendants<SdtRun>()
                    .Single(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val == "chronology/_1/event")
                    .Type($"Copy {i}.");
                first.InsertAfterSelf(copy);
            }
        });
        var taken = Read(file);
        Assert.Equal(21, taken.Answers.RowsOf("chronology").Count);
        Assert.Equal(21, taken.Answers.RowsOf("chronology").Select(row => row.Id).Distinct().Count());
        Assert.Equal("One.", taken.Answers.RowsOf("chronology")[0]["event"]);
        Assert.Empty(taken.NotRead);
    }

    [Fact]
    public void What_cannot_be_understood_is_kept_as_typed_and_said()
    {
        var taken = Read(Change(Empty, part =>
            {
                part.Control(TagOf("completed", "", "date")).Type("31 February 2026");
                part.Control(TagOf("family", "child-name", "answer")).Type("Perhaps");
                part.Control("chronology/_1/time").Type("after lunch");
            }));
        Assert.Equal("31 February 2026", taken.Answers["completed", "date"]);
        Assert.Equal("Perhaps", taken.Answers.Row("family", "child-name")!["answer"]);
        Assert.Equal(
            [
                "Who completes this form: Date completed – “31 February 2026” is no date we can read. Write it as 5 November 2026.",
                "Subject child, Name: What do your records say? – “Perhaps” is none of the answers to choose from.",
                "2.1 Key events, event 1: Time, if known – “after lunch” is no time we can read. Write it as 14:30.",
            ],
            taken.NotRead
        );
    }

    [Fact]
    public void A_field_that_was_removed_and_text_beside_the_fields_are_said()
    {
        var taken = Read(Change(Empty, part =>
            {
                var control = part.Control(TagOf("together", "", "concerns"));
                control.Parent!.ReplaceChild(new Run(new Text("We were never told.")), control);
                part.Document!.Body!.InsertAt(new Paragraph(new Run(new Text("Please telephone us."))), 3);
            }));
        Assert.Equal("", taken.Answers["together", "concerns"]);
        Assert.Contains(taken.NotRead, said =>
            said.StartsWith("2.3 How partners worked together", StringComparison.Ordinal)
            && said.Contains("no longer in the file", StringComparison.Ordinal)
        );
        Assert.Contains("Beside the fields it says: “We were never told.”. It is not part of any answer.", taken.NotRead);
        Assert.Contains("Beside the fields it says: “Please telephone us.”. It is not part of any answer.", taken.NotRead);
    }

    [Fact]
    public void Tracked_changes_are_read_as_if_accepted()
    {
        var taken = Read(Change(Empty, part =>
            {
                var control = part.Control(TagOf("completed", "", "name"));
                control.Type("Named ");
                control.SdtContentRun!.Append(
                    new DeletedRun(new Run(new DeletedText("doctor"))) { Id = "1", Author = "x" },
                    new InsertedRun(new Run(new Text("nurse"))) { Id = "2", Author = "x" }
                );
            }));
        Assert.Equal("Named nurse", taken.Answers["completed", "name"]);
    }

    [Fact]
    public void A_field_that_is_there_twice_loses_nothing()
    {
        var taken = Read(Change(Empty, part =>
            {
                var control = part.Control(TagOf("completed", "", "name"));
                var copy = (SdtRun)control.CloneNode(true);
                control.Type("One");
                copy.Type("Two");
                control.InsertAfterSelf(copy);
            }));
        Assert.Equal("One\nTwo", taken.Answers["completed", "name"]);
        Assert.Single(taken.NotRead, said => said.Contains("2 times", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_case_another_agency_and_another_form_are_refused()
    {
        Assert.Equal(IntakeRefusal.OtherCase, Refused(Empty, Expected with { Reference = "GSCP-4444-5555" }).Reason);
        Assert.Equal(IntakeRefusal.OtherAgency, Refused(Empty, Expected with { AgencyKey = "police" }).Reason);
        Assert.Equal(IntakeRefusal.OtherForm, Refused(Empty, Expected with { Form = InitialScopingV1.Form with { Version = 2 } }).Reason);
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(Empty, Expected with { AgencyKey = null }, DocumentExamples.Today));
        Assert.All(DocumentExamples.All().Where(each => each.Name != "scoping-form"), each => Assert.Equal(
                each.Name == "learning-form" ? IntakeRefusal.OtherForm
                    // Something is put into the file: a workbook behind a chart. It is not looked at any further.
                    : each.Name is "yearly-report" or "executive-update" ? IntakeRefusal.Embedded
                    : IntakeRefusal.NoForm,
                Refused(each.File, Expected).Reason
            ));
    }

    /// <summary>
    /// As LibreOffice 7 saves a form: no tags at all, no titles on dates and lists, nothing that says that only a placeholder
    /// stands there.
    /// </summary>
    [Fact]
    public void A_form_that_another_program_took_the_tags_out_of_is_read_all_the_same()
    {
        var filled = ScopingForm.Write(DocumentExamples.ScopingFormFacts, DocumentExamples.Returned);
        var taken = Assert.IsType<WordIntake.Taken>(FormIntake.Read(Change(filled, part =>
                {
                    var first = part.Control("chronology/_1/event").Ancestors<TableRow>().First();
                    var copy = (TableRow)first.CloneNode(true);
                    copy.Descendants<SdtRun>().First().Type("3 September 2026");
                    copy.Descendants<SdtRun>().ElementAt(2).Type("A third call.");
                    first.InsertBeforeSelf(copy);
                    foreach (var properties in part.Document!.Descendants<SdtProperties>())
                    {
                        properties.RemoveAllChildren<Tag>();
                        properties.RemoveAllChildren<ShowingPlaceholder>();
                        if (properties.Elements<SdtContentDate>().Any() || properties.Elements<SdtContentDropDownList>().Any())
                        {
                            properties.RemoveAllChildren<SdtAlias>();
                        }
                    }
                }), Expected with { Sent = DocumentExamples.Returned }, DocumentExamples.Today));
        Assert.StartsWith("The form was saved by another program than Word.", Assert.Single(taken.NotRead), StringComparison.Ordinal);
        var third = taken.Answers.RowsOf("chronology")[2];
        Assert.Equal(("2026-09-03", "A third call."), (third["date"], third["event"]));
        DocumentsRoundTripTests.Same(DocumentExamples.Returned, taken.Answers.Without("chronology", third.Id));
        Assert.Equal(IntakeRefusal.NoForm, Refused(Change(filled, part =>
                {
                    foreach (var tag in part.Document!.Descendants<Tag>().ToList())
                    {
                        tag.Remove();
                    }
                }), Expected with { Sent = Answers.None }).Reason);
    }

    internal static WordIntake.Taken Read(ReadOnlyMemory<byte> file) =>
        Assert.IsType<WordIntake.Taken>(FormIntake.Read(file, Expected, DocumentExamples.Today));

    internal static WordIntake.Refused Refused(ReadOnlyMemory<byte> file, ExpectedForm expected) =>
        Assert.IsType<WordIntake.Refused>(FormIntake.Read(file, expected, DocumentExamples.Today));
}
