using System.Collections.Immutable;
using SafeguardingTeams.Domain.Forms;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Presentation.Documents.Answered;
using SafeguardingTeams.Presentation.Documents.Chronology;
using SafeguardingTeams.Presentation.Documents.Forms;
using SafeguardingTeams.Presentation.Documents.Group;
using SafeguardingTeams.Presentation.Documents.Letter;
using SafeguardingTeams.Presentation.Documents.Report;
using SafeguardingTeams.Presentation.Documents.Reviews;
using Story = SafeguardingTeams.Tests.ReviewStory;

namespace SafeguardingTeams.Presentation.Tests.Documents;

/// <summary>One example of every document. Everybody is named by role.</summary>
internal static partial class DocumentExamples
{
    internal const string Reference = "GSCP-2222-3333";

    /// <summary>When what comes back is read.</summary>
    internal static readonly DateOnly Today = new(2026, 11, 16);

    internal static IEnumerable<(string Name, ReadOnlyMemory<byte> File)> All() =>
        [
            ("scoping-letter", File(Letters.ScopingLetter(LetterTemplate.Shipped(LetterKind.Scoping), ScopingLetter))),
            ("panel-letter", File(Letters.PanelLetter(LetterTemplate.Shipped(LetterKind.Panel), PanelLetter))),
            ("scoping-form", ScopingForm.Write(ScopingFormFacts, Sent)),
            (
                "scoping-form-returned",
                AnsweredDocument.Write(
                    InitialScopingV1.Form,
                    Returned,
                    Reference,
                    "Returned by the Metropolitan Police Service on 12 November 2026"
                )
            ),
            ("learning-form", LearningForms.Write(Gallery.Words)),
            ("report-2018", ReportDocument.Write(Report("2018"))),
            ("report-2025", ReportDocument.Write(Report("2025"))),
            (
                "report-empty",
                ReportDocument.Write(
                    new(
                        Reference,
                        "Greenwich Safeguarding Children Partnership",
                        Guidance2025,
                        [],
                        RapidReviewReportForms.Of2025,
                        Answers.None
                    )
                )
            ),
            ("agenda", GroupDocuments.Agenda(Gallery.LargeMeeting.File, ReportExamples.Partnership)),
            ("minutes", GroupDocuments.Minutes(Gallery.LargeMeeting.File, ReportExamples.Partnership)),
            .. ReportExamples.Documents,
            ("terms-of-reference", TermsDocument.Write(Gallery.WithTerms.File, "Greenwich Safeguarding Children Partnership")),
            .. ReviewLetters(),
            ("briefing", Gallery.BriefingInWord),
            ("chronology", ChronologyDocument.Write(CombinedChronology.Of(Entries, new(2025, 11, 1), new(2026, 10, 31)), ChronologyFacts)),
        ];

    internal const string Guidance2025 = "Working Together to Safeguard Children 2023";

    internal static ScopingLetterFacts ScopingLetter { get; } =
        new(
            Reference,
            "Greenwich Safeguarding Children Partnership",
            new(2026, 11, 4),
            "Named nurse, acute hospital trust",
            "Acute hospital trust",
            "A young child was taken to hospital with injuries that have not been explained. The child is recovering. Two "
                + "agencies had seen the family in the weeks before.",
            Guidance2025,
            15,
            new(2026, 11, 23),
            new(2026, 11, 11),
            new(17, 0),
            "returns@partnership.example",
            "the Partnership Operational Team, 020 7946 0120, operations@partnership.example",
            "The Chair",
            "Chair of the Learning from Practice Group"
        );

    internal static PanelLetterFacts PanelLetter { get; } =
        new(
            Reference,
            "Greenwich Safeguarding Children Partnership",
            new(2026, 11, 20),
            "Chair, Child Safeguarding Practice Review Panel",
            "Sanctuary Buildings\n20 Great Smith Street\nLondon\nSW1P 3BT",
            new(2026, 11, 2),
            new(2026, 11, 16),
            PanelConclusion.Local,
            [
                new("Royal Borough of Greenwich", true, true),
                new("Metropolitan Police Service", true, true),
                new("Integrated Care Board", true, true),
            ],
            new(2026, 11, 18),
            Guidance2025,
            ReportDocument.Title,
            "the Partnership Operational Team, 020 7946 0120, operations@partnership.example",
            "The Chair",
            "Chair of the Learning from Practice Group"
        );

    internal static ScopingFormFacts ScopingFormFacts { get; } =
        new(
            Reference,
            "acute-trust",
            "Acute hospital trust",
            "Greenwich Safeguarding Children Partnership",
            Guidance2025,
            15,
            new(2026, 11, 11),
            new(17, 0),
            "returns@partnership.example",
            "the Partnership Operational Team, 020 7946 0120",
            "A young child was taken to hospital with injuries that have not been explained.\nThe child is recovering.",
            new(2025, 11, 1),
            new(2026, 10, 31)
        );

    /// <summary>Section 1 as it goes out.</summary>
    internal static Answers Sent { get; } =
        new[]
        {
            ("child-name", "Subject child", "Name", "Child A"),
            ("child-born", "Subject child", "Date of birth", "2024-03-05"),
            ("child-nhs", "Subject child", "NHS number", "943 476 5919"),
            ("child-died", "Subject child", "Date of death", ""),
            ("child-address", "Subject child", "Home address", "1 Example Street\nLondon"),
            ("mother-name", "Mother", "Name", "Mother of Child A"),
            ("mother-born", "Mother", "Date of birth", "1998-07-01"),
            ("mother-address", "Mother", "Home address", "1 Example Street\nLondon"),
            ("father-name", "Father", "Name", ""),
            ("a-row-whose-id-is-far-too-long-for-a-tag", "Brother of the child", "Name", "Child B"),
        }.Aggregate(Answers.None, (answers, row) =>
            answers.With(
                InitialScopingV1.Family,
                AnswerRow.Empty(row.Item1).With("of", row.Item2).With("detail", row.Item3).With("given", row.Item4)
            )
        );

    /// <summary>A return, filled in.</summary>
    internal static Answers Returned { get; } =
        Sent.RowsOf(InitialScopingV1.Family)
            .Select(
                (row, i) =>
                    i == 4
                        ? row.With("answer", "differs").With("how", "2 Example Street")
                        : row.With("answer", i == 8 ? "not-held" : "matches")
            )
            .Aggregate(Sent, (answers, row) => answers.With(InitialScopingV1.Family, row))
            .With("completed", "name", "Detective inspector")
            .With("completed", "title", "Detective inspector, public protection")
            .With("completed", "agency", "Metropolitan Police Service")
            .With("completed", "telephone", "020 7946 0130")
            .With("completed", "email", "police@police.example")
            .With("completed", "date", "2026-11-11")
            .With("involvement", "summary", "Two calls to the address in the summer.\n\nNo contact before.")
            .With("practice", "learning", "The second call was not linked to the first.")
            .With("together", "concerns", "None.")
            .With(
                "chronology",
                Row(
                    "w1",
                    ("date", "2026-08-14"),
                    ("time", "22:10"),
                    ("event", "Officers called to the address after a neighbour heard shouting."),
                    ("source", "Incident record")
                )
            )
            .With(
                "chronology",
                Row("w2", ("date", "2026-09-02"), ("event", "Second call.\tNobody at home."), ("source", "Incident record"))
            )
            .With("services", Row("w1", ("service", "Neighbourhood policing"), ("who", "The family"), ("started", "2026-08-14")))
            .With("otheragencies", Row("w1", ("agency", "Housing association"), ("details", "Landlord of the family.")));

    internal static ReportFacts Report(string edition) =>
        new(
            Reference,
            "Greenwich Safeguarding Children Partnership",
            edition == "2018" ? "Working Together to Safeguard Children 2018" : Guidance2025,
            ["Child A"],
            RapidReviewReportForms.Of(edition),
            edition == "2018"
                ? Answered
                : Answered
                    .With("analysis", "episodes", "The visit of 14 August: what was seen and what was not.")
                    .With("analysis", "inequalities", "The family needed an interpreter and was not offered one.")
        )
        {
            ReviewHeld = new(2026, 11, 16),
            HowHeld = "Face to face",
            Participants =
            [
                new("Attendee 1", "Head of service", "Royal Borough of Greenwich"),
                new("Attendee 2", "Detective superintendent", "Metropolitan Police Service"),
                new("Attendee 3", "Designated nurse", "Integrated Care Board"),
            ],
            Quorum = "Quorate: local authority, police and health were all represented.",
            Family =
            [
                new("Child A", "1 Example Street\nLondon", "Subject child", "5 March 2024", "Interim care order", "White: British"),
                new("Mother of Child A", "1 Example Street\nLondon", "Mother", "1 July 1998", "Parental responsibility", ""),
            ],
            CaseSummary = "A young child was taken to hospital with injuries that have not been explained.\nThe child is recovering.",
            Papers =
            [
                new("Completed referral"),
                new("Scoping form of the police"),
                new("Scoping form of the housing association", "not returned yet"),
            ],
            SubmittedToPanel = edition == "2018" ? new(2026, 11, 20) : null,
        };

    internal static Answers Answered { get; } =
        Answers
            .None.With("immediate", "taken", "no")
            .With("immediate", "details", "The child and the brother are safe with relatives.")
            .With(
                "actions",
                Row(
                    "r1",
                    ("action", "Tell all emergency departments what to ask."),
                    ("who", "Designated nurse, Integrated Care Board"),
                    ("when", "2026-12-01")
                )
            )
            .With("criteria", "met", "improvements,together")
            .With("criteria", "themes", "non-mobile baby, information sharing")
            .With("discussion", "record", "Each return was read and compared.\nThe calls of the summer were never joined up.")
            .With("discussion", "harm", "Two fractures.")
            .With("discussion", "serious", "yes")
            .With("discussion", "learning", "Calls to one address are now shown together.")
            .With("legal", "sought", "yes")
            .With("legal", "details", "On sharing the papers with the coroner.")
            .With("recommendation", "outcome", "d")
            .With("recommendation", "state", "Domestic Homicide Review")
            .With("recommendation", "beside", "Safeguarding Adults Review")
            .With("recommendation", "rationale", "The harm was serious, and what there is to learn lies in the adults' history.")
            .With("recommendation", "options", "A local review: the learning is known already.")
            .With("agreement", "unanimous", "no")
            .With("dissent", Row("r1", ("who", "Designated nurse, Integrated Care Board"), ("why", "A local review would show more.")));

    internal static ChronologyFacts ChronologyFacts { get; } =
        new(
            Reference,
            "Greenwich Safeguarding Children Partnership",
            new(2025, 11, 1),
            new(2026, 10, 31),
            CombinedChronology.UsualGapDays,
            ["Referral", "Metropolitan Police Service", "Acute hospital trust"],
            ["Housing association"]
        );

    internal static ImmutableArray<ChronologyEntry> Entries { get; } =
    [
        new(
            "Acute hospital trust",
            new(2026, 8, 15),
            new(0, 40),
            "The child was brought to the emergency department with a cut on the head.",
            "Emergency department record"
        ),
        new(
            "Metropolitan Police Service",
            new(2026, 8, 14),
            new(22, 10),
            "Officers called to the address after a neighbour heard shouting.",
            "Incident record"
        ),
        new("Referral", new(2026, 8, 14), new(22, 10), "Mother and father argued; the police came.", "Referral"),
        new(
            "Acute hospital trust",
            new(2026, 9, 1),
            null,
            "Health visitor told that the child had missed two appointments in a row.",
            "Appointment record"
        ),
        new(
            "Metropolitan Police Service",
            new(2026, 9, 11),
            null,
            "Health visitor told that the child had missed two appointments in a row.",
            "Email"
        ),
        new("Metropolitan Police Service", new(2025, 5, 1), null, "First contact with the family.", "Custody record"),
        new("Acute hospital trust", null, null, "A relative telephoned, worried about the child.", "Note without a date"),
    ];

    internal static ReadOnlyMemory<byte> File(LetterDrawing drawing) => Assert.IsType<LetterDrawing.Drawn>(drawing).File;

    internal static AnswerRow Row(string id, params (string Question, string Text)[] answers) =>
        answers.Aggregate(AnswerRow.Empty(id), (row, answer) => row.With(answer.Question, answer.Text));
}
