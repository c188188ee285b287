namespace SafeguardingTeams.Rehearsal.Play;

/// <summary>Work under way, so that something waits for every role.</summary>
public sealed partial class Story
{
    /// <summary>
    /// Cases at the MASH, with the leads, with the notifier and in a Rapid Review; practice learning at the safeguarding lead, at the Chair
    /// and decided; a meeting whose minutes wait, the next one planned, and an action under way.
    /// </summary>
    public async Task SomethingWaitsForEverybodyAsync()
    {
        await PutBeforeAsync(await AgreedToAsync("near-miss"), "To the next meeting");
        await MeetAsync(actions: 1);
        await ReferLearningAsync("good-practice");
        await PutBeforeAsync(await AgreedToAsync("near-miss"), "To the next meeting");
        await AgreedToAsync("near-miss");
        var reviewed = await AllAgreeAsync();
        await PrepareAsync(reviewed);
        await SendAsync(reviewed);
        var agreed = await AskedAsync(met: true);
        foreach (var lead in Leads)
        {
            await LeadAsync(lead, agreed, "Agree");
        }

        await AskedAsync(met: true);
        await SentToTheMashAsync();
    }
}
