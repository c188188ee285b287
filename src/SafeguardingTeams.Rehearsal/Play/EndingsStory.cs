namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>The ways a decision can go, each with a case of its own (A10 to A15).</summary>
public sealed partial class Story
{
    private static readonly string[] Leads = ["lead-authority", "lead-police", "lead-health"];

    /// <summary>All of them, one after another.</summary>
    public async Task EveryEndingAsync()
    {
        foreach (
            var (title, ending) in new (string, Func<Task<string>>)[]
            {
                ("All three leads agree at once", AllAgreeAsync),
                ("Still split after mediation; the authority does not notify", StillSplitAsync),
                ("A lead stands aside and the deputy decides", StandAsideAsync),
                ("Not met: to the group, by a special meeting", NotMetAsync),
                ("Practice learning: a near miss, to what came of it", LearningAsync),
                ("Practice learning that looks serious", LearningLooksSeriousAsync),
                ("An action: agreed, more time, returned, accepted, changed", ActionAsync),
                ("What was learned is shared: a briefing, and a report", BriefingAsync),
                ("Nobody acts: the clock runs past every limit", NobodyActsAsync),
            }
        )
        {
            await output.WriteLineAsync($"--- {title}");
            await ending();
        }
    }

    /// <summary>A case of which the leads have been asked.</summary>
    public async Task<string> AskedAsync(bool met)
    {
        var reference = await ReferAsync();
        await RecommendAsync(reference, met);
        return reference;
    }

    /// <summary>One tap each, and the authority notifies.</summary>
    public async Task<string> AllAgreeAsync()
    {
        var reference = await AskedAsync(met: true);
        foreach (var lead in Leads)
        {
            await LeadAsync(lead, reference, "Agree");
        }

        await NotifyAsync(reference);
        return reference;
    }

    /// <summary>The leads differ twice; "not agreed" is recorded, and the authority declines with reasons.</summary>
    public async Task<string> StillSplitAsync()
    {
        var reference = await AskedAsync(met: true);
        foreach (var summary in new[] { "Please decide", "After mediation" })
        {
            await LeadAsync("lead-authority", reference, "Agree", summary: summary);
            await LeadAsync("lead-police", reference, "Disagree", "Not serious.", summary);
            await LeadAsync("lead-health", reference, "Agree", summary: summary);
            if (summary == "Please decide")
            {
                await MediateAsync(reference);
            }
        }

        var notifier = Person("authority-notifier");
        await OpenAsync(notifier, reference, "The partners are done");
        await notifier.PressAsync("Does the authority notify?");
        await notifier.PressAsync(
            "It does not notify",
            new Dictionary<string, string> { ["reason"] = Prefix + "The injury was accidental." }
        );
        foreach (var person in new[] { "chair", "scrutineer", "lead-police", "operations-officer" })
        {
            await ComesAsync(Person(person), $"{reference}: A case goes to the Learning from Practice Group");
        }

        await ComesAsync(Person("paediatrician"), $"{reference}: There is a decision on your referral");
        await DidAsync(
            "notify",
            "not agreed: the authority decides not to notify, with reasons; leads, Chair and Scrutineer are told, and the referrer"
        );
        return reference;
    }

    /// <summary>A lead had part in the case.</summary>
    public async Task<string> StandAsideAsync()
    {
        var reference = await AskedAsync(met: true);
        var police = Person("lead-police");
        await OpenAsync(police, reference, "Please decide");
        await police.PressAsync("I had part in the case");
        await police.PressAsync("Stand aside");
        await DidAsync("decide", "the police lead had part in the case and stands aside; the deputy is asked");
        await LeadAsync("lead-police-deputy", reference, "Agree");
        await LeadAsync("lead-authority", reference, "Agree");
        await LeadAsync("lead-health", reference, "Agree");
        return reference;
    }

    /// <summary>The criteria are not met; a lead asks for a special meeting.</summary>
    public async Task<string> NotMetAsync()
    {
        var reference = await AskedAsync(met: false);
        foreach (var lead in Leads)
        {
            await LeadAsync(lead, reference, "Agree");
        }

        var police = Person("lead-police");
        await OpenAsync(police, reference, "A case goes to the Learning");
        await police.PressAsync("Ask for a special meeting");
        await police.PressAsync("Ask for it", new Dictionary<string, string> { ["reason"] = Prefix + "A second case of this kind." });
        await ComesAsync(Person("paediatrician"), $"{reference}: There is a decision on your referral");
        await DidAsync("meeting", "not met: the case goes to the group, by a special meeting a lead asks for; the referrer is told");
        return reference;
    }

    /// <summary>The leads are asked, and eight working days pass.</summary>
    public async Task<string> NobodyActsAsync()
    {
        var reference = await AskedAsync(met: true);
        for (var day = 0; day < 8; day++)
        {
            await host.Moves.WorkingDayAsync();
        }

        await DidAsync("chase", "eight working days pass");
        foreach (var key in new[] { "lead-health", "lead-health-deputy", "chair", "authority-notifier", "operations-officer" })
        {
            foreach (var line in Reminders(key, reference))
            {
                await output.WriteLineAsync($"         chased    {Person(key).Member.Name}: {line}");
            }
        }

        return reference;
    }

    /// <summary>What somebody was reminded of, with the day of the month.</summary>
    public IReadOnlyList<string> Reminders(string key, string reference) =>
        [
            .. Person(key)
                .Chat.Messages.Where(message =>
                    message.Summary.StartsWith($"{reference}: Due", StringComparison.Ordinal)
                    || message.Summary.StartsWith($"{reference}: Late", StringComparison.Ordinal)
                )
                .Select(message => $"{message.At:dd} {message.Summary[(reference.Length + 2)..]}"),
        ];
}
