using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Cases.Counting;
using SafeguardingTeams.Domain.Cases.Reviewing;

namespace SafeguardingTeams.Presentation.Wording;

/// <summary>
/// What the mails of a Rapid Review say beside the letters, paragraph by paragraph: the reference, what is asked, by when, and no
/// fact of the family (F2).
/// </summary>
public static class ReviewMails
{
    /// <summary>With letter and form, to an agency's representative (B3).</summary>
    public static IReadOnlyList<string> Letter(CaseFile file, ReviewAgency agency) =>
        [
            "Your agency is asked to take part in a Rapid Review. Letter and scoping form are enclosed; the form is due by "
                + $"{Due(file, agency)}.",
            "It is quickest on the page, where section 1 is filled in already and nothing is lost between visits. If the "
                + "family is not known to your agency, two presses on the page say so.",
            NoNames,
        ];

    /// <summary>What is asked of whoever answers a mail (F2).</summary>
    public static string NoNames => "Please do not write names or details of the child or family into the text of a mail.";

    /// <summary>
    /// In place of a message to somebody who has no chat with the bot: that there is something, and nothing of what (F2).
    /// </summary>
    public static string OpenThePage(CaseFile file, bool isReminder) =>
        isReminder
            ? $"This is a reminder: something in case {file.Id} is due, or late. Open the page to see what, and by when."
            : $"Something is there for you in case {file.Id}. It comes by mail because this system's app is not installed for you "
                + "in Teams; the page shows the same.";

    /// <summary>A reminder of the return (B5).</summary>
    public static IReadOnlyList<string> Reminder(CaseFile file, ReviewAgency agency) =>
        [
            $"Your agency's scoping form is due by {Due(file, agency)}. If the family is not known to your agency, say so on "
                + "the page, in two presses, or by answering this email.",
        ];

    /// <summary>A reminder of securing the agency's records (B9).</summary>
    public static IReadOnlyList<string> SecuringReminder(CaseFile file, ReviewAgency agency) =>
        [
            "Your agency has not confirmed yet that its records of the case are secured. Please do so by "
                + $"{Clocks.DueBy(file, SecuringClock.Id(agency.Key))}, on the page or by answering this email: whether there are records, "
                + "where they are now, who alone may reach them, and whether a copy was made for ongoing work.",
        ];

    /// <summary>What went to the agencies was corrected (PD16).</summary>
    public static IReadOnlyList<string> Correct(ReviewAgency agency) =>
        agency.Return is null
            ?
            [
                "Section 1, the summary or the period of the scoping form was put right after it went to you. Please use the "
                    + "enclosed form, or the one on the page. The date for its return stays as it is.",
            ]
            :
            [
                "Section 1, the summary or the period of the scoping form was put right after it went to you. Your agency has "
                    + "returned already: please check whether that changes anything.",
            ];

    /// <summary>The outcome, with the reminder of the agency's own inspectorate (B23, B24).</summary>
    public static IReadOnlyList<string> Outcome(CaseFile file) =>
        [
            $"The Rapid Review is complete and has been reported to the national Panel. The recommendation: {Outcomes.Label(file)}.",
            "Your agency informs its own inspectorate where it has to. That is for each agency to do; we do not do it for you.",
            "Please keep the records secured until we tell you that they are no longer needed.",
        ];

    /// <summary>To an agency's nominee, once the folder is open to them (B9).</summary>
    public static IReadOnlyList<MailLine> Nominee(CaseFile file, Uri folder) =>
        [
            "Your agency has named you as the one person through whom its staff reach the records it secures for the Rapid "
                + $"Review {file.Id}. Nobody else of the agency can open the folder they lie in.",
            new("Sign in with the email address this mail came to, and open the folder in SharePoint:", folder),
            "Files are best put in through the upload page where you can open it: there each is recorded with its size and a "
                + "mark of its content. If you did not expect this, or somebody else should be the nominee, tell the team named "
                + "below.",
            NoNames,
        ];

    /// <summary>To an agency that was asked to secure its records: they need not be kept apart for this review any longer (B9).</summary>
    public static IReadOnlyList<string> AccessEnded(CaseFile file) =>
        [
            $"The Rapid Review {file.Id} is over, and access to the folder of the records that your agency secured for it has ended. "
                + "Neither you nor your nominee can open it. What lies in it is kept by the team named below: tell them if you need "
                + "something.",
            $"Your agency's own records need not be kept apart for the Rapid Review any longer. It recommended: {Outcomes.Label(file)}. "
                + "If what follows from that, a criminal investigation, an inquest or a court needs them, keep them secured and ask "
                + "whoever leads it; otherwise they can go back to where they belong. Copies that were made for ongoing work go into "
                + "the records.",
            NoNames,
        ];

    /// <summary>To an attendee who could read the document pack (B13).</summary>
    public static IReadOnlyList<string> PackClosed(CaseFile file) =>
        [
            $"The Rapid Review {file.Id} is over, and its papers are closed: you can no longer open them. If you have copies, on paper or "
                + "elsewhere, please destroy them now.",
            "If you still need one of the papers, tell the team named below.",
            NoNames,
        ];

    /// <summary>To a nominee who can no longer open the folder (B9).</summary>
    public static IReadOnlyList<string> NomineeEnded(CaseFile file) =>
        [
            $"Your access to the folder of the records that your agency secured for the Rapid Review {file.Id} has ended. What lies in "
                + "it stays there, and nobody of your agency can open it.",
            "If ongoing work needs something that lies in it, or if you think that this is a mistake, tell the team named below. What "
                + "to do with the agency's own records is said to the agency's representative.",
            NoNames,
        ];

    /// <summary>To an agency that was asked by mistake (PD16).</summary>
    public static IReadOnlyList<string> AskedByMistake(CaseFile file) =>
        [
            $"Your agency was asked by mistake to take part in the Rapid Review {file.Id}. We apologise. Nothing more is asked of it: "
                + "there is no form to return and no meeting to come to, and the case can no longer be opened by you.",
            "Please delete our letter and the form, and do not pass them on: they name people. Records that you secured because of our "
                + "letter can go back to where they were, unless you have another reason to keep them apart.",
            "If your agency does know the child or the family after all, or if it has put files into the folder we opened, tell the "
                + "team named below.",
            NoNames,
        ];

    /// <summary>
    /// A mail to somebody who was invited into the directory, which sends nothing itself: where they accept is the first link in it. One
    /// without a link asks nothing of them.
    /// </summary>
    /// <param name="acceptAt">Where they accept; null where they have nothing to accept.</param>
    public static IReadOnlyList<MailLine> Accepting(IReadOnlyList<MailLine> says, Uri? acceptAt) =>
        acceptAt is not null && says.TakeWhile(line => line.Link is null).Count() is var first && first < says.Count
            ? [.. says.Take(first), Accept(acceptAt), .. says.Skip(first)]
            : says;

    private static MailLine Accept(Uri acceptAt) =>
        new("Before you open anything, accept the invitation to our site. You do this once, and it is for you alone:", acceptAt);

    /// <summary>To an attendee entered by hand, once the document pack is open to them (B13).</summary>
    public static IReadOnlyList<MailLine> PackOpened(CaseFile file, Uri folder) =>
        [
            $"You are invited to the Rapid Review meeting {file.Id}, and have declared that you are senior and were not "
                + "involved. Its papers are open to you now.",
            new("Sign in with the email address this mail came to, and open them in SharePoint:", folder),
            "What comes later is added there. The link opens for nobody who is not invited and has not declared; please do not "
                + "pass the papers on. If it does not open, tell the team named below.",
            NoNames,
        ];

    /// <summary>The Rapid Review was withdrawn by mistake and goes on (PD16).</summary>
    public static IReadOnlyList<string> TakenUp(CaseFile file, ReviewAgency agency) =>
        [
            "You were told that the Rapid Review was withdrawn. That was a mistake: it goes on, and what was asked of your agency in our "
                + "letter is asked of it still."
                + (file.MeetingIsAhead ? " The meeting is planned anew; you will be invited." : ""),
            agency.Return is null && file.ReturnsMayCome
                ? $"Your agency's scoping form is due by {Due(file, agency)}. Please keep the records secured."
                : "Please keep the records secured. What your agency has returned stays as it is.",
            NoNames,
        ];

    /// <summary>The Rapid Review was withdrawn (PD10).</summary>
    public static IReadOnlyList<string> Withdrawn =>
        [
            "The case was found not to meet the criteria after all. There is no Rapid Review meeting, and no form is to be "
                + "returned. Thank you for what you have done.",
        ];

    private static string Due(CaseFile file, ReviewAgency agency) =>
        file.Clock(ReturnClock.Id(agency.Key)) is { } clock ? Clocks.By(clock.Deadline) : "the date in the letter";
}
