using SafeguardingTeams.Domain.Reviews;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>A local review, from the proposal to the end: reviewer and terms, recommendations, report, publication (section C).</summary>
public sealed partial class Story
{
    private static readonly string[] Outside = ["Panel", "Ofsted", "DepartmentForEducation"];

    /// <summary>From the case to its recommendation; with a trial it is expected later than it should be. Its reference.</summary>
    public async Task<string> LocalReviewAsync(string incident, bool untilTrial)
    {
        var operations = await AtAsync("operations-officer", incident);
        await operations.PressAsync("Propose or begin a review");
        await operations.PressAsync("Go on", Typed(("sort", "LocalReview")));
        await operations.PressAsync(
            "Propose it",
            Typed(
                ("title", "How a discharge is planned"),
                ("measures", "Improvements,WorkingTogether"),
                ("grounds", $"{Prefix}Nobody had the whole picture."),
                ("instead", $"{Prefix}An audit would not show why."),
                ("owner", "records-police")
            )
        );
        var reference = operations.Card.CardInvocation("Timeline").Data["case"];
        await LeadsSayAsync(reference, "Decide", "Yes, there is");
        await DidAsync("review", $"the three leads decide on a local review, {reference}: six months run from that day");
        await TellOutsideAsync(reference, "Decision");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Who reviews");
        await operations.PressAsync("Appoint somebody");
        await operations.PressAsync(
            "Record it",
            Typed(
                ("role", "Reviewer"),
                ("name", "The independent reviewer"),
                ("post", "Consultant"),
                ("organisation", "Works for themselves"),
                ("email", People.Cast.Reviewer.Email),
                ("knows", $"{Prefix}Twelve years of reviews."),
                ("employed", "no"),
                ("involved", "no")
            )
        );
        await TellOutsideAsync(reference, "Reviewer");
        await TermsAsync(reference);
        await ReviewerReadsAsync(reference);
        if (untilTrial)
        {
            await WaitForTheTrialAsync(reference);
        }

        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Add a recommendation");
        await operations.PressAsync(
            "Add it",
            Typed(
                ("text", "Have every discharge agreed by two agencies."),
                ("finding", $"{Prefix}Nobody asked the others."),
                ("wanted", "Those who know the family speak first."),
                ("bodies", "police,schools")
            )
        );
        if (operations.Card.Buttons.Contains("Add it all the same"))
        {
            // Like ones of earlier reviews, and what became of them, are read first (C24).
            await operations.PressAsync("Add it all the same");
        }

        Says(operations, "It is recorded.");
        await DidAsync("review", "a recommendation addresses the police and the schools");
        return reference;
    }

    /// <summary>The report goes before the leads, each body answers, an action follows, it is published and closed.</summary>
    public async Task PublishAsync(string reference, bool improvementsOnly)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Put the report before the leads");
        await operations.PressAsync(
            "Put it before the leads",
            Typed(
                ("link", "https://example.org/report"),
                ("checks", string.Join(',', Enum.GetNames<ReportCheck>())),
                ("advice", $"{Prefix}Accept it."),
                ("date", Iso(Today))
            )
        );
        await LeadsSayAsync(reference, "Accept the report, or not", "Accept it");
        var police = Person("inspector-police");
        await ComesAsync(police, $"{reference}: Recommendations to answer");
        await police.SendAsync("open-case", Typed(("case", reference)));
        await police.PressAsync("Send the answer", Typed(("reply", "Accepted")));
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Answers to recommendations");
        await operations.PressAsync("Record an answer");
        await operations.PressAsync(
            "Record it",
            Typed(
                ("body", "schools"),
                ("reply", "NotAccepted"),
                ("because", $"{Prefix}We have no say in it."),
                ("verified", "Their letter.")
            )
        );
        await DidAsync("review", "the leads accept the report; the police accept the recommendation, the schools do not, with the reason");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Recommendations (1)");
        await operations.PressAsync("Agree an action");
        await operations.PressAsync(
            "Agree the action",
            Typed(
                ("change", "Two agencies agree it."),
                ("owner", "rep-general-practice"),
                ("due", Iso(Today.AddDays(60))),
                ("how", $"{Prefix}By an audit.")
            )
        );
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Say what is published, and when");
        await operations.PressAsync(
            "Record it",
            improvementsOnly
                ? Typed(("form", "ImprovementsOnly"), ("date", Iso(Today)), ("why", $"{Prefix}The family could be known by it."))
                : Typed(("date", Iso(Today)))
        );
        await TellOutsideAsync(reference, "Report");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Record the publication");
        await operations.PressAsync(
            "Record it",
            Typed(("where", "The partnership's pages"), ("told", "The Chair, that morning"), ("reason", $"{Prefix}It was in the press."))
        );
        await ReviewerReadsNothingAsync(reference);
        await operations.PressAsync("Close it");
        await operations.PressAsync("Close it");
        Says(operations, "It is closed.");
        await DidAsync("review", $"{reference} is published{(improvementsOnly ? ", its improvements alone" : "")}, and closed");
    }

    /// <summary>The trial comes first: it is expected later than six months, and those outside hear why (C17, C22).</summary>
    private async Task WaitForTheTrialAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Proceedings elsewhere");
        await operations.PressAsync(
            "Record it",
            Typed(("sort", "Criminal"), ("contact", "The officer in the case"), ("until", Iso(Today.AddMonths(7))), ("waits", "yes"))
        );
        await operations.PressAsync("Expect it on another day");
        await operations.PressAsync(
            "Record it",
            Typed(("until", Iso(Today.AddMonths(9))), ("why", "CriminalProceedings"), ("text", $"{Prefix}The trial."))
        );
        await TellOutsideAsync(reference, "Delay");
        operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Proceedings have ended");
        await operations.PressAsync("Record that they ended", Typed(("text", $"{Prefix}No charge.")));
        await DidAsync("review", "it waits for a trial: Panel and Department for Education hear why it will be late");
    }

    private async Task TermsAsync(string reference)
    {
        var operations = await AtAsync("operations-officer", reference);
        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Write the terms");
        foreach (var page in Enum.GetValues<TermsPart>().Chunk(6))
        {
            await operations.PressAsync(
                operations.Card.Buttons.Contains("Save and go on") ? "Save and go on" : "Save",
                page.ToDictionary(
                    part => $"terms{part.ToString().ToLowerInvariant()}",
                    part => part == TermsPart.Lines ? $"{Prefix}Why\nWho\nWhen" : $"{Prefix}As the group advised."
                )
            );
        }

        await operations.PressAsync("Terms of reference");
        await operations.PressAsync("Put the terms before the leads");
        await operations.PressAsync("Put them before the leads");
        await LeadsSayAsync(reference, "Approve the terms, or not", "Approve them");
        await DidAsync("review", "reviewer appointed, with what they declare; the leads approve the terms of reference");
    }

    private async Task LeadsSayAsync(string reference, string opens, string says)
    {
        foreach (var key in Leads)
        {
            var lead = await AtAsync(key, reference);
            await lead.PressAsync(opens);
            await lead.PressAsync(says);
            Says(lead, "Your answer is recorded.");
        }
    }

    /// <summary>Whoever is owed it is told: by mail from here where the address is checked, else by a person who records it.</summary>
    private async Task TellOutsideAsync(string reference, string of)
    {
        foreach (var body in Outside)
        {
            var operations = await AtAsync("operations-officer", reference);
            if (!operations.Card.Buttons.Contains("Tell national bodies"))
            {
                return;
            }

            await operations.PressAsync("Tell national bodies");
            if (operations.Card.Choices("body").Contains($"{of}.{body}"))
            {
                await operations.PressAsync("Record it", Typed(("body", $"{of}.{body}"), ("how", "By email."), ("ours", "no")));
            }
        }
    }
}
