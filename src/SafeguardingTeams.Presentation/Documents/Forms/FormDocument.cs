using System.Globalization;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Presentation.Documents.Word;

namespace SafeguardingTeams.Presentation.Documents.Forms;

/// <summary>
/// A form as a Word document to be filled in: every answer has a control of its own, known again by its tag, and the file knows
/// which form, case and agency it belongs to, in its properties and in <see cref="FormMarks"/>. <see cref="Intake.FormIntake"/>
/// reads it when it comes back.
/// </summary>
public static class FormDocument
{
    internal const string FormIdProperty = "SafeguardingForm",
        VersionProperty = "SafeguardingFormVersion",
        ReferenceProperty = "SafeguardingReference",
        AgencyProperty = "SafeguardingAgency",
        FieldsProperty = "SafeguardingFields";

    /// <summary>Writes it, with what is known already filled in.</summary>
    /// <param name="answers">What is known already; for details to be compared, the rows to compare.</param>
    /// <param name="facts">What stands beside the questions.</param>
    public static ReadOnlyMemory<byte> Write(Form form, Answers answers, FormDocumentFacts facts)
    {
        var fields = new FormFields(answers, facts.SectionOne);
        return WordFile.Write(
            new(
                $"{form.Title}, {facts.Shown ?? facts.Reference}",
                facts.Shown ?? facts.Reference,
                [
                    Blocks.Title(form.Title),
                    Blocks.Subtitle(facts.Partnership),
                    FormMarks.Fact("Reference", FormMarks.CaseTag(form, facts.Reference, facts.SectionOne), facts.Shown ?? facts.Reference),
                    FormMarks.Fact("Agency", FormMarks.AgencyTag(facts.AgencyKey), facts.Agency),
                    .. facts.Introduction.Select(text => Blocks.Text(text)),
                    .. fields.Of(form.Pages[0]),
                    .. facts.Told.SelectMany(told => Blocks.Told(told.Text, "Not known.").Prepend(Blocks.Heading(1, told.Title))),
                    .. form.Pages.Skip(1).SelectMany(fields.Of),
                    .. facts.Closing.IsEmpty
                        ? []
                        : facts.Closing.Select(text => Blocks.Text(text)).Prepend(Blocks.Heading(1, "Advice, and returning this form")),
                ]
            )
            {
                KeepsLineSums = true,
                Properties =
                [
                    (FormIdProperty, form.Id),
                    (VersionProperty, form.Version.ToString(CultureInfo.InvariantCulture)),
                    (ReferenceProperty, facts.Reference),
                    (AgencyProperty, facts.AgencyKey),
                    (FieldsProperty, FieldList.Sum(FieldList.Of(form, answers, facts.SectionOne))),
                ],
            }
        );
    }
}
