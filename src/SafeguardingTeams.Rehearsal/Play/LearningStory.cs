using SafeguardingTeams.Rehearsal.StandIns.Teams;

namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Practice learning: a near miss, from the practitioner to what came of it.</summary>
public sealed partial class Story
{
    /// <summary>Referred, agreed to, put before the group, decided, told. Returns its reference.</summary>
    public async Task<string> LearningAsync()
    {
        var (reference, referrer) = await ReferLearningAsync("near-miss");
        var lead = await AtAsync("rep-acute-trust", reference);
        await lead.PressAsync("Agree, or do not agree");
        await lead.PressAsync("Agree: refer it");
        await DidAsync("learning", "the safeguarding lead reads it and agrees");
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("Ask the referrer first");
        await chair.PressAsync("Ask", Typed(("question", "Who planned the discharge?")));
        await ComesAsync(referrer, $"{reference}: Something is asked of you");
        await referrer.SendAsync("learning-answer", Typed(("case", reference)));
        await referrer.PressAsync("Send the answer", Typed(("answer", "The ward, without the community team.")));
        await ComesAsync(chair, $"{reference}: Choose where it goes");
        await chair.SendAsync("learning-way", Typed(("case", reference)));
        await chair.PressAsync("To the next meeting");
        await ComesAsync(referrer, $"{reference}: The group will talk about it");
        await DidAsync("learning", "the Chair asks a question, reads the answer and puts it before the next meeting");
        await MeetAsync();
        await ComesAsync(referrer, $"{reference}: The group has decided");
        await DidAsync("learning", "the referrer is told what the group decided");
        return reference;
    }

    /// <summary>What looks serious goes to the MASH with its answers. Returns the reference of the serious-incident referral.</summary>
    public async Task<string> LearningLooksSeriousAsync()
    {
        var (reference, referrer) = await ReferLearningAsync("no-harm");
        var lead = await AtAsync("rep-acute-trust", reference);
        await lead.PressAsync("Agree, or do not agree");
        await lead.PressAsync("Agree: refer it");
        var chair = await AtAsync("chair", reference);
        await chair.PressAsync("Choose where it goes");
        await chair.PressAsync("It looks serious");
        await chair.PressAsync("Record the choice", Typed(("reason", $"{Prefix}A fracture was seen.")));
        await ComesAsync(referrer, $"{reference}: It goes to the Greenwich MASH");
        var mash = Person("mash-officer").Chat;
        static bool Waits(ChatMessage message) => message.Summary.Contains("A referral waits", StringComparison.Ordinal);
        await UntilAsync(() => mash.Messages.Any(Waits), "the referral at the MASH");
        var made = mash.Messages.Last(Waits);
        await DidAsync("learning", "the Chair thinks that it looks serious: the MASH has it, and nobody typed anything again");
        return made.Summary.Split(':')[0];
    }

    private async Task<(string Reference, Player Referrer)> ReferLearningAsync(string kind)
    {
        var referrer = Person("paediatrician");
        await referrer.SayAsync("hello");
        await referrer.PressAsync("Begin");
        if (referrer.Card.Inputs.ContainsKey("agency"))
        {
            await referrer.PressAsync("Continue", Typed(("agency", "acute-trust")));
        }

        await referrer.PressAsync("Refer for learning");
        await referrer.PressAsync("Begin", Typed(("lead", "rep-acute-trust")));
        var reference = await SendLearningAsync(referrer, kind);
        await DidAsync("learning", $"the paediatrician refers for practice learning: {reference}");
        return (reference, referrer);
    }

    /// <summary>Goes through the form from wherever it is, answers what is asked and empty, and sends it. Returns its reference.</summary>
    private async Task<string> SendLearningAsync(Player referrer, string kind)
    {
        var answers = Typed(
            ("title", "Paediatrician"),
            ("telephone", "020 7946 0000"),
            ("email", "paediatrician@people.example"),
            ("kinds", kind),
            ("learn", $"{Prefix}How a discharge is planned."),
            ("concerns", "none"),
            ("circumstances", $"{Prefix}The visit was not arranged."),
            ("reasons", $"{Prefix}It could happen again."),
            ("welldone", $"{Prefix}The ward rang before the discharge."),
            ("why", $"{Prefix}Others can do it too."),
            ("maybetold", "yes")
        );
        for (var pages = 0; !referrer.Card.Buttons.Contains("Send"); pages++)
        {
            if (pages > 20)
            {
                throw new InvalidOperationException($"The form does not go on:\n{referrer.Card.Text}");
            }

            var asked = referrer.Card.Inputs.Where(input => input.Value.Length == 0 && answers.ContainsKey(input.Key));
            await referrer.PressAsync(
                referrer.Card.Buttons.Contains("Continue") ? "Continue" : "Save and review",
                asked.ToDictionary(input => input.Key, input => answers[input.Key])
            );
        }

        var reference = referrer.Card.CardInvocation("Send").Data["case"];
        await referrer.PressAsync("Send");
        return reference;
    }
}
