using SafeguardingTeams.Domain.Cases;
using SafeguardingTeams.Domain.Forms.InitialScoping;
using SafeguardingTeams.Domain.Forms.RapidReviewReport;
using SafeguardingTeams.Domain.Forms.ScopingRequest;
using SafeguardingTeams.Tests;

namespace SafeguardingTeams.App.Tests.CardActions;

/// <summary>The whole of section B as people press it, from the preparation to the Panel's answer, over real storage.</summary>
[Trait(Needs.Name, Needs.Emulator)]
public class ReviewTests(Emulator emulator)
{
    [Fact]
    public async Task From_the_preparation_to_the_Panels_answer()
    {
        using var fixture = await emulator.OpenAsync();
        await ReviewHands.NotifiedAsync(fixture);
        var operations = await PrepareAsync(fixture);
        await operations.PressAsync("Preview and send");
        Assert.Contains("To be returned by: Monday 9 November 2026 at 17:00", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Send to all agencies");
        Assert.Contains("Letters and forms are on their way to 3 agencies", operations.Card.Text, StringComparison.Ordinal);

        await ReturnAsync(fixture);
        await SecureAsync(fixture);
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("Agencies");
        await operations.PressAsync("Open Acute hospital trust");
        await operations.PressAsync("It does not know the family");
        await operations.PressAsync("Confirm: the family is not known");
        Assert.Contains("Enter who told you that the family is not known", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Confirm: the family is not known", ("who", "Its safeguarding lead"), ("heard", ""));
        Assert.Contains("Choose how they told you.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Confirm: the family is not known", ("who", "Its safeguarding lead"), ("heard", "Telephone"));
        Assert.Contains(
            "the family is not known, said by Its safeguarding lead by telephone on",
            operations.Card.Text,
            StringComparison.Ordinal
        );

        await DeclareAsync(fixture, operations);
        await MeetAsync(fixture, operations);
        foreach (var lead in new[] { "lead-authority", "lead-police", "lead-health" })
        {
            var hands = await ReviewHands.As(fixture, lead).HomeAsync();
            await hands.PressAsync("My tasks (1)");
            await hands.PressAsync("Open");
            await hands.PressAsync("Approve the recommendation");
            await hands.PressAsync("Approve");
            Assert.Contains("Your decision is recorded", hands.Card.Text, StringComparison.Ordinal);
        }

        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Send report and letter");
        await operations.PressAsync("Send to the national Panel");
        fixture.Clock.Set(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Record the Panel's answer");
        await operations.PressAsync("The Panel concurs", ("text", "The Panel concurs."));
        Assert.Contains("The national Panel concurs with the recommendation.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("End access to the records");
        await operations.PressAsync("Yes, end access");
        Assert.Equal(Stage.PanelAnswered, (await fixture.FileAsync()).Stage);
        Assert.True((await fixture.Upkeep.CheckAsync(CancellationToken.None)).Clean);
    }

    private static async Task<Hands> PrepareAsync(AppFixture fixture)
    {
        var operations = await ReviewHands.As(fixture, "operations-officer").HomeAsync();
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("Prepare the Rapid Review");
        Assert.Contains("No agency is chosen.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Agencies");
        await operations.PressAsync("Add agencies");
        Assert.Equal(
            Domain.Cases.NamedAgencies.Unasked(await fixture.FileAsync()).Select(Uri.EscapeDataString),
            operations.Card.Inputs["agency"].Split(',')
        );
        await operations.PressAsync("Add them", ("agency", ""));
        Assert.Contains("Enter the agency's name, or choose one.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to the agencies");
        await operations.PressAsync("Leave out An agency");
        await operations.PressAsync("Leave it out");
        Assert.Contains("Say why this agency is not asked.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Leave it out", ("reason", "The referrer's own; the trust is asked."));
        await operations.PressAsync("Leave out As known");
        await operations.PressAsync("Leave it out", ("reason", "Not an agency."));
        await operations.PressAsync("Add agencies");
        await operations.PressAsync("Add them", ("agency", "police,acute-trust,schools"));
        Assert.Contains(
            "3 agencies are in the list. Look whether the right person answers for each.",
            operations.Card.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["rep-police", "rep-acute-trust", "rep-schools"],
            (await fixture.FileAsync()).Review.Agencies.Select(agency => agency.Representative?.PersonId)
        );
        await operations.PressAsync("Back to the Rapid Review");
        await operations.PressAsync("What goes to the agencies");
        Assert.Contains("Child A", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Continue");
        Assert.Equal("Mother of Child A", operations.Card.Inputs["name"]);
        await operations.PressAsync("Save and review");
        await operations.PressAsync("Record what is here");
        Assert.Contains("Section 1, the summary or the period are not complete.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("What goes to the agencies");
        await operations.FillInAsync(
            ScopingRequestV1.Form,
            ("outline", "A child was hurt at home."),
            ("from", "2025-11-01"),
            ("to", "2026-11-01")
        );
        await operations.PressAsync("Record what is here");
        await operations.PressAsync("Date of the meeting");
        await operations.PressAsync("Plan it", ("from", "10:00"), ("to", "12:00"));
        Assert.Contains("Enter the place.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Plan it", ("place", "Town hall"));
        await operations.PressAsync("Who is invited");
        await operations.PressAsync("Invite somebody");
        Assert.DoesNotContain("partner", operations.Card.Inputs.Keys);
        Assert.Contains("Metropolitan Police Service", operations.Card.Text, StringComparison.Ordinal);
        await OfAnotherPartnerAsync(operations, "rep-schools", nameof(Role.LeadPolice));
        Assert.Contains("This agency belongs to none of the three, not to the police.", operations.Card.Text, StringComparison.Ordinal);
        await operations.PressAsync("Back to those invited");
        foreach (
            var (person, stands) in new[]
            {
                ("head-childrens-services", "stands for the local authority"),
                ("inspector-police", "stands for the police"),
                ("designated-nurse", "stands for health"),
            }
        )
        {
            await operations.PressAsync("Invite somebody");
            await operations.PressAsync("Invite them", ("representative", person), ("title", "Head of service"));
            Assert.Contains(stands, operations.Card.Text, StringComparison.Ordinal);
        }

        await operations.PressAsync("Back to the Rapid Review");
        return operations;
    }

    /// <summary>Invites somebody by a card as it was drawn before, which still asked for the partner.</summary>
    private static async Task OfAnotherPartnerAsync(Hands operations, string person, string partner)
    {
        var (verb, data) = operations.Card.CardInvocation("Invite them", new Dictionary<string, string> { ["representative"] = person });
        var title = data.Keys.Single(id => id.StartsWith("title", StringComparison.Ordinal));
        await operations.SendAsync(verb, new(data) { [title.Replace("title", "partner", StringComparison.Ordinal)] = partner });
    }

    /// <summary>
    /// To the page of the form on which the agency says how it was involved: what it was asked about stands above it (B4).
    /// </summary>
    private static async Task AtTheInvolvementAsync(Hands police)
    {
        while (police.Card.Page != InitialScopingV1.Involvement)
        {
            Assert.DoesNotContain("Look at the period", police.Card.Text, StringComparison.Ordinal);
            await police.PressAsync(
                "Continue",
                [
                    .. InitialScopingV1.Form.Page(police.Card.Page) is Domain.Forms.Page.Single single
                        ? single.Questions.Select(question =>
                            (
                                question.Id,
                                police.Card.Inputs[question.Id] is { Length: > 0 } there
                                    ? there
                                    : SafeguardingTeams.Tests.CaseStory.Good(question)
                            )
                        )
                        : police
                            .Card.Inputs.Keys.Where(name => name.EndsWith("-answer", StringComparison.Ordinal))
                            .Select(name => (name, "matches")),
                ]
            );
        }

        Assert.Contains("Look at the period: from ", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains("Summary of the case: ", police.Card.Text, StringComparison.Ordinal);
    }

    private static async Task ReturnAsync(AppFixture fixture)
    {
        var police = await ReviewHands.As(fixture, "rep-police").HomeAsync();
        await police.PressAsync("My tasks (2)");
        await police.PressAsync("Open");
        Assert.Contains("Your agency's part", police.Card.Text, StringComparison.Ordinal);
        Assert.Contains("A child was hurt at home.", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Child A", police.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("schools", police.Card.Text, StringComparison.OrdinalIgnoreCase);
        await police.PressAsync("Return the form");
        Assert.Equal(
            ("Metropolitan Police Service", "rep-police@people.example", "2026-11-02"),
            (police.Card.Inputs["agency"], police.Card.Inputs["email"], police.Card.Inputs["date"])
        );
        await police.PressAsync("Save and leave", ("title", "Detective chief inspector"));

        // Left half way, it is there the next day, on the page it was left.
        fixture.Clock.Set(SafeguardingTeams.Tests.CaseStory.Monday.AddDays(1));
        police = await ReviewHands.As(fixture, "rep-police").HomeAsync();
        await police.PressAsync($"Continue {ReviewHands.Reference}: scoping form");
        Assert.Equal("Detective chief inspector", police.Card.Inputs["title"]);
        await AtTheInvolvementAsync(police);
        await police.FillInAsync(InitialScopingV1.Form);
        await police.PressAsync("Return the form");
        Assert.Contains("The form is returned.", police.Card.Text, StringComparison.Ordinal);
        Assert.Empty(await fixture.Rows.ReadAsync("draft|", CancellationToken.None));
        var schools = await ReviewHands.OpenAsync(fixture, "rep-schools");
        await schools.PressAsync("The family is not known");
        await schools.PressAsync("Confirm: the family is not known");
        Assert.DoesNotContain("Return the form", schools.Card.Buttons);
    }

    private static async Task SecureAsync(AppFixture fixture)
    {
        var police = await ReviewHands.OpenAsync(fixture, "rep-police");
        await police.PressAsync("Secure the records");
        foreach (
            var (step, said) in new[]
            {
                ("Involvement checked", "Two files."),
                ("Records secured", "A locked cabinet."),
                ("Working copy", "None is needed."),
            }
        )
        {
            await police.PressAsync(step);
            await police.PressAsync("Confirm it");
            Assert.Contains("There is a problem", police.Card.Text, StringComparison.Ordinal);
            await police.PressAsync("Confirm it", ("said", said));
        }

        await police.PressAsync("Name the nominee");
        await police.PressAsync("Save the nominee", ("nominee", "records-police"));
        await police.PressAsync("Back to my agency's part");
        Assert.Contains("The records: all four steps confirmed", police.Card.Text, StringComparison.Ordinal);
        var nominee = await ReviewHands.OpenAsync(fixture, "records-police");
        Assert.Contains("You may open secured records", nominee.Card.Text, StringComparison.Ordinal);
    }

    private static async Task DeclareAsync(AppFixture fixture, Hands operations)
    {
        var inspector = await ReviewHands.As(fixture, "inspector-police").HomeAsync();
        await inspector.PressAsync("My tasks (1)");
        await inspector.PressAsync("Open");
        await inspector.PressAsync("Declare");
        await inspector.PressAsync("Declare this", ("senior", "yes"));
        Assert.Contains("Choose an answer.", inspector.Card.Text, StringComparison.Ordinal);
        await inspector.PressAsync("Declare this", ("involved", "no"));
        Assert.DoesNotContain("Read the papers", inspector.Card.Buttons);
        await operations.OpenAsync(ReviewHands.Reference);
        await operations.PressAsync("The Rapid Review");
        await operations.PressAsync("Who is invited");
        foreach (var person in new[] { "Head of quality", "Designated nurse" })
        {
            await operations.PressAsync($"Open {person}");
            await operations.PressAsync("Record their declaration");
            await operations.PressAsync("Record it", ("senior", "yes"), ("involved", "no"));
        }

        await operations.PressAsync("Back to the Rapid Review");
        await operations.PressAsync("The papers");
        await operations.PressAsync("Share the documents");
        await operations.PressAsync("Share the documents");
        await inspector.OpenAsync(ReviewHands.Reference);
        await inspector.PressAsync("Read the papers");
        await inspector.PressAsync("Read the return: Metropolitan Police Service");
        await inspector.PressAsync("Next section");
        Assert.Contains("Mother of Child A (the same)", inspector.Card.Text, StringComparison.Ordinal);
        await inspector.PressAsync("Back to the papers");
        await inspector.PressAsync("Read the referral");
    }

    private static async Task MeetAsync(AppFixture fixture, Hands operations)
    {
        fixture.Clock.Set(new DateTimeOffset(2026, 11, 13, 10, 30, 0, TimeSpan.Zero));
        var chair = await ReviewHands.As(fixture, "chair").HomeAsync();
        await chair.OpenAsync(ReviewHands.Reference);
        await chair.PressAsync("At the meeting");
        Assert.Contains("Not quorate", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Record who is here");
        var keys = (await fixture.FileAsync()).Review.Attendees.Select(attendee => attendee.Key).ToList();
        await chair.PressAsync("Save who is here", ("present", string.Join(',', keys.Take(2))));
        Assert.Contains("nobody who counts is recorded as present for health", chair.Card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Agree the recommendation", chair.Card.Buttons);
        await chair.PressAsync("Record who is here");
        await chair.PressAsync("Save who is here", ("present", string.Join(',', keys.AsEnumerable().Reverse())));
        Assert.Contains("This is recorded already. Say why it is put right.", chair.Card.Text, StringComparison.Ordinal);
        await chair.PressAsync("Save who is here", ("reason", "The designated nurse came later."));
        await chair.PressAsync("Fill in the record");
        await chair.FillInAsync(RapidReviewReportForms.Of2025, ("outcome", "b"), ("unanimous", "yes"));
        await chair.PressAsync("Record what is here");
        await chair.PressAsync("Agree the recommendation");
        await chair.PressAsync("Agree the recommendation");
        Assert.Contains("The three leads are being asked to approve it", chair.Card.Text, StringComparison.Ordinal);
        await operations.OpenAsync(ReviewHands.Reference);
    }
}
