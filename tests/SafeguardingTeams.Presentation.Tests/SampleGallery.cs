using AdaptiveCards;
using SafeguardingTeams.Presentation.Cards;
using SafeguardingTeams.Presentation.Cards.Layout;
using SafeguardingTeams.Tests;
using static SafeguardingTeams.Presentation.Cards.Layout.Errors;
using static SafeguardingTeams.Presentation.Cards.Layout.Lines;
using static SafeguardingTeams.Presentation.Cards.Layout.Runs;
using static SafeguardingTeams.Presentation.Cards.Parts;

namespace SafeguardingTeams.Presentation.Tests;

/// <summary>Cards of invented content that show every piece of the layout, as docs/cards.md says they are put together.</summary>
internal static partial class Gallery
{
    private static readonly DateOnly Notified = new(2026, 11, 2);
    private static readonly string[] Steps6 = ["Referral", "Threshold", "Criteria", "Notification", "Rapid Review", "Panel"];

    private static string Screened => OnScreen.Reference(CaseStory.Id);

    internal static IEnumerable<(string Name, AdaptiveCard Card)> Samples() =>
        [
            ("sample-hub", SampleHub()),
            ("sample-dates", SampleDates()),
            ("sample-answers", SampleAnswers()),
            ("sample-errors", SampleErrors()),
        ];

    private static AdaptiveCard SampleHub()
    {
        var grid = new Grid(31, 24, 22, 23);
        var done = new Fold(
            "done",
            "What is done (2)",
            [
                Line("Notification sent", $"{OnScreen.Day(Notified)}, 10:00", Small("Done")),
                Line("Letters, forms, invitations", $"{OnScreen.Day(Notified)}, 15:02", Small("Done")),
            ]
        );
        var complete = new Fold(
            "complete",
            "The 1 that is complete",
            [grid.Row(Plain("Schools"), Plain("Returned"), Plain("Secured"), Plain("Coming"))]
        );
        return Card([
            Text(Small($"Rapid Review {Screened}. Child A.")),
            Heading("1 form late, quorum in doubt") with
            {
                Spacing = "none",
            },
            Text(
                Plain("Working day 6 of 15. The meeting is on "),
                Bold($"{OnScreen.FullDay(Notified.AddDays(11))} at 10:00"),
                Plain(".")
            ) with
            {
                Spacing = "small",
            },
            .. Strip.Of(Steps6, 5),
            NextForYou.InTrouble(
                "somebody from health",
                OnScreen.Day(Notified.AddDays(10)),
                "Local authority and police come, health has not answered. Without all three the meeting cannot agree a recommendation.",
                Sample("Invite somebody from health", Verbs.AttendeeInvite).Main()
            ),
            Subheading("Dates") with
            {
                Spacing = "large",
            },
            SmallLine($"Working days (WD) count from the notification, {OnScreen.Day(Notified)}."),
            Line("Scoping forms", $"{OnScreen.Day(Notified.AddDays(7))}, 17:00 (WD 5)", Late("1 of 3 is late")),
            Line("Meeting", $"{OnScreen.Day(Notified.AddDays(11))} (WD 9), limit WD 11", Plain("Planned")),
            Line("Report to the Panel", $"{OnScreen.Day(Notified.AddDays(21))} (WD 15)", Plain("9 WD left")),
            new ActionSet([done.Button, Sample("All dates", Verbs.Timetable)]) { Spacing = "medium" },
            done.Part,
            Subheading("Agencies: 1 of 3 has done all") with
            {
                Spacing = "large",
            },
            grid.Header("Agency", "Form", "Records", "Meeting"),
            grid.Row(Plain("Acute hospital trust"), Late("Late"), Plain("Secured"), Bold("No reply")),
            grid.Row(Plain("Integrated care board"), Plain("Returned"), Bold("Not yet"), Late("Nobody")),
            new ActionSet([complete.Button]) { Spacing = "medium" },
            complete.Part,
            new ActionSet([
                Sample("Agencies and forms", Verbs.Agencies),
                Sample("Meeting and papers", Verbs.AtMeeting),
                Sample("Read the referral", Verbs.ReadReferral).BehindMore(),
                Sample("Timeline", Verbs.Timeline).BehindMore(),
                Sample("Correct or add something", Verbs.OpenCase).BehindMore(),
                Sample("Hand over", Verbs.HandOver).BehindMore(),
            ])
            {
                Spacing = "medium",
                Separator = true,
            },
        ]);
    }

    private static AdaptiveCard SampleDates() =>
        Card([
            Text(Small($"Rapid Review {Screened}, {OnScreen.Day(Notified.AddDays(8))}.")),
            Heading("9 working days left, 2 spare") with
            {
                Spacing = "none",
            },
            Subheading("Rapid Review: 15 working days"),
            .. Bar.Of(
                [new(6, "used", "accent"), new(7, "planned", "emphasis"), new(2, "spare", "good")],
                $"{OnScreen.Day(Notified)}, notified",
                $"limit {OnScreen.Day(Notified.AddDays(21))}"
            ),
            Subheading("Records: 15 working days") with
            {
                Spacing = "large",
            },
            .. Bar.Of(
                [new(6, "used", "accent"), new(8, "planned", "emphasis"), new(1, "spare", "good"), new(0, "late", "accent")],
                $"{OnScreen.Day(Notified)}, notified",
                $"limit {OnScreen.Day(Notified.AddDays(21))}"
            ),
            new ActionSet([Sample("Move the meeting", Verbs.MeetingPlan), Sample("Back to the case", Verbs.OpenCase)])
            {
                Spacing = "medium",
            },
        ]);

    private static AdaptiveCard SampleAnswers() =>
        Card([
            Text(Small($"Referral {Screened}. Not sent yet.")),
            Heading("Check your answers, then send") with
            {
                Spacing = "none",
            },
            NextForYou.Block(
                "send it to the MASH",
                OnScreen.Day(Notified),
                "2 questions have no answer. You can send all the same: the MASH will ask you for them.",
                Sample("Send to the MASH", Verbs.DraftSend).Main()
            ),
            Subheading("Answers: 1 of 3 given") with
            {
                Spacing = "large",
            },
            LinkLine("NHS number", "Not answered", "Answer", Sample("", Verbs.DraftGo)),
            LinkLine(
                "*Father's* date of birth, or the month and the year where the day is not known to anybody",
                "",
                "Answer",
                Sample("", Verbs.DraftGo)
            ),
            LinkLine("Name of the child", "Child A", "Change", Sample("", Verbs.DraftGo)),
            new ActionSet([Sample("Go to a question", Verbs.DraftGo), Sample("Save and leave", Verbs.DraftLeave)])
            {
                Spacing = "medium",
                Separator = true,
            },
        ]);

    private static AdaptiveCard SampleErrors() =>
        Card([
            Text(Small($"Referral {Screened}, page 4 of 12.")),
            Summary("Date of birth must be a real date", "Enter where the child lived"),
            Heading("The child") with
            {
                Spacing = "medium",
            },
            new InputText("name__s", "Name of the child") { Value = "Child A", Spacing = "large" },
            Hint("First name and family name. For an unborn child: “Unborn baby of …”."),
            Block(
                "Date of birth must be a real date",
                new InputText("birth__s", "Date of birth, or date due") { Value = "31 2 2026" },
                "For example 14 3 2026. If only the month is known: March 2026."
            ),
            new InputChoiceSet("sex__s", "Sex", [new("Girl", "girl"), new("Boy", "boy"), new("Not known", "not-known")])
            {
                Value = "girl",
                Spacing = "large",
            },
            Block("Enter where the child lived", new InputText("address__s", "Home address at the time") { IsMultiline = true }),
            new ActionSet([
                Sample("Continue", Verbs.DraftContinue).Main(),
                Sample("Back", Verbs.DraftBack),
                Sample("Save and leave", Verbs.DraftLeave),
                Sample("Save and check answers", Verbs.DraftReview).BehindMore(),
                (Sample("Delete this draft", Verbs.DraftDelete) with { Style = "destructive" }).BehindMore(),
            ])
            {
                Spacing = "medium",
                Separator = true,
            },
        ]);

    private static ActionExecute Sample(string title, string verb) => Button(Mash, title, verb, ("case", CaseStory.Id.Value));
}
